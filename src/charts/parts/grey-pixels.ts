/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** What 0 and 1 look like. */
export interface GreyPalette {
  readonly paper: Rgb;
  readonly ink: Rgb;
}

/**
 * Grey images as colours between paper and ink, ready for an `ImageData`.
 *
 * @param images [count, side²], row-major, 0 for paper and 1 for ink; what lies beyond is cut off
 *   and what is not a number is paper.
 * @returns [count · side, side, 4]: RGBA, the images one below the other.
 */
export function digitPixels(
  images: ArrayLike<number>,
  { paper, ink }: GreyPalette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * images.length);
  for (let at = 0; at < images.length; at++) {
    const value = Number(images[at]);
    const share = value > 0 ? Math.min(1, value) : 0;
    pixels[4 * at] = paper[0] + share * (ink[0] - paper[0]);
    pixels[4 * at + 1] = paper[1] + share * (ink[1] - paper[1]);
    pixels[4 * at + 2] = paper[2] + share * (ink[2] - paper[2]);
    pixels[4 * at + 3] = 255;
  }
  return pixels;
}
