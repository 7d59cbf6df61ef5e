import type { AffineMap } from '../../engine/depth/affine.ts';
import { propagate } from '../../engine/depth/propagate.ts';
import type { BottleneckLine } from './bottleneck-line.ts';

/** A stretch of the line that the layers after it send to one class. */
export interface LineStretch {
  readonly class: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The classes to which a network sends points of the line itself: what the data on it are cut by.
 * @param layers those after the line's own layer; none where that is the last
 * @param coordinates [M] on the line
 * @returns [M]
 */
export function classesOnLine(
  { mean, direction }: Pick<BottleneckLine, 'mean' | 'direction'>,
  layers: readonly AffineMap[],
  coordinates: ArrayLike<number>,
): number[] {
  const width = mean.length;
  const points = new Float64Array(coordinates.length * width);
  for (let row = 0; row < coordinates.length; row++) {
    for (let j = 0; j < width; j++) {
      points[row * width + j] = mean[j] + coordinates[row] * direction[j];
    }
  }
  const logits = propagate(layers, points).at(-1) ?? points;
  const classCount = layers.at(-1)?.fanOut ?? width;
  return Array.from({ length: coordinates.length }, (_, row) => {
    const own = logits.subarray(row * classCount, (row + 1) * classCount);
    return own.indexOf(Math.max(...own));
  });
}

/**
 * Joins neighbours of one class; where two differ, the cut lies halfway between them.
 * @param coordinates [M], ascending
 * @param classes [M]
 */
export function lineStretches(
  coordinates: ArrayLike<number>,
  classes: readonly number[],
): LineStretch[] {
  const stretches: LineStretch[] = [];
  classes.forEach((label, k) => {
    const open = stretches.at(-1);
    if (open?.class === label) {
      stretches[stretches.length - 1] = { ...open, to: coordinates[k] };
      return;
    }
    const cut = k === 0 ? coordinates[0] : (coordinates[k - 1] + coordinates[k]) / 2;
    if (open) stretches[stretches.length - 1] = { ...open, to: cut };
    stretches.push({ class: label, from: cut, to: coordinates[k] });
  });
  return stretches;
}
