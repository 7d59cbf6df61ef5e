import { BoundaryGraph } from './boundary-graph.ts';
import { type Grid, gridPath, windowOn } from './grid.ts';
import {
  type Junction,
  type LocatedJunction,
  locateJunctions,
  type SearchScale,
} from './junctions.ts';
import type { LogitSampler } from './logit-sampler.ts';
import { sampleGrid } from './sampled-grid.ts';
import { settleTies } from './ties.ts';
import { traceBoundaries } from './triangle-envelope.ts';
import { type MeetingPoint, verifyJunctions } from './verify-junctions.ts';

export interface TripointSearch {
  readonly points: readonly MeetingPoint[];
  /** Junctions of the grid that could not be confirmed on the network. */
  readonly unverified: number;
}

/** A function with more junctions than this is noise at this resolution; the rest stays unverified. */
const maxJunctions = 256;

/** Two meeting points nearer than this share of the domain are one. */
const mergeDistance = 1e-3;

/** A junction that is not found from the grid's estimate gets a finer grid on a window of its own. */
const windowReach = 2;
const windowCells = 16;
const maxWindows = 16;

const firstScale: SearchScale = { radius: 0.5, reach: 3 };
const windowScale: SearchScale = { radius: windowReach / windowCells, reach: 1 };

/** The junctions of the traced graph. */
export function junctionsOf(graph: BoundaryGraph): Junction[] {
  return graph.junctions.map(({ node, classes }) => ({
    x: graph.x[node],
    y: graph.y[node],
    classes,
  }));
}

/** Locates and verifies tripoints on the network, starting from the junctions of the grid. */
export async function findTripoints(
  sampler: LogitSampler,
  grid: Grid,
  junctions: readonly Junction[],
): Promise<TripointSearch> {
  const tried = junctions.slice(0, maxJunctions);
  const first = await confirm(sampler, grid, tried, firstScale);
  const failed = tried.filter((_, i) => first[i] === undefined);
  const zoomed = await searchWindows(sampler, grid, failed);
  const found = [...first, ...zoomed].filter((point) => point !== undefined);
  const unverified = failed.filter(
    (junction) => !found.some((point) => distance(point, junction) <= windowReach),
  ).length;
  const inside = found.filter((point) => contains(grid, point));
  return {
    points: merge(inside, mergeDistance * grid.cells),
    unverified: unverified + junctions.length - tried.length,
  };
}

/** The junctions as the grid has them, with the network's logits there; those within a cell of each other count as one. */
export async function estimateTripoints(
  sampler: LogitSampler,
  grid: Grid,
  junctions: readonly Junction[],
): Promise<TripointSearch> {
  const tried = junctions.slice(0, maxJunctions);
  const logits = await sampler.sample(grid, gridPath(tried.flatMap(({ x, y }) => [x, y])));
  const points = tried.map(({ x, y, classes }, i) => ({
    x,
    y,
    classes: [...classes].sort((p, q) => p - q),
    logits: logits.slice(i * sampler.classCount, (i + 1) * sampler.classCount),
  }));
  return { points: merge(points, 1), unverified: junctions.length - tried.length };
}

async function confirm(
  sampler: LogitSampler,
  grid: Grid,
  junctions: readonly Junction[],
  scale: SearchScale,
): Promise<(MeetingPoint | undefined)[]> {
  const located = await locateJunctions(sampler, grid, junctions, scale);
  const found = located.filter((junction): junction is LocatedJunction => junction !== undefined);
  const verified = await verifyJunctions(sampler, grid, found);
  const byJunction = new Map(found.map((junction, i) => [junction, verified[i]]));
  return located.map((junction) => (junction === undefined ? undefined : byJunction.get(junction)));
}

async function searchWindows(
  sampler: LogitSampler,
  grid: Grid,
  failed: readonly Junction[],
): Promise<(MeetingPoint | undefined)[]> {
  const centres: Junction[] = [];
  for (const junction of failed) {
    const isCovered = centres.some((centre) => distance(centre, junction) < windowReach / 2);
    if (!isCovered && centres.length < maxWindows) centres.push(junction);
  }
  const junctions: Junction[] = [];
  for (const { x, y } of centres) {
    const zoomed = windowOn(grid, x, y, windowReach, windowCells);
    const sampled = await sampleGrid(sampler, zoomed, windowCells);
    settleTies(sampled);
    const graph = new BoundaryGraph();
    traceBoundaries(sampled, graph);
    const unit = (2 * windowReach) / windowCells;
    for (const junction of junctionsOf(graph)) {
      junctions.push({
        x: x - windowReach + unit * junction.x,
        y: y - windowReach + unit * junction.y,
        classes: junction.classes,
      });
    }
  }
  return confirm(sampler, grid, junctions.slice(0, maxJunctions), windowScale);
}

function merge(points: readonly MeetingPoint[], within: number): MeetingPoint[] {
  const merged: MeetingPoint[] = [];
  for (const point of points) {
    const i = merged.findIndex((other) => distance(other, point) <= within);
    if (i < 0) merged.push(point);
    else {
      const classes = new Set([...merged[i].classes, ...point.classes]);
      merged[i] = { ...merged[i], classes: [...classes].sort((p, q) => p - q) };
    }
  }
  return merged;
}

function distance(p: { x: number; y: number }, q: { x: number; y: number }): number {
  return Math.hypot(p.x - q.x, p.y - q.y);
}

function contains({ cells }: Grid, { x, y }: MeetingPoint): boolean {
  return x >= 0 && y >= 0 && x <= cells && y <= cells;
}
