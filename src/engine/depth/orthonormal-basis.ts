/**
 * An orthonormal basis of the span of given vectors by the Gram–Schmidt process with pivoting:
 * QR with column pivoting (Golub & Van Loan, Matrix Computations, 4th ed., §5.4.2), where the
 * next vector is always the one farthest from the span so far. It stops as soon as all of them
 * are near enough, which for low ranks makes it many times cheaper than a whole factorisation.
 */

export interface OrthonormalBasis {
  /** [rank, size], row-major; the rows are orthonormal. */
  readonly vectors: Float64Array;
  readonly rank: number;
  /**
   * The given vectors in this basis, [rank, count], up to the tolerance: a vector that is in the
   * span of the first few has zeros for the rest.
   */
  readonly coordinates: Float64Array;
  /** Which of the given vectors each of them was made from. */
  readonly pivots: readonly number[];
}

export interface Stop {
  /** Share of the longest vector's norm at which the farthest vector counts as in the span. */
  readonly tolerance: number;
  /** No more basis vectors than this are of interest; default: as many as there are. */
  readonly mostVectors?: number;
}

/** @param given vectors of length `size`, one a row */
export function orthonormalBasis(
  given: ArrayLike<number>,
  size: number,
  { tolerance, mostVectors = size }: Stop,
): OrthonormalBasis {
  const count = given.length / size;
  const left = new Float64Array(given);
  const squares = new Float64Array(count);
  for (let row = 0; row < count; row++) squares[row] = squaredNorm(left, row * size, size);
  const most = Math.min(count, size, mostVectors);
  const vectors = new Float64Array(most * size);
  const coordinates = new Float64Array(most * count);
  const pivots: number[] = [];
  const enough = tolerance ** 2 * squares.reduce((a, b) => Math.max(a, b), 0);
  while (pivots.length < most) {
    const pivot = indexOfLargest(squares);
    if (!(squares[pivot] > enough)) break;
    const start = pivots.length * size;
    const next = vectors.subarray(start, start + size);
    next.set(left.subarray(pivot * size, (pivot + 1) * size));
    // What is left of a vector has lost digits; orthogonalised again it is orthogonal to rounding.
    for (let k = 0; k < pivots.length; k++) removeComponent(next, 0, vectors, k * size, size);
    const norm = Math.sqrt(squaredNorm(next, 0, size));
    for (let i = 0; i < size; i++) next[i] /= norm;
    const known = pivots.length * count;
    pivots.push(pivot);
    for (let row = 0; row < count; row++) {
      if (squares[row] <= enough) continue;
      coordinates[known + row] = removeComponent(left, row * size, next, 0, size);
      squares[row] = squaredNorm(left, row * size, size);
    }
    squares[pivot] = 0;
  }
  const rank = pivots.length;
  return {
    vectors: vectors.subarray(0, rank * size),
    rank,
    coordinates: coordinates.subarray(0, rank * count),
    pivots,
  };
}

function squaredNorm(values: Float64Array, from: number, size: number): number {
  let sum = 0;
  for (let i = from; i < from + size; i++) sum += values[i] * values[i];
  return sum;
}

/** Makes a vector orthogonal to a unit vector; the component that was removed. */
function removeComponent(
  vector: Float64Array,
  from: number,
  unit: Float64Array,
  unitFrom: number,
  size: number,
): number {
  let dot = 0;
  for (let i = 0; i < size; i++) dot += vector[from + i] * unit[unitFrom + i];
  for (let i = 0; i < size; i++) vector[from + i] -= dot * unit[unitFrom + i];
  return dot;
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
