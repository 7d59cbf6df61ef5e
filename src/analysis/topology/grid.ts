/**
 * The virtual grid laid over the domain. Inside this folder everything is measured in grid
 * units (one finest cell is a unit square, the origin is the domain's lower left corner);
 * data coordinates appear only on the way to the network and on the way out.
 */

import type { Domain } from '../../experiment/index.ts';

declare const brand: unique symbol;

/** Index of a grid vertex: row · stride + column. */
export type Vertex = number & { readonly [brand]: 'vertex' };

/** x, y interleaved, in grid units. */
export type GridPath = Float64Array & { readonly [brand]: 'grid path' };

export interface Grid {
  readonly domain: Domain;
  /** Finest cells per side. */
  readonly cells: number;
  /** Vertices per row. */
  readonly stride: number;
}

/** Throws a RangeError where the domain is empty or not finite. */
export function makeGrid(domain: Domain, cells: number): Grid {
  const area = areaOf(domain);
  if (!(domain.x[1] > domain.x[0] && domain.y[1] > domain.y[0] && Number.isFinite(area))) {
    throw new RangeError(`A domain needs two rising finite intervals, not ${showDomain(domain)}.`);
  }
  return { domain, cells, stride: cells + 1 };
}

/** A grid of its own on the square window of `2 · reach` cells about a point of `grid`. */
export function windowOn(grid: Grid, x: number, y: number, reach: number, cells: number): Grid {
  const low = toData(grid, gridPath([x - reach, y - reach]), Float64Array);
  const high = toData(grid, gridPath([x + reach, y + reach]), Float64Array);
  return makeGrid({ x: [low[0], high[0]], y: [low[1], high[1]] }, cells);
}

export function vertexAt(grid: Grid, column: number, row: number): Vertex {
  return (row * grid.stride + column) as Vertex;
}

export function columnOf(grid: Grid, vertex: Vertex): number {
  return vertex % grid.stride;
}

export function rowOf(grid: Grid, vertex: Vertex): number {
  return Math.floor(vertex / grid.stride);
}

export function gridPath(interleaved: ArrayLike<number>): GridPath {
  return Float64Array.from(interleaved) as GridPath;
}

/** The same points in data coordinates. */
export function toData<A extends Float32Array | Float64Array>(
  grid: Grid,
  path: GridPath,
  Kind: new (length: number) => A,
): A {
  const { x, y } = grid.domain;
  const data = new Kind(path.length);
  for (let i = 0; i < path.length; i += 2) {
    data[i] = x[0] + ((x[1] - x[0]) * path[i]) / grid.cells;
    data[i + 1] = y[0] + ((y[1] - y[0]) * path[i + 1]) / grid.cells;
  }
  return data;
}

export function areaOf(domain: Domain): number {
  return (domain.x[1] - domain.x[0]) * (domain.y[1] - domain.y[0]);
}

function showDomain({ x, y }: Domain): string {
  return `[${x.join(', ')}] × [${y.join(', ')}]`;
}
