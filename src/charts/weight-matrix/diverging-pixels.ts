import type { Rgb } from '../parts/grey-pixels.ts';

export interface DivergingPalette {
  readonly zero: Rgb;
  readonly positive: Rgb;
  readonly negative: Rgb;
}

/**
 * Numbers as pixels: zero is the ground, and either sign goes towards its colour up to `largest`.
 * @returns [count, 4], red, green, blue and opacity
 */
export function divergingPixels(
  values: ArrayLike<number>,
  largest: number,
  { zero, positive, negative }: DivergingPalette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  for (let n = 0; n < values.length; n++) {
    const value = Number(values[n]);
    const share = largest > 0 ? Math.min(1, Math.abs(value) / largest) : 0;
    const end = value < 0 ? negative : positive;
    for (let channel = 0; channel < 3; channel++) {
      pixels[4 * n + channel] = zero[channel] + share * (end[channel] - zero[channel]);
    }
    pixels[4 * n + 3] = 255;
  }
  return pixels;
}

/** The largest absolute value; 0 where there is none. */
export function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let n = 0; n < values.length; n++) largest = Math.max(largest, Math.abs(Number(values[n])));
  return largest;
}
