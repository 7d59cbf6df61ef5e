/** Labelled points in the plane, and what a family of such points has to say about itself. */
import type { Random } from '../random.ts';

export interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The square all built-in data sets live in, that of the paper's Figure 2. */
export const domain: Domain = { x: [-3, 3], y: [-3, 3] };

export interface DataSet {
  /** [N, 2], row-major, in data coordinates. */
  readonly inputs: Float32Array;
  /** N class indices below `classCount`. */
  readonly labels: Uint8Array;
  readonly classCount: number;
}

export interface DataFamily {
  readonly title: string;
  readonly about: string;
  readonly classCount: number;
  /** How many points it gives unless asked otherwise; `fixed` families cannot give another number. */
  readonly points: number;
  readonly fixed: boolean;
  /** Default standard deviation of the Gaussian scatter, in data units. */
  readonly noise: number;
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
export function sampleDataSet(
  family: DataFamily,
  points: number,
  noise: number,
  random: Random,
): DataSet {
  const sizes = Array.from({ length: family.classCount }, (_, label) =>
    family.sizeOf
      ? family.sizeOf(label)
      : Math.floor(points / family.classCount) + (label < points % family.classCount ? 1 : 0),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const inputs = new Float32Array(2 * total);
  const labels = new Uint8Array(total);
  let row = 0;
  for (const [label, size] of sizes.entries()) {
    for (let index = 0; index < size; index++, row++) {
      const [x, y] = family.place(label, index, size, noise, random);
      inputs[2 * row] = Math.min(domain.x[1], Math.max(domain.x[0], x));
      inputs[2 * row + 1] = Math.min(domain.y[1], Math.max(domain.y[0], y));
      labels[row] = label;
    }
  }
  return { inputs, labels, classCount: family.classCount };
}
