/**
 * Singular values in plain TypeScript and float64: Householder reduction to a bidiagonal matrix,
 * then implicit QR sweeps on it (Golub & Van Loan, Matrix Computations, 4th ed., §5.4.8 and
 * §8.6; the zero-shift sweep is Demmel & Kahan 1990). AᵀA is never formed: it would lose every
 * singular value below 1e-8 of the largest, and those decide a rank.
 */

/** Beyond this ratio of rows to columns it is cheaper to reduce to a triangle first. */
const tallness = 5 / 3;

const sweepsPerValue = 60;

/**
 * Singular values of a matrix, descending.
 * @param matrix row-major, [rows, columns]
 * @returns min(rows, columns) values, each within a few ulp of σ₁ of the truth; all NaN if an
 *   entry is NaN or infinite
 * @throws RangeError if `matrix` does not hold rows × columns entries
 */
export function singularValues(
  matrix: ArrayLike<number>,
  rows: number,
  columns: number,
): Float64Array {
  if (matrix.length !== rows * columns) {
    throw new RangeError(`${rows} × ${columns} matrix expected, got ${matrix.length} entries`);
  }
  const values = new Float64Array(Math.min(rows, columns));
  let largest = 0;
  for (let i = 0; i < matrix.length; i++) {
    if (!Number.isFinite(matrix[i])) return values.fill(Number.NaN);
    largest = Math.max(largest, Math.abs(matrix[i]));
  }
  if (largest === 0) return values;

  const work = tallWithoutZeros(matrix, rows, columns, largest);
  if (work.rows > tallness * work.columns) triangularise(work);
  const { diagonal, superdiagonal } = bidiagonalise(work);
  sweepToDiagonal(diagonal, superdiagonal);
  for (let i = 0; i < diagonal.length; i++) values[i] = Math.abs(diagonal[i]) * largest;
  return values.sort().reverse();
}

interface Matrix {
  rows: number;
  readonly columns: number;
  readonly entries: Float64Array;
}

/**
 * The matrix divided by its largest entry, so that no square over- or underflows; without its
 * zero rows and columns (dead neurons), and transposed if it is wide: neither changes a
 * singular value other than zero.
 */
function tallWithoutZeros(
  matrix: ArrayLike<number>,
  rows: number,
  columns: number,
  largest: number,
): Matrix {
  const rowIsUsed = new Uint8Array(rows);
  const columnIsUsed = new Uint8Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (matrix[i * columns + j] !== 0) rowIsUsed[i] = columnIsUsed[j] = 1;
    }
  }
  const keptRows = indicesOf(rowIsUsed);
  const keptColumns = indicesOf(columnIsUsed);
  const wide = keptColumns.length > keptRows.length;
  const [outer, inner] = wide ? [keptColumns, keptRows] : [keptRows, keptColumns];
  const [outerStride, innerStride] = wide ? [1, columns] : [columns, 1];
  const entries = new Float64Array(outer.length * inner.length);
  let next = 0;
  for (const i of outer) {
    for (const j of inner) entries[next++] = matrix[i * outerStride + j * innerStride] / largest;
  }
  return { rows: outer.length, columns: inner.length, entries };
}

function indicesOf(flags: Uint8Array): number[] {
  return Array.from(flags.keys()).filter((index) => flags[index] === 1);
}

/** Replaces A by the upper triangle R of A = QR. */
function triangularise(matrix: Matrix): void {
  const { columns, entries } = matrix;
  const products = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    entries[k * columns + k] = reflectColumn(matrix, k, products);
    for (let i = k + 1; i < matrix.rows; i++) entries[i * columns + k] = 0;
  }
  matrix.rows = columns;
}

/** Orthogonal transformations from both sides, until only the diagonal and the one above it are left. */
function bidiagonalise(matrix: Matrix): { diagonal: Float64Array; superdiagonal: Float64Array } {
  const { columns } = matrix;
  const diagonal = new Float64Array(columns);
  const superdiagonal = new Float64Array(Math.max(0, columns - 1));
  const products = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    diagonal[k] = reflectColumn(matrix, k, products);
    if (k + 1 < columns) superdiagonal[k] = reflectRow(matrix, k);
  }
  return { diagonal, superdiagonal };
}

/**
 * Reflects the rows from k on so that column k vanishes below its diagonal entry, which is
 * returned. Column k itself is left as the reflection's vector: it is not read again.
 */
function reflectColumn({ rows, columns, entries }: Matrix, k: number, products: Float64Array) {
  let square = 0;
  for (let i = k; i < rows; i++) square += entries[i * columns + k] ** 2;
  if (square === 0) return 0;
  const pivot = k * columns + k;
  const norm = Math.sqrt(square);
  // The sign that makes the pivot grow: the other one would cancel digits.
  const reflected = entries[pivot] > 0 ? -norm : norm;
  const scale = 1 / (square - entries[pivot] * reflected);
  entries[pivot] -= reflected;

  products.fill(0, k + 1);
  for (let i = k; i < rows; i++) {
    const row = i * columns;
    const weight = entries[row + k];
    for (let j = k + 1; j < columns; j++) products[j] += weight * entries[row + j];
  }
  for (let i = k; i < rows; i++) {
    const row = i * columns;
    const weight = entries[row + k] * scale;
    for (let j = k + 1; j < columns; j++) entries[row + j] -= weight * products[j];
  }
  return reflected;
}

