/** The directions in which given points vary most. */
import { jacobiDecomposition } from './jacobi.ts';
import { orthonormalBasis } from './orthonormal-basis.ts';

/** Below this share of the longest column, what is left of one is rounding. */
const tolerance = 1e-6;

export interface LeadingDirections {
  /** [count, size], row-major; the rows are orthonormal, and the first varies most. */
  readonly vectors: Float64Array;
  readonly count: number;
  /** How many directions the points vary in. */
  readonly rank: number;
  /** [size]. */
  readonly mean: Float64Array;
}

/**
 * The first principal components of points. The projection onto them about the mean is the best
 * affine approximation of that rank (Eckart & Young 1936; Golub & Van Loan, Matrix Computations,
 * 4th ed., §2.4.3).
 * @param points [N, size], row-major
 * @param most no more directions than these
 */
export function leadingDirections(
  points: Float64Array,
  size: number,
  most: number,
): LeadingDirections {
  const count = points.length / size;
  const mean = new Float64Array(size);
  for (const [at, value] of points.entries()) mean[at % size] += value / count;
  const columns = new Float64Array(points.length);
  for (const [at, value] of points.entries()) {
    const column = at % size;
    columns[column * count + (at - column) / size] = value - mean[column];
  }
  const { coordinates, rank } = orthonormalBasis(columns, count, { tolerance });
  const { scaledLeft, singularValues } = jacobiDecomposition(coordinates, rank);
  const order = Array.from(singularValues.keys()).sort(
    (a, b) => singularValues[b] - singularValues[a],
  );
  const kept = order.slice(0, most);
  const vectors = new Float64Array(kept.length * size);
  for (const [row, k] of kept.entries()) {
    for (let i = 0; i < size; i++) {
      vectors[row * size + i] = scaledLeft[k * size + i] / singularValues[k];
    }
  }
  return { vectors, count: kept.length, rank, mean };
}
