/** Matrices to take the singular values of, and what these are. */
import { Matrix, SVD } from 'ml-matrix';
import { uniform } from './problems.ts';

/** Singular values of a row-major matrix, descending, in double precision. */
export function decompose(rows: number, columns: number, entries: ArrayLike<number>): number[] {
  const matrix = new Matrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) matrix.set(i, j, entries[i * columns + j]);
  }
  return new SVD(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  }).diagonal;
}

/** A random product of rank `rank`, its columns scaled down by `decay` one after the other. */
export function lowRank(rows: number, columns: number, rank: number, decay: number, seed: number) {
  const random = uniform(seed);
  const left = Array.from({ length: rows * rank }, random);
  const right = Array.from({ length: rank * columns }, random);
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const i = Math.floor(at / columns);
    const j = at % columns;
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += left[i * rank + k] * right[k * columns + j] * decay ** k;
    return sum;
  });
}
