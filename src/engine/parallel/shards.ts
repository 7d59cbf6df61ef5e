/** Who works on which points. */

export interface Shard {
  readonly first: number;
  /** One beyond the last. */
  readonly end: number;
}

/** The matrix products take four points at a time. */
const tilePoints = 4;
/** Beyond these, the others' messages take longer than the work they save. */
const mostReplicas = 4;

/** How many replicas can share `points` points on `cores` cores; 1 where sharing makes no sense. */
export function replicasFor(points: number, cores: number): number {
  return Math.max(1, Math.min(mostReplicas, cores, Math.ceil(points / tilePoints)));
}

/** How many replicas this page, or this process, can put to work on so many points; 1 where workers cannot have workers. */
export function replicasHere(points: number): number {
  if (typeof Worker === 'undefined') return 1;
  return replicasFor(points, globalThis.navigator?.hardwareConcurrency ?? 1);
}

/** Shards of whole tiles that differ by one tile at most; only the last may end with half a tile. */
export function shardsOf(points: number, replicas: number): Shard[] {
  const tiles = Math.ceil(points / tilePoints);
  const edge = (rank: number) =>
    Math.min(points, tilePoints * Math.ceil((rank * tiles) / replicas));
  return Array.from({ length: replicas }, (_, rank) => ({
    first: edge(rank),
    end: edge(rank + 1),
  }));
}
