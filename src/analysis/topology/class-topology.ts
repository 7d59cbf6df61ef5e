import type { Domain } from '../../experiment/index.ts';

/** A line along which two classes meet, in data coordinates. */
export interface Boundary {
  /** Ascending; the first lies to the left of the line, the second to the right. */
  readonly classes: readonly [number, number];
  /** x, y interleaved. It ends at a junction of classes or at the domain's border; a closed line does not repeat its first point. */
  readonly points: Float32Array;
  readonly closed: boolean;
}

/**
 * One connected component of {x : argmax = class} in the domain. The Betti numbers of a class
 * are β₀ = its number of regions and β₁ = the sum over them of `rings.length - 1`.
 */
export interface Region {
  readonly class: number;
  /** In squared data units. */
  readonly area: number;
  /** The outer ring first, counter-clockwise, then the holes, clockwise; x, y interleaved, the first point not repeated. */
  readonly rings: readonly Float32Array[];
}

/** A point where three or more classes meet. */
export interface Tripoint {
  readonly x: number;
  readonly y: number;
  /** Ascending. */
  readonly classes: readonly number[];
  /** Largest difference among the meeting classes' logits there. */
  readonly spread: number;
  /** How far the lowest of the meeting logits lies above the next class; Infinity where there is none. */
  readonly margin: number;
}

export interface Adjacency {
  /** Ascending. */
  readonly classes: readonly [number, number];
  /** Total length of the common boundary, in data units. */
  readonly length: number;
}

export interface ClassTopology {
  readonly domain: Domain;
  readonly classCount: number;
  /** The classes that own a region, ascending. */
  readonly labelsPresent: readonly number[];
  readonly boundaries: readonly Boundary[];
  readonly regions: readonly Region[];
  readonly tripoints: readonly Tripoint[];
  /** Whether the tripoints were located and verified on the network; otherwise they are the grid's estimates, good to about a cell. */
  readonly tripointsVerified: boolean;
  /** Junctions on the grid that turned out not to be tripoints of the network, or could not be shown to be. */
  readonly unverified: number;
  /** Pairs of classes that share at least one finest cell's side of boundary, sorted by class. Shorter contact cannot be told from meeting in a point. */
  readonly adjacency: readonly Adjacency[];
  /** Points at which the network was evaluated. */
  readonly evaluations: number;
}

/** The buffers a topology owns, to be handed over by `postMessage`. */
export function transferablesOf(topology: ClassTopology): ArrayBuffer[] {
  const arrays = [
    ...topology.boundaries.map((boundary) => boundary.points),
    ...topology.regions.flatMap((region) => region.rings),
  ];
  return arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
