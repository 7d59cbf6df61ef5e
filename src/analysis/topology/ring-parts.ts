import type { BoundaryGraph, Node } from './boundary-graph.ts';
import type { Chain } from './chains.ts';
import { columnOf, type Grid, type GridPath, gridPath, rowOf, type Vertex } from './grid.ts';

/** A directed piece of a region's edge, with the region on its left: one side of a chain, or a stretch of the domain's border. */
export interface RingPart {
  readonly class: number;
  readonly start: Node;
  readonly end: Node;
  /** A ring by itself. */
  readonly closed: boolean;
  readonly isReversed: boolean;
  readonly path: GridPath;
  readonly simplified: GridPath;
  /** Absent for the domain's border. */
  readonly chain?: Chain;
}

/** Both sides of a chain. */
export function sidesOf(chain: Chain): RingPart[] {
  const { first, last, closed, path, simplified, left, right } = chain;
  const shared = { closed, path, simplified, chain };
  return [
    { ...shared, class: left, start: first, end: last, isReversed: false },
    { ...shared, class: right, start: last, end: first, isReversed: true },
  ];
}

/** The domain's border, counter-clockwise, cut where boundaries end at it. `cornerClass` owns the corner at the origin. */
export function borderParts(
  graph: BoundaryGraph,
  grid: Grid,
  chains: readonly Chain[],
  cornerClass: number,
): RingPart[] {
  const arriving = chains.flatMap(sidesOf).filter((side) => !side.closed);
  const stops = arriving
    .map((side) => ({
      node: side.end,
      class: side.class,
      ...placeOnBorder(grid, graph.edges[side.end]),
    }))
    .filter((stop) => stop.edge >= 0)
    .sort((p, q) => p.edge - q.edge || p.direction * (p.node - q.node));
  if (stops.length === 0) {
    const path = cornersBetween(grid, -1, 4 * grid.cells - 1);
    const node = -1 as Node;
    return [
      {
        class: cornerClass,
        start: node,
        end: node,
        closed: true,
        isReversed: false,
        path: gridPath(path),
        simplified: gridPath(path),
      },
    ];
  }
  return stops.map((stop, i) => {
    const isLast = i + 1 === stops.length;
    const next = stops[isLast ? 0 : i + 1];
    const endEdge = next.edge + (isLast ? 4 * grid.cells : 0);
    const path = gridPath([
      graph.x[stop.node],
      graph.y[stop.node],
      ...cornersBetween(grid, stop.edge, endEdge),
      graph.x[next.node],
      graph.y[next.node],
    ]);
    return {
      class: stop.class,
      start: stop.node,
      end: next.node,
      closed: false,
      isReversed: false,
      path,
      simplified: path,
    };
  });
}

/** Number of a mesh edge on the way round the border, and whether the way goes up it (1) or down (−1); edge −1 off the border. */
function placeOnBorder(grid: Grid, meshEdge: number): { edge: number; direction: number } {
  if (meshEdge < 0) return { edge: -1, direction: 1 };
  const lower = Math.floor(meshEdge / 3) as Vertex;
  const column = columnOf(grid, lower);
  const row = rowOf(grid, lower);
  const { cells } = grid;
  if (meshEdge % 3 === 0) {
    if (row === 0) return { edge: column, direction: 1 };
    if (row === cells) return { edge: 3 * cells - 1 - column, direction: -1 };
  }
  if (meshEdge % 3 === 1) {
    if (column === cells) return { edge: cells + row, direction: 1 };
    if (column === 0) return { edge: 4 * cells - 1 - row, direction: -1 };
  }
  return { edge: -1, direction: 1 };
}

/** Corners of the domain between two border edges, x, y interleaved; corner k stands before edge k · cells. */
function cornersBetween({ cells }: Grid, startEdge: number, endEdge: number): number[] {
  const corners = [0, 0, cells, 0, cells, cells, 0, cells];
  const passed: number[] = [];
  for (let k = Math.floor(startEdge / cells) + 1; k * cells <= endEdge; k++) {
    passed.push(corners[2 * (k % 4)], corners[2 * (k % 4) + 1]);
  }
  return passed;
}
