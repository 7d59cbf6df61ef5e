/** Labelled points in the plane, and what a family of such points has to say about itself. */
import type { Random } from '../random.ts';
import type { Described } from './described.ts';
import { type Domain, domain } from './domain.ts';

export interface ClassData {
  readonly kind: 'classes';
  /** [N, 2], row-major, in data coordinates. */
  readonly inputs: Float32Array;
  /** N class indices below `classCount`. */
  readonly labels: Uint8Array;
  readonly classCount: number;
}

export interface ClassFamily extends Described {
  readonly kind: 'classes';
  readonly classCount: number;
  /** One point of class `label`, before clipping to the domain; point `index` of `count` in its class. */
  place(
    label: number,
    index: number,
    count: number,
    noise: number,
    random: Random,
  ): [number, number];
  /** For fixed families: number of points of class `label`. */
  sizeOf?(label: number): number;
}

/**
 * Draws a data set: classes as equal in size as `points` allows, clipped to the domain.
 * @param points total number of points, ignored by fixed families
 * @param noise standard deviation of the scatter, in data units
 */
export function sampleClasses(
  family: ClassFamily,
  points: number,
  noise: number,
  random: Random,
): ClassData {
  const sizes = Array.from({ length: family.classCount }, (_, label) =>
    family.sizeOf
      ? family.sizeOf(label)
      : Math.floor(points / family.classCount) + (label < points % family.classCount ? 1 : 0),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const inputs = new Float32Array(2 * total);
  const labels = new Uint8Array(total);
  const within = (value: number, [from, to]: Domain['x']) => Math.min(to, Math.max(from, value));
  let row = 0;
  for (const [label, size] of sizes.entries()) {
    for (let index = 0; index < size; index++, row++) {
      const [x, y] = family.place(label, index, size, noise, random);
      inputs[2 * row] = within(x, domain.x);
      inputs[2 * row + 1] = within(y, domain.y);
      labels[row] = label;
    }
  }
  return { kind: 'classes', inputs, labels, classCount: family.classCount };
}
