import type { ClassFamily } from './class-family.ts';

/** Two classes on the diagonals of a chessboard of four fields. */
export const xor: ClassFamily = {
  kind: 'classes',
  classCount: 2,
  points: 120,
  fixed: false,
  noise: 0.3,
  place(label, index, _count, noise, random) {
    const side = index % 2 === 0 ? 1 : -1;
    return [
      1.3 * side + noise * random.normal(),
      1.3 * side * (label === 0 ? 1 : -1) + noise * random.normal(),
    ];
  },
};
