/** The directions that belong to the largest singular values of a matrix. */
import { leadingEigenvectors } from './representation/leading-eigenvectors.ts';

export interface SingularTriplets {
  /** [count], descending. */
  readonly values: Float32Array;
  /** [count, rows]: unit vectors uᵢ with A vᵢ = σᵢ uᵢ. */
  readonly left: Float32Array;
  /** [count, columns]: unit vectors vᵢ. */
  readonly right: Float32Array;
}

/**
 * The first `count` singular triplets of a matrix [rows, columns], row-major, from the
 * eigenvectors of its smaller Gram matrix: good to about half of the digits for values far below
 * the first (Golub & Van Loan, Matrix Computations, 4th ed., §8.6). Each pair of vectors is
 * turned so that the largest entry of the left one is positive. Where σᵢ is zero, the vector on
 * the larger side is too.
 */
export function singularTriplets(
  matrix: Float32Array,
  rows: number,
  columns: number,
  count: number,
): SingularTriplets {
  const found = Math.min(count, rows, columns);
  const byRows = rows <= columns;
  const [small, large] = byRows ? [rows, columns] : [columns, rows];
  const at = (i: number, k: number) => (byRows ? matrix[i * columns + k] : matrix[k * columns + i]);
  const gram = new Float64Array(small * small);
  for (let i = 0; i < small; i++) {
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let k = 0; k < large; k++) dot += at(i, k) * at(j, k);
      gram[i * small + j] = gram[j * small + i] = dot;
    }
  }
  const eigen = leadingEigenvectors(gram, small, found);
  const values = Float32Array.from(eigen.values, (value) => Math.sqrt(Math.max(0, value)));
  const near = Float32Array.from(eigen.vectors);
  const far = new Float32Array(found * large);
  for (let one = 0; one < found; one++) {
    for (let k = 0; k < large; k++) {
      let dot = 0;
      for (let i = 0; i < small; i++) dot += eigen.vectors[one * small + i] * at(i, k);
      far[one * large + k] = values[one] > 0 ? dot / values[one] : 0;
    }
  }
  const [left, right] = byRows ? [near, far] : [far, near];
  for (let one = 0; one < found; one++) {
    const own = left.subarray(one * rows, (one + 1) * rows);
    const largest = own.reduce(
      (most, value) => (Math.abs(value) > Math.abs(most) ? value : most),
      0,
    );
    if (largest >= 0) continue;
    for (let i = 0; i < rows; i++) own[i] = -own[i];
    for (let i = 0; i < columns; i++) right[one * columns + i] *= -1;
  }
  return { values, left, right };
}
