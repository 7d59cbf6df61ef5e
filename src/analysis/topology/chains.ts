import type { BoundaryGraph, Node } from './boundary-graph.ts';
import type { GridPath } from './grid.ts';
import { simplify } from './simplify.ts';

/** A longest line of segments between the same two classes. */
export interface Chain {
  /** The lower-numbered class. */
  readonly left: number;
  readonly right: number;
  readonly first: Node;
  readonly last: Node;
  readonly closed: boolean;
  /** Every node in grid units; a closed chain does not repeat its first. */
  readonly path: GridPath;
  /** The same with nearly collinear points left out. */
  readonly simplified: GridPath;
}

const none = -1;

/** Joins the segments into chains that end at junctions or at the border, or are closed. */
export function joinChains(graph: BoundaryGraph, tolerance: number): Chain[] {
  const { from, to, left, right } = graph;
  const around = segmentsAround(graph);
  const visited = new Uint8Array(from.length);
  const chains: Chain[] = [];

  const walk = (start: Node, segment: number): Chain => {
    const nodes = [start];
    const isForward = from[segment] === start;
    const isLowLeft = left[segment] < right[segment];
    let node = start;
    for (let s = segment; s !== none; s = onward(around, node, visited)) {
      visited[s] = 1;
      node = from[s] === node ? to[s] : from[s];
      nodes.push(node);
    }
    const closed = node === start && isThrough(around, start);
    if (closed) nodes.pop();
    if (isForward !== isLowLeft) nodes.reverse();
    const path = pathThrough(graph, nodes);
    return {
      left: Math.min(left[segment], right[segment]),
      right: Math.max(left[segment], right[segment]),
      first: nodes[0],
      last: nodes[nodes.length - 1],
      closed,
      path,
      simplified: simplify(path, closed, tolerance),
    };
  };

  for (let node = 0 as Node; node < graph.x.length; node++) {
    if (isThrough(around, node)) continue;
    for (let i = 3 * node; i < 3 * node + 3; i++) {
      const segment = around[i];
      if (segment !== none && visited[segment] === 0) chains.push(walk(node, segment));
    }
  }
  for (let segment = 0; segment < from.length; segment++) {
    if (visited[segment] === 0) chains.push(walk(from[segment], segment));
  }
  return chains;
}

/** [nodes, 3]: the segments at each node, filled up with `none`. */
function segmentsAround(graph: BoundaryGraph): Int32Array {
  const around = new Int32Array(3 * graph.x.length).fill(none);
  const put = (node: Node, segment: number): void => {
    let i = 3 * node;
    while (around[i] !== none) i++;
    around[i] = segment;
  };
  for (let segment = 0; segment < graph.from.length; segment++) {
    put(graph.from[segment], segment);
    put(graph.to[segment], segment);
  }
  return around;
}

function isThrough(around: Int32Array, node: Node): boolean {
  return around[3 * node + 1] !== none && around[3 * node + 2] === none;
}

function onward(around: Int32Array, node: Node, visited: Uint8Array): number {
  if (!isThrough(around, node)) return none;
  const [p, q] = [around[3 * node], around[3 * node + 1]];
  return visited[p] === 0 ? p : visited[q] === 0 ? q : none;
}

function pathThrough(graph: BoundaryGraph, nodes: readonly Node[]): GridPath {
  const path = new Float64Array(2 * nodes.length) as GridPath;
  for (let i = 0; i < nodes.length; i++) {
    path[2 * i] = graph.x[nodes[i]];
    path[2 * i + 1] = graph.y[nodes[i]];
  }
  return path;
}
