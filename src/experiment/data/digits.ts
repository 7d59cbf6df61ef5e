/**
 * Handwritten digits for the autoencoder of Figure 3: a thousand images of MNIST (Y. LeCun,
 * C. Cortes, C. J. C. Burges), in one sprite that scripts/make-digits.mjs wrote. It is read when
 * digits are asked for and not before. Where it comes from: public/digits.LICENSE.txt.
 */
import { ExplainedError, refer } from '../../messages/reference.ts';
import { decodeGreyPng } from '../png.ts';
import type { Random } from '../random.ts';
import type { DigitData } from './data-set.ts';
import type { Described } from './described.ts';

export interface DigitFamily extends Described {
  readonly kind: 'digits';
}

/** Pixels along one side of an image in the sprite. */
const spriteSide = 28;
const spriteImages = 1000;
/** Digits that are never trained on, however many points are asked for. */
export const heldOutDigits = 200;

export const digits: DigitFamily = {
  kind: 'digits',
  points: 500,
  fixed: false,
  mostPoints: spriteImages - heldOutDigits,
  noise: 0,
};

interface DigitSheet {
  /** Image i shows the digit i mod 10; one byte a pixel, 255 is ink. */
  readonly images: readonly Uint8Array[];
}

let sheet: Promise<DigitSheet> | undefined;

async function readSheet(): Promise<DigitSheet> {
  const { width, height, pixels } = await decodeGreyPng(
    await readAsset(new URL('./digits.png', import.meta.url)),
  );
  const columns = width / spriteSide;
  const images = Array.from({ length: columns * (height / spriteSide) }, (_, index) => {
    const left = (index % columns) * spriteSide;
    const top = Math.floor(index / columns) * spriteSide;
    const image = new Uint8Array(spriteSide ** 2);
    for (let y = 0; y < spriteSide; y++) {
      const from = (top + y) * width + left;
      image.set(pixels.subarray(from, from + spriteSide), y * spriteSide);
    }
    return image;
  });
  return { images };
}

/** On the command line the sprite is a file; everywhere else it is fetched. */
async function readAsset(url: URL): Promise<Uint8Array> {
  if (url.protocol === 'file:') {
    const { readFile } = process.getBuiltinModule('node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok)
    throw new ExplainedError(refer('data', 'unreadable', { status: String(response.status) }));
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Draws digits to train on, balanced over 0–9, and others to hold out.
 * @param points number of training images; at most what the sprite has beyond those held out
 * @param side pixels along one side: 28 or a divisor of it, to which images are averaged
 * @param random decides which images are which
 * @throws Error where the sprite cannot be read
 */
export async function sampleDigits(
  points: number,
  side: number,
  random: Random,
): Promise<DigitData> {
  sheet ??= readSheet().catch((error) => {
    sheet = undefined;
    throw error;
  });
  const { images } = await sheet;
  const order = balancedOrder(images.length, random);
  const heldOut = order.slice(0, heldOutDigits);
  const training = order.slice(heldOutDigits, heldOutDigits + points);
  const stack = (chosen: readonly number[]) => {
    const stacked = new Float32Array(chosen.length * side ** 2);
    for (const [row, index] of chosen.entries()) {
      stacked.set(averaged(images[index], side), row * side ** 2);
    }
    return stacked;
  };
  return {
    kind: 'digits',
    inputs: stack(training),
    heldOut: stack(heldOut),
    heldOutLabels: Uint8Array.from(heldOut, (index) => index % 10),
    side,
  };
}

/** All indices in an order in which the digits 0–9 come round in turn, each class shuffled. */
function balancedOrder(count: number, random: Random): number[] {
  const turns = Array.from({ length: 10 }, () => {
    const order = Array.from({ length: count / 10 }, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random.uniform() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  });
  return Array.from({ length: count }, (_, i) => 10 * turns[i % 10][Math.floor(i / 10)] + (i % 10));
}

/** An image of the sprite averaged over square blocks of pixels, from 0 (paper) to 1 (ink). */
function averaged(image: Uint8Array, side: number): Float32Array {
  const block = spriteSide / side;
  const pixels = new Float32Array(side * side);
  for (const [i, value] of image.entries()) {
    const x = Math.floor((i % spriteSide) / block);
    const y = Math.floor(i / spriteSide / block);
    pixels[y * side + x] += value / (255 * block * block);
  }
  return pixels;
}
