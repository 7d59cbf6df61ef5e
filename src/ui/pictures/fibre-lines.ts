/** The fibres of an insight as the class map takes them. */
import type { Fibres } from '../../analysis/fibres/index.ts';
import type { Fibre } from '../../charts/class-map/class-map.ts';

export function fibreLines({ points, ratios, starts, closed }: Fibres): Fibre[] {
  return Array.from({ length: starts.length - 1 }, (_, line) => {
    const [first, end] = [starts[line], starts[line + 1]];
    const own = {
      points: points.subarray(2 * first, 2 * end),
      ratios: ratios.subarray(first, end),
    };
    if (!closed[line]) return own;
    return {
      points: Float32Array.of(...own.points, own.points[0], own.points[1]),
      ratios: Float32Array.of(...own.ratios, own.ratios[0]),
    };
  });
}
