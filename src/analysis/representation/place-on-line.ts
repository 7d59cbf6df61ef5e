import type { Domain } from '../../experiment/index.ts';

/**
 * Where a place of the plane lies on a line, read off the vertices of a grid over the domain (see
 * `gridPoints`): linear between the four around it, which is what a ReLU network is almost everywhere.
 * @param coordinates [perSide²] of the vertices on the line
 * @returns undefined outside the domain
 */
export function placeOnLine(
  coordinates: Float32Array,
  { x, y }: Domain,
  place: { readonly x: number; readonly y: number },
): number | undefined {
  const perSide = Math.sqrt(coordinates.length);
  const across = ((perSide - 1) * (place.x - x[0])) / (x[1] - x[0]);
  const up = ((perSide - 1) * (place.y - y[0])) / (y[1] - y[0]);
  if (!(across >= 0 && up >= 0 && across <= perSide - 1 && up <= perSide - 1)) return undefined;
  const column = Math.min(perSide - 2, Math.floor(across));
  const row = Math.min(perSide - 2, Math.floor(up));
  const [u, v] = [across - column, up - row];
  const vertex = row * perSide + column;
  const along = (first: number) => (1 - u) * coordinates[first] + u * coordinates[first + 1];
  return (1 - v) * along(vertex) + v * along(vertex + perSide);
}