/** The same for the columns from k + 1 on: row k vanishes beyond its superdiagonal entry, which is returned. */
function reflectRow({ rows, columns, entries }: Matrix, k: number): number {
  const top = k * columns;
  let square = 0;
  for (let j = k + 1; j < columns; j++) square += entries[top + j] ** 2;
  if (square === 0) return 0;
  const pivot = top + k + 1;
  const norm = Math.sqrt(square);
  const reflected = entries[pivot] > 0 ? -norm : norm;
  const scale = 1 / (square - entries[pivot] * reflected);
  entries[pivot] -= reflected;

  for (let i = k + 1; i < rows; i++) {
    const row = i * columns;
    let product = 0;
    for (let j = k + 1; j < columns; j++) product += entries[row + j] * entries[top + j];
    product *= scale;
    for (let j = k + 1; j < columns; j++) entries[row + j] -= product * entries[top + j];
  }
  return reflected;
}

/** QR sweeps on a bidiagonal matrix, in place, until `diagonal` holds its singular values up to sign. */
function sweepToDiagonal(diagonal: Float64Array, superdiagonal: Float64Array): void {
  let scale = 0;
  for (const value of diagonal) scale = Math.max(scale, Math.abs(value));
  for (const value of superdiagonal) scale = Math.max(scale, Math.abs(value));
  const negligible = Number.EPSILON * scale;

  let last = diagonal.length - 1;
  let sweeps = sweepsPerValue * diagonal.length;
  while (last > 0) {
    let first = last;
    while (first > 0 && Math.abs(superdiagonal[first - 1]) > negligible) first--;
    if (first === last) {
      last--;
      continue;
    }
    if (sweeps-- === 0) throw new Error('The singular values did not converge');
    // A sweep gathers the small values at the bottom; a block that has them on top is turned
    // over, which transposes it.
    if (Math.abs(diagonal[first]) < Math.abs(diagonal[last])) {
      diagonal.subarray(first, last + 1).reverse();
      superdiagonal.subarray(first, last).reverse();
    }
    let singular = false;
    for (let i = first; i <= last; i++) {
      if (Math.abs(diagonal[i]) > negligible) continue;
      diagonal[i] = 0;
      singular = true;
    }
    if (singular) zeroShiftSweep(diagonal, superdiagonal, first, last);
    else shiftedSweep(diagonal, superdiagonal, first, last);
  }
}

/** One implicit QR sweep over rows first … last, shifted by the trailing eigenvalue of BᵀB's last 2 × 2 block. */
function shiftedSweep(d: Float64Array, e: Float64Array, first: number, last: number): void {
  const shift = smallSingularValue(d[last - 1], e[last - 1], d[last]);
  // The first column of BᵀB − shift², divided by d[first] so that nothing is squared.
  let f = (Math.abs(d[first]) - shift) * (Math.sign(d[first]) + shift / d[first]);
  let g = e[first];
  for (let i = first; i < last; i++) {
    const right = length(f, g);
    const [c, s] = right === 0 ? [1, 0] : [f / right, g / right];
    if (i > first) e[i - 1] = right;
    f = c * d[i] + s * e[i];
    e[i] = c * e[i] - s * d[i];
    g = s * d[i + 1];
    d[i + 1] *= c;

    const left = length(f, g);
    const [p, q] = left === 0 ? [1, 0] : [f / left, g / left];
    d[i] = left;
    f = p * e[i] + q * d[i + 1];
    d[i + 1] = p * d[i + 1] - q * e[i];
    if (i + 1 < last) {
      g = q * e[i + 1];
      e[i + 1] *= p;
    }
  }
  e[last - 1] = f;
}

/** A sweep without shift: where a diagonal entry is zero, it splits the zero off at the bottom. */
function zeroShiftSweep(d: Float64Array, e: Float64Array, first: number, last: number): void {
  let c = 1;
  let p = 1;
  let q = 0;
  for (let i = first; i < last; i++) {
    const f = c * d[i];
    const right = length(f, e[i]);
    const s = right === 0 ? 0 : e[i] / right;
    c = right === 0 ? 1 : f / right;
    if (i > first) e[i - 1] = q * right;
    const x = p * right;
    const y = s * d[i + 1];
    d[i] = length(x, y);
    [p, q] = d[i] === 0 ? [1, 0] : [x / d[i], y / d[i]];
  }
  const end = c * d[last];
  d[last] = end * p;
  e[last - 1] = end * q;
}

/** The smaller singular value of [[f, g], [0, h]], without squaring f, g or h. */
function smallSingularValue(f: number, g: number, h: number): number {
  const sum = length(Math.abs(f) + Math.abs(h), g);
  const difference = length(Math.abs(f) - Math.abs(h), g);
  const large = (sum + difference) / 2;
  return large === 0 ? 0 : Math.abs(f / large) * Math.abs(h);
}
/** √(x² + y²), much faster than `Math.hypot`; nothing overflows, as the matrix has been scaled. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
