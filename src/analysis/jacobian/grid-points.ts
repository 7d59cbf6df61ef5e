import type { Domain } from '../../experiment/index.ts';

/**
 * The vertices of a regular grid over a rectangle, its border included, row by row from the
 * bottom: x, y interleaved, [perSide², 2].
 * @param perSide at least 2
 */
export function gridPoints({ x, y }: Domain, perSide: number): Float32Array {
  const points = new Float32Array(2 * perSide * perSide);
  for (let row = 0, next = 0; row < perSide; row++) {
    for (let column = 0; column < perSide; column++) {
      points[next++] = x[0] + ((x[1] - x[0]) * column) / (perSide - 1);
      points[next++] = y[0] + ((y[1] - y[0]) * row) / (perSide - 1);
    }
  }
  return points;
}
