/**
 * Whether the window of depths reaches deeper the more points there are, as the theory says of the
 * cheapest minima: its upper edge should move like log N (derived from Jacot, ICLR 2023, Thm 2 and
 * Prop. 5). Depths are measured in steps, so that an edge is known only to lie between two of them.
 */
import type { Window } from './window-map.ts';

/** Where the upper edge lies for one number of points. */
export interface WindowEdge {
  readonly points: number;
  /** The last depth of the true rank, before any gap. */
  readonly from: number;
  /** The first depth beyond it of a lower rank; undefined where the map ends before. */
  readonly to: number | undefined;
}

/**
 * Where the true rank was found, by the number of points. A lower rank with the true one again
 * beyond it leaves open where between the two the edge lies.
 */
export function edgesOf(windows: readonly Window[]): WindowEdge[] {
  return windows
    .flatMap(({ points, to, below, gap }) =>
      to === undefined ? [] : [{ points, from: gap?.after ?? to, to: below }],
    )
    .sort((a, b) => a.points - b.points);
}

/**
 * How the edge moves with N: `up` or `down` where some pair of edges cannot be in the other order
 * or the same place, `both` where there are pairs of either kind, `still` where there are none.
 */
export type EdgeMovement = 'up' | 'down' | 'both' | 'still';

export function movementOf(edges: readonly WindowEdge[]): EdgeMovement {
  const { ups, downs } = edgeMoves(edges);
  if (ups > 0 && downs > 0) return 'both';
  if (ups > 0) return 'up';
  return downs > 0 ? 'down' : 'still';
}

/** Of how many pairs the edge of the more points is certainly the deeper one, and of how many the shallower. */
export function edgeMoves(edges: readonly WindowEdge[]): {
  readonly ups: number;
  readonly downs: number;
} {
  let [ups, downs] = [0, 0];
  edges.forEach((fewer, k) => {
    for (const more of edges.slice(k + 1)) {
      if (fewer.to !== undefined && more.from >= fewer.to) ups++;
      if (more.to !== undefined && fewer.from >= more.to) downs++;
    }
  });
  return { ups, downs };
}

/**
 * The slope a of L = a·ln N that fits the edges best, in the sense of least squares. An edge
 * between two depths is taken to lie at their geometric mean; one that is only known to lie beyond
 * a depth counts where the line stays below that depth.
 * @returns undefined where fewer than two edges are enclosed
 */
export function trendOf(edges: readonly WindowEdge[]): number | undefined {
  let [product, square] = [0, 0];
  const take = (depth: number, points: number) => {
    product += depth * Math.log(points);
    square += Math.log(points) ** 2;
  };
  const enclosed = edges.filter(({ to }) => to !== undefined);
  if (enclosed.length < 2) return undefined;
  for (const { points, from, to } of enclosed) take(Math.sqrt(from * (to ?? from)), points);
  // The bound that asks for the steepest line is the first to be missed, and the fit only rises.
  const bounds = edges
    .filter(({ to, points }) => to === undefined && points > 1)
    .map(({ points, from }) => ({ points, from, slope: from / Math.log(points) }))
    .sort((a, b) => b.slope - a.slope);
  for (const { points, from, slope } of bounds) {
    if (slope <= product / square) break;
    take(from, points);
  }
  return product / square;
}

/** Whether the line L = slope·ln N passes where the edge was measured to lie. */
export function agrees(slope: number, { points, from, to }: WindowEdge): boolean {
  const depth = slope * Math.log(points);
  return depth >= from && (to === undefined || depth <= to);
}
