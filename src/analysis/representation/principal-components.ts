import { centredColumns } from '../../engine/spectra.ts';
import { nothing } from '../ranks/index.ts';
import { leadingEigenvectors } from './leading-eigenvectors.ts';

/** The first principal components of a layer's activations on N points. */
export interface PrincipalComponents {
  /** How many components there are; those beyond the width are zero. */
  readonly count: number;
  /** [width]: mean of the activations. */
  readonly mean: Float64Array;
  /** [count, width]: unit vectors, or zero where nothing varies any more. */
  readonly directions: Float64Array;
  /** [N, count]: coordinates of the points. */
  readonly scores: Float32Array;
  /** [count]: singular values of the centred activations. */
  readonly singularValues: Float64Array;
  /** [count]: share of the total variance; 0 for constant activations. */
  readonly shares: Float64Array;
}

/**
 * Principal components of activations, centred over the points. The sign of a direction is the
 * one that makes its largest entry positive; see `alignedPlane` for what follows another frame.
 *
 * They are found through the covariance of the neurons that vary at all, in float64. That loses
 * components below 1e-8 of the first, which float32 activations do not hold anyway.
 *
 * @param activations [N, width], row-major
 * @returns everything NaN where an activation is not finite
 */
export function principalComponents(
  activations: Float32Array,
  width: number,
  count = 3,
): PrincipalComponents {
  const rows = activations.length / width;
  const centred = centredColumns(activations, width);
  const mean = Float64Array.from({ length: width }, (_, j) =>
    rows === 0 ? 0 : activations[j] - centred[j],
  );
  const result = {
    count,
    mean,
    directions: new Float64Array(count * width),
    scores: new Float32Array(rows * count),
    singularValues: new Float64Array(count),
    shares: new Float64Array(count),
  };
  if (!centred.every(Number.isFinite)) {
    const { directions, scores, singularValues, shares } = result;
    for (const broken of [mean, directions, scores, singularValues, shares])
      broken.fill(Number.NaN);
    return result;
  }

  const varying = varyingColumns(centred, width);
  const covariance = gramMatrix(centred, width, varying);
  const size = varying.length;
  let total = 0;
  for (let k = 0; k < size; k++) total += covariance[k * size + k];
  // What a collapsed network leaves of a layer is rounding, in which there are no directions.
  if (total <= nothing ** 2) return result;
  const { values, vectors } = leadingEigenvectors(covariance, size, count);
  for (let k = 0; k < count; k++) {
    const sign = signOf(vectors.subarray(k * size, (k + 1) * size));
    varying.forEach((column, i) => {
      result.directions[k * width + column] = sign * vectors[k * size + i];
    });
    result.singularValues[k] = Math.sqrt(values[k]);
    result.shares[k] = values[k] / total;
  }
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (const j of varying) sum += centred[row * width + j] * result.directions[k * width + j];
      result.scores[row * count + k] = sum;
    }
  }
  return result;
}

function varyingColumns(matrix: Float64Array, columns: number): number[] {
  const varies = new Uint8Array(columns);
  for (let i = 0; i < matrix.length; i++) if (matrix[i] !== 0) varies[i % columns] = 1;
  return Array.from(varies.keys()).filter((column) => varies[column] === 1);
}

/** AᵀA for the chosen columns of A. */
function gramMatrix(matrix: Float64Array, columns: number, chosen: readonly number[]) {
  const size = chosen.length;
  const gram = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (let start = 0; start < matrix.length; start += columns) {
    for (let i = 0; i < size; i++) row[i] = matrix[start + chosen[i]];
    for (let i = 0; i < size; i++) {
      const value = row[i];
      if (value === 0) continue;
      for (let j = i; j < size; j++) gram[i * size + j] += value * row[j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) gram[i * size + j] = gram[j * size + i];
  }
  return gram;
}

function signOf(vector: Float64Array): 1 | -1 {
  let largest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  return largest < 0 ? -1 : 1;
}
