/** How the page's own thread works through what takes long: in slices shorter than a frame. */
import type { Slices } from '../analysis/portions.ts';

export const pageSlices: Slices = {
  milliseconds: 12,
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => setTimeout(resolve)),
};
