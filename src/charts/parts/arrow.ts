import { tenths } from './outline.ts';
import type { Pixel } from './pointer.ts';

/** Path data of an arrow: a line and a filled head. */
export interface Arrow {
  readonly shaft: string;
  readonly head: string;
}

const widthToLength = 0.38;

/**
 * An arrow from one pixel to another with its tip exactly at the end. A short arrow has a smaller
 * head, but never so small that its direction is lost; one shorter than half a pixel has none.
 */
export function arrow(from: Pixel, to: Pixel, text: number): Arrow {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (!(length >= 0.5)) return { shaft: '', head: '' };
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(text * 0.72, Math.max(text * 0.36, length * 0.45));
  const half = head * widthToLength;
  const [baseX, baseY] = [to.x - ux * head, to.y - uy * head];
  // A little way into the head, so that no gap opens between them.
  const end = length - head * 0.8;
  const shaft =
    end > 0.5
      ? `M${tenths(from.x)},${tenths(from.y)}L${tenths(from.x + ux * end)},${tenths(from.y + uy * end)}`
      : '';
  return {
    shaft,
    head: `M${tenths(to.x)},${tenths(to.y)}L${tenths(baseX - uy * half)},${tenths(baseY + ux * half)}L${tenths(baseX + uy * half)},${tenths(baseY - ux * half)}Z`,
  };
}
