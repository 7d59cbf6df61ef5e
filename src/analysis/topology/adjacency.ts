import type { Adjacency, Boundary, ClassTopology } from './class-topology.ts';

/** Sums the boundaries' lengths for each pair of classes and keeps the pairs with at least `shortest`, sorted. */
export function adjacencyOf(boundaries: readonly Boundary[], shortest: number): Adjacency[] {
  const lengths = new Map<string, { classes: readonly [number, number]; length: number }>();
  for (const boundary of boundaries) {
    const key = boundary.classes.join();
    const entry = lengths.get(key) ?? { classes: boundary.classes, length: 0 };
    entry.length += lengthOf(boundary);
    lengths.set(key, entry);
  }
  return [...lengths.values()]
    .filter((entry) => entry.length >= shortest)
    .sort((p, q) => p.classes[0] - q.classes[0] || p.classes[1] - q.classes[1]);
}

function lengthOf({ points, closed }: Boundary): number {
  const count = points.length / 2;
  let length = 0;
  for (let i = closed ? 0 : 1; i < count; i++) {
    const from = 2 * ((i + count - 1) % count);
    length += Math.hypot(points[2 * i] - points[from], points[2 * i + 1] - points[from + 1]);
  }
  return length;
}

type AdjacencyGraph = Pick<ClassTopology, 'labelsPresent' | 'adjacency'>;

/**
 * Whether the class adjacency graph is a simple path through all classes present, as it has to
 * be at bottleneck rank 1, where each class is the preimage of intervals of a line. A single
 * class is a path.
 */
export function adjacencyIsPath(topology: AdjacencyGraph): boolean {
  return adjacencyOrder(topology) !== undefined;
}

/** The classes in path order, from the lower-numbered end; undefined where the graph is no path. */
export function adjacencyOrder({ labelsPresent, adjacency }: AdjacencyGraph): number[] | undefined {
  if (labelsPresent.length === 0 || adjacency.length !== labelsPresent.length - 1) return undefined;
  const neighbours = new Map<number, number[]>(labelsPresent.map((label) => [label, []]));
  for (const { classes } of adjacency) {
    neighbours.get(classes[0])?.push(classes[1]);
    neighbours.get(classes[1])?.push(classes[0]);
  }
  const ends = labelsPresent.filter((label) => (neighbours.get(label)?.length ?? 0) <= 1);
  if (ends.length === 0) return undefined;
  const order = [ends[0]];
  let previous = -1;
  for (;;) {
    const here = order[order.length - 1];
    const next = (neighbours.get(here) ?? []).filter((label) => label !== previous);
    if (next.length === 0) return order.length === labelsPresent.length ? order : undefined;
    if (next.length > 1) return undefined;
    previous = here;
    order.push(next[0]);
  }
}
