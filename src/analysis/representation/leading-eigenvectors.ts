import { randomStream } from '../../experiment/random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** Columns that are carried along so that those wanted converge faster. */
const spareColumns = 8;
const maxIterations = 60;
/** A filter may lift the first direction above the others by this much and leave them enough digits. */
const largestLift = 1e6;
const largestDegree = 16;
/** Allowed residual, relative to the eigenvalue and to the largest of all. */
const tolerance = { own: 1e-7, largest: 1e-14 };

/**
 * The first few eigenpairs of a positive semidefinite matrix by subspace iteration with
 * Rayleigh–Ritz projection and a Chebyshev filter against the unwanted rest of the spectrum
 * (Saad, Numerical Methods for Large Eigenvalue Problems, 2nd ed., §5.3 and §7.4); exact at once
 * where the matrix is hardly larger than what is asked for. Always starts the same way. Should a
 * spectrum be too flat to settle, the last round's directions stand: they are orthonormal and
 * belong to nearly the same values.
 *
 * @param matrix row-major [size, size], symmetric, finite
 * @returns values [count] and vectors [count, size], row by row; zeros where there is none
 */
export function leadingEigenvectors(
  matrix: Float64Array,
  size: number,
  count: number,
): { values: Float64Array; vectors: Float64Array } {
  const values = new Float64Array(count);
  const vectors = new Float64Array(count * size);
  const block = Math.min(size, count + spareColumns);
  const found = Math.min(count, size);
  const random = randomStream(0, 'subspace iteration');
  let basis = Float64Array.from({ length: block * size }, () => random.normal());
  orthonormalise(basis, block, size);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const image = multiplyRows(matrix, basis, block, size);
    const projected = new Float64Array(block * block);
    for (let i = 0; i < block; i++) {
      for (let j = 0; j <= i; j++) {
        let dot = 0;
        for (let k = 0; k < size; k++) dot += basis[i * size + k] * image[j * size + k];
        projected[i * block + j] = projected[j * block + i] = dot;
      }
    }
    const ritz = symmetricEigen(projected, block);
    const turned = combineRows(basis, ritz.vectors, block, size);
    const turnedImage = combineRows(image, ritz.vectors, block, size);
    const cut = Math.max(0, ritz.values[block - 1]);
    for (let k = 0; k < found; k++) {
      values[k] = Math.max(0, ritz.values[k]);
      vectors.set(turned.subarray(k * size, (k + 1) * size), k * size);
    }
    if (block === size || isSettled(turned, turnedImage, ritz.values, found, size)) break;
    basis = filtered(matrix, turned, turnedImage, block, size, ritz.values[0], cut);
    orthonormalise(basis, block, size);
  }
  return { values, vectors };
}

/**
 * Rows times a Chebyshev polynomial of the matrix that stays within ±1 on [0, cut] and grows
 * beyond it. A spectrum that falls off steeply needs no help and would only lose digits.
 * @param images the rows times the matrix
 */
function filtered(
  matrix: Float64Array,
  rows: Float64Array,
  images: Float64Array<ArrayBuffer>,
  count: number,
  size: number,
  largest: number,
  cut: number,
): Float64Array<ArrayBuffer> {
  if (!(cut > 1e-12 * largest)) return images;
  const growth = Math.acosh(Math.max(1, (2 * largest) / cut - 1));
  const degree = Math.min(largestDegree, Math.floor(Math.log(largestLift) / growth));
  if (degree < 2) return images;
  let before = rows;
  let current = images.map((image, i) => (2 / cut) * image - rows[i]);
  for (let power = 2; power <= degree; power++) {
    const product = multiplyRows(matrix, current, count, size);
    const older = before;
    const newer = current;
    const next = product.map((image, i) => 2 * ((2 / cut) * image - newer[i]) - older[i]);
    before = current;
    current = next;
  }
  return current;
}

function isSettled(
  vectors: Float64Array,
  images: Float64Array,
  values: Float64Array,
  count: number,
  size: number,
): boolean {
  for (let k = 0; k < count; k++) {
    let square = 0;
    for (let i = k * size; i < (k + 1) * size; i++) {
      square += (images[i] - values[k] * vectors[i]) ** 2;
    }
    const allowed = tolerance.own * Math.abs(values[k]) + tolerance.largest * values[0];
    if (Math.sqrt(square) > allowed) return false;
  }
  return true;
}

/** Each row of `rows` [count, size] times the symmetric matrix. */
function multiplyRows(
  matrix: Float64Array,
  rows: Float64Array,
  count: number,
  size: number,
): Float64Array<ArrayBuffer> {
  const product = new Float64Array(count * size);
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += matrix[i * size + j] * rows[r * size + j];
      product[r * size + i] = sum;
    }
  }
  return product;
}

/** Row k of the result is Σᵢ rows[i]·coefficients[i, k]. */
function combineRows(
  rows: Float64Array,
  coefficients: Float64Array,
  count: number,
  size: number,
): Float64Array<ArrayBuffer> {
  const combined = new Float64Array(count * size);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < count; i++) {
      const weight = coefficients[i * count + k];
      for (let j = 0; j < size; j++) combined[k * size + j] += weight * rows[i * size + j];
    }
  }
  return combined;
}

/** Gram–Schmidt, twice; a row that depends on those before it becomes zero. */
function orthonormalise(rows: Float64Array, count: number, size: number): void {
  for (let r = 0; r < count; r++) {
    const row = rows.subarray(r * size, (r + 1) * size);
    const before = length(row);
    for (let pass = 0; pass < 2; pass++) {
      for (let earlier = 0; earlier < r; earlier++) {
        let dot = 0;
        for (let i = 0; i < size; i++) dot += row[i] * rows[earlier * size + i];
        for (let i = 0; i < size; i++) row[i] -= dot * rows[earlier * size + i];
      }
    }
    const after = length(row);
    const isDependent = !(after > 1e-12 * before);
    for (let i = 0; i < size; i++) row[i] = isDependent ? 0 : row[i] / after;
  }
}

function length(vector: Float64Array): number {
  let square = 0;
  for (const entry of vector) square += entry * entry;
  return Math.sqrt(square);
}
