/**
 * The 39 points of Figure 2 of Jacot, "Implicit Bias of Large Depth Networks" (ICLR 2023), read
 * off a rendering of the figure to about 0.03. Classes are numbered from left to right.
 */
import type { ClassFamily } from './class-family.ts';

const points: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-2.23, -0.69],
    [-2.26, -0.72],
    [-2.23, -0.69],
    [-2.04, 1.87],
    [-1.23, -1.81],
    [-1.22, 0.17],
    [-1.18, 1.19],
    [-0.89, 1.16],
    [-0.84, 0.46],
    [-0.83, 0.87],
    [-0.78, 0.81],
    [-0.66, 0.74],
    [-0.61, 0.84],
  ],
  [
    [-1.24, -0.58],
    [-1.16, -0.69],
    [-1.1, -1.07],
    [-0.38, 0.09],
    [-0.21, 0.22],
    [-0.03, 1.11],
    [0.11, 0.74],
  ],
  [
    [0.01, 2.07],
    [0.06, -1.1],
    [0.23, -0.24],
    [0.43, -0.05],
    [0.55, -0.03],
    [0.78, 1.28],
    [0.79, 0.05],
    [1.17, 0.38],
  ],
  [
    [1.36, -1.4],
    [0.76, -0.84],
    [0.98, -0.47],
    [1.52, -0.04],
    [1.38, 0.05],
    [1.9, 0.43],
    [2.02, 0.41],
    [2.21, 0.7],
    [2.17, 1.05],
    [2.03, 1.15],
    [1.94, 1.33],
  ],
];

export const paperS: ClassFamily = {
  kind: 'classes',
  classCount: points.length,
  points: points.reduce((sum, group) => sum + group.length, 0),
  fixed: true,
  noise: 0,
  sizeOf: (label) => points[label].length,
  place(label, index, _count, noise, random) {
    const [x, y] = points[label][index];
    return noise === 0 ? [x, y] : [x + noise * random.normal(), y + noise * random.normal()];
  },
};
