/** The singular value decomposition of small matrices by rotations. */

/** Columns count as orthogonal once the cosine between them is below this. */
const orthogonal = 1e-9;
const mostSweeps = 40;

export interface SingularValueDecomposition {
  /** (U Σ)ᵀ, [columns, rows]: the left singular vectors, one a row, each as long as its singular value. */
  readonly scaledLeft: Float64Array;
  /** Vᵀ, [columns, columns]: the right singular vectors, one a row. */
  readonly right: Float64Array;
  /** In no particular order. */
  readonly singularValues: Float64Array;
}

/**
 * A = U Σ Vᵀ by one-sided Jacobi rotations (Hestenes 1958; Golub & Van Loan, Matrix
 * Computations, 4th ed., §8.6.3). AᵀA is not formed, and small singular values keep their digits.
 * It converges fastest where the columns' norms fall, as those of a pivoted basis do.
 * @param columns of A, one after the other: Aᵀ row-major, [columns, rows]
 */
export function jacobiDecomposition(
  columns: Float64Array,
  columnCount: number,
): SingularValueDecomposition {
  const rows = columnCount === 0 ? 0 : columns.length / columnCount;
  const work = columns.slice();
  const right = new Float64Array(columnCount * columnCount);
  for (let k = 0; k < columnCount; k++) right[k * columnCount + k] = 1;
  const squares = new Float64Array(columnCount);

  for (let sweep = 0, rotated = true; rotated && sweep < mostSweeps; sweep++) {
    rotated = false;
    for (let k = 0; k < columnCount; k++) squares[k] = product(work, k, k, rows);
    for (let p = 0; p + 1 < columnCount; p++) {
      for (let q = p + 1; q < columnCount; q++) {
        const mixed = product(work, p, q, rows);
        if (Math.abs(mixed) <= orthogonal * Math.sqrt(squares[p] * squares[q])) continue;
        rotated = true;
        const half = (squares[q] - squares[p]) / (2 * mixed);
        const tangent = Math.sign(half || 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(work, p, q, rows, cosine, cosine * tangent);
        rotate(right, p, q, columnCount, cosine, cosine * tangent);
        squares[p] -= tangent * mixed;
        squares[q] += tangent * mixed;
      }
    }
  }
  const singularValues = squares.map((_, k) => Math.sqrt(product(work, k, k, rows)));
  return { scaledLeft: work, right, singularValues };
}

function product(vectors: Float64Array, p: number, q: number, size: number): number {
  const a = p * size;
  const b = q * size;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += vectors[a + i] * vectors[b + i];
  return sum;
}

function rotate(
  vectors: Float64Array,
  p: number,
  q: number,
  size: number,
  cosine: number,
  sine: number,
): void {
  const a = p * size;
  const b = q * size;
  for (let i = 0; i < size; i++) {
    const x = vectors[a + i];
    const y = vectors[b + i];
    vectors[a + i] = cosine * x - sine * y;
    vectors[b + i] = sine * x + cosine * y;
  }
}
