export interface SymmetricEigen {
  /** Descending. */
  readonly values: Float64Array;
  /** [size, size]: column k belongs to value k. */
  readonly vectors: Float64Array;
}

const maxSweeps = 30;

/**
 * Eigenvalues and vectors of a small symmetric matrix by cyclic Jacobi rotations (Golub & Van
 * Loan, Matrix Computations, 4th ed., §8.5).
 * @param matrix row-major [size, size], finite; not changed
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const v = new Float64Array(size * size);
  let scale = 0;
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (const entry of a) scale = Math.max(scale, Math.abs(entry));
  const negligible = Number.EPSILON * Number.EPSILON * scale;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q];
        const diagonal = Math.min(Math.abs(a[p * size + p]), Math.abs(a[q * size + q]));
        if (Math.abs(off) <= Math.max(negligible, Number.EPSILON * diagonal)) continue;
        rotated = true;
        const tau = (a[q * size + q] - a[p * size + p]) / (2 * off);
        const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        const c = 1 / Math.sqrt(1 + t * t);
        rotateRows(a, size, p, q, c, t * c);
        rotateColumns(a, size, p, q, c, t * c);
        rotateColumns(v, size, p, q, c, t * c);
      }
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: size }, (_, k) => k);
  order.sort((p, q) => a[q * size + q] - a[p * size + p]);
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => {
    for (let i = 0; i < size; i++) vectors[i * size + to] = v[i * size + from];
  });
  return { values: Float64Array.from(order, (k) => a[k * size + k]), vectors };
}

function rotateRows(m: Float64Array, size: number, p: number, q: number, c: number, s: number) {
  for (let j = 0; j < size; j++) {
    const x = m[p * size + j];
    const y = m[q * size + j];
    m[p * size + j] = c * x - s * y;
    m[q * size + j] = s * x + c * y;
  }
}

function rotateColumns(m: Float64Array, size: number, p: number, q: number, c: number, s: number) {
  for (let i = 0; i < size; i++) {
    const x = m[i * size + p];
    const y = m[i * size + q];
    m[i * size + p] = c * x - s * y;
    m[i * size + q] = s * x + c * y;
  }
}
