import type { Box } from '../chart.ts';
import { tenths } from '../parts/outline.ts';

/** Path data of parallel slanting lines that fill a box, `step` pixels apart along its foot. */
export function hatching({ left, top, right, bottom }: Box, step: number): string {
  const height = bottom - top;
  let path = '';
  // In multiples of the step from the picture's edge, so that the lines stay while the box grows.
  for (let foot = Math.ceil((left - height) / step) * step; foot < right; foot += step) {
    const [from, to] = [Math.max(left, foot), Math.min(right, foot + height)];
    if (to <= from) continue;
    path += `M${tenths(from)},${tenths(bottom - (from - foot))}L${tenths(to)},${tenths(bottom - (to - foot))}`;
  }
  return path;
}
