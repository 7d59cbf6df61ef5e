/** Where a node is drawn, in a unit square; for a path along the line y = 0.5. */
export interface GraphPlace {
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly kind: 'line' | 'circle';
  /** [n] */
  readonly places: readonly GraphPlace[];
}

/**
 * Lays a graph out on a line, in order, where it consists of paths only, else on a circle in the
 * order with the fewest crossings. The same graph is always drawn the same way.
 *
 * @param edges pairs of node indices below `count`.
 */
export function layOutGraph(
  count: number,
  edges: readonly (readonly [number, number])[],
): GraphLayout {
  const line = pathOrder(count, edges);
  const places = new Array<GraphPlace>(count);
  if (line !== undefined) {
    for (const [k, node] of line.entries()) places[node] = { x: (k + 0.5) / count, y: 0.5 };
    return { kind: 'line', places };
  }
  for (const [k, node] of circleOrder(count, edges).entries()) {
    const angle = (2 * Math.PI * k) / count - Math.PI / 2 + (count === 4 ? Math.PI / 4 : 0);
    places[node] = { x: 0.5 + 0.5 * Math.cos(angle), y: 0.5 + 0.5 * Math.sin(angle) };
  }
  return { kind: 'circle', places };
}

/** The nodes of a union of paths, each from its smaller end on; undefined for any other graph. */
function pathOrder(
  count: number,
  edges: readonly (readonly [number, number])[],
): number[] | undefined {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of edges) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  if (neighbours.some(({ length }) => length > 2)) return undefined;
  const order: number[] = [];
  for (let start = 0; start < count; start++) {
    if (order.includes(start) || Number(neighbours[start]?.length) > 1) continue;
    for (let node: number | undefined = start; node !== undefined; ) {
      order.push(node);
      node = neighbours[node]?.find((next) => !order.includes(next));
    }
  }
  // What no end leads to is a cycle.
  return order.length === count ? order : undefined;
}

const mostTried = 7;

function circleOrder(count: number, edges: readonly (readonly [number, number])[]): number[] {
  const plain = Array.from({ length: count }, (_, node) => node);
  if (count > mostTried) return plain;
  let best = plain;
  let least = crossings(plain, edges);
  const extend = (order: number[]) => {
    if (least === 0) return;
    if (order.length === count) {
      const found = crossings(order, edges);
      if (found < least) [best, least] = [order, found];
      return;
    }
    for (const node of plain) if (!order.includes(node)) extend([...order, node]);
  };
  // Turning the circle changes nothing, so the first node may stay where it is.
  extend([0]);
  return best;
}

/** Pairs of chords that cross inside the circle. */
function crossings(
  order: readonly number[],
  edges: readonly (readonly [number, number])[],
): number {
  const chords = edges.map(([a, b]) => {
    const [p, q] = [order.indexOf(a), order.indexOf(b)];
    return [Math.min(p, q), Math.max(p, q)] as const;
  });
  let count = 0;
  chords.forEach(([a, b], k) => {
    for (const [c, d] of chords.slice(k + 1)) {
      if ((a < c && c < b && b < d) || (c < a && a < d && d < b)) count++;
    }
  });
  return count;
}
