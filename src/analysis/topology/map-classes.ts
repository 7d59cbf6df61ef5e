import type { Domain } from '../../experiment/index.ts';
import { adjacencyOf } from './adjacency.ts';
import { BoundaryGraph } from './boundary-graph.ts';
import { type Chain, joinChains } from './chains.ts';
import type { Boundary, ClassTopology, Tripoint } from './class-topology.ts';
import { type Grid, gridPath, makeGrid, toData } from './grid.ts';
import { type EvaluateLogits, LogitSampler } from './logit-sampler.ts';
import { traceRegions } from './regions.ts';
import { borderParts, sidesOf } from './ring-parts.ts';
import { sampleGrid } from './sampled-grid.ts';
import { settleTies } from './ties.ts';
import { traceBoundaries } from './triangle-envelope.ts';
import { estimateTripoints, findTripoints, junctionsOf } from './tripoints.ts';
import { type MeetingPoint, marginOf, spreadOf } from './verify-junctions.ts';

export interface MapOptions {
  readonly domain: Domain;
  readonly classCount: number;
  /** Cells per side that are always evaluated; 48 unless told. */
  readonly coarse?: number;
  /** Finest cells per side, used along boundaries: `coarse` times a power of two; 384 unless told. */
  readonly fine?: number;
  /** Locate and verify tripoints on the network itself (the default); otherwise report the grid's estimates. */
  readonly locateTripoints?: boolean;
}

/** How far lines may be moved by leaving out points, as a share of the domain. */
const simplification = 5e-5;

/**
 * Maps where each class wins, where classes meet and which of them are neighbours.
 *
 * Boundaries are exact for logits that are linear in each finest mesh triangle; they are always
 * consistent with the regions, whatever the function. Exact ties go to the lower-numbered class.
 * @throws RangeError for an impossible domain or grid, Error where a logit is NaN or infinite;
 * whatever `evaluate` throws passes through.
 */
export async function mapClasses(
  evaluate: EvaluateLogits,
  options: MapOptions,
): Promise<ClassTopology> {
  const { domain, classCount, coarse = 48, fine = 384, locateTripoints = true } = options;
  checkResolution(coarse, fine, classCount);
  const grid = makeGrid(domain, fine);
  const sampler = new LogitSampler(evaluate, classCount);

  const sampled = await sampleGrid(sampler, grid, coarse);
  settleTies(sampled);
  const graph = new BoundaryGraph();
  traceBoundaries(sampled, graph);
  const chains = joinChains(graph, simplification * fine);
  const border = borderParts(graph, grid, chains, sampled.labels[sampled.slots[0]]);
  const parts = [...chains.flatMap(sidesOf), ...border];
  const { regions, collapsed } = traceRegions(grid, parts, classCount);
  const boundaries = chains
    .filter((chain) => !collapsed.has(chain))
    .map((chain) => toBoundary(grid, chain));

  const junctions = junctionsOf(graph);
  const search = locateTripoints ? findTripoints : estimateTripoints;
  const { points, unverified } = await search(sampler, grid, junctions);

  const cellSide = Math.min(domain.x[1] - domain.x[0], domain.y[1] - domain.y[0]) / fine;
  return {
    domain,
    classCount,
    labelsPresent: [...new Set(regions.map((region) => region.class))],
    boundaries,
    regions,
    tripoints: points.map((point) => toTripoint(grid, point)),
    tripointsVerified: locateTripoints,
    unverified,
    adjacency: adjacencyOf(boundaries, cellSide),
    evaluations: sampler.evaluations,
  };
}

function checkResolution(coarse: number, fine: number, classCount: number): void {
  const levels = Math.log2(fine / coarse);
  if (!(Number.isInteger(coarse) && coarse >= 1 && Number.isInteger(levels) && levels >= 0)) {
    throw new RangeError(
      `The finest grid has to be the coarse one times a power of two, not ${coarse} and ${fine} cells.`,
    );
  }
  if (!(Number.isInteger(classCount) && classCount >= 1 && classCount <= 0xffff)) {
    throw new RangeError(`A classifier needs a whole number of classes, not ${classCount}.`);
  }
}

function toBoundary(grid: Grid, chain: Chain): Boundary {
  return {
    classes: [chain.left, chain.right],
    points: toData(grid, chain.simplified, Float32Array),
    closed: chain.closed,
  };
}

function toTripoint(grid: Grid, point: MeetingPoint): Tripoint {
  const [x, y] = toData(grid, gridPath([point.x, point.y]), Float64Array);
  return { x, y, classes: point.classes, spread: spreadOf(point), margin: marginOf(point) };
}
