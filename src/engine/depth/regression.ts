/**
 * Affine least squares with a bound on the norm (Golub & Van Loan, Matrix Computations, 4th ed.,
 * §6.2.1): the ridge is as weak as the bound allows. Everything happens in the coordinates of an
 * orthonormal basis of the centred inputs' columns; AᵀA is never formed.
 */
import { type AffineMap, applyAffine } from './affine.ts';
import { jacobiDecomposition } from './jacobi.ts';
import { orthonormalBasis } from './orthonormal-basis.ts';

export interface Bounds {
  /** Share of the largest input column at which a direction of the inputs is left out. */
  readonly tolerance: number;
  /** Most directions of the inputs that are used. */
  readonly directions: number;
  /** Largest sum of squares of the map's weights, biases not counted. */
  readonly squaredNorm: number;
}

export interface Regression {
  readonly map: AffineMap;
  /** Root of the squared error left, as a share of the targets' deviation from their means. */
  readonly relativeError: number;
}

/**
 * The affine map that predicts targets [N, fanOut] from inputs [N, fanIn] with the least squared
 * error among those that are no larger than the bound; the smallest of several.
 */
export function regress(
  inputs: Float64Array,
  fanIn: number,
  targets: Float64Array,
  fanOut: number,
  bounds: Bounds,
): Regression {
  const points = inputs.length / fanIn;
  const inputMeans = columnMeans(inputs, fanIn);
  const targetMeans = columnMeans(targets, fanOut);
  const columns = new Float64Array(inputs.length);
  for (let n = 0, at = 0; n < points; n++) {
    for (let i = 0; i < fanIn; i++) columns[i * points + n] = inputs[at++] - inputMeans[i];
  }
  const {
    vectors,
    rank,
    coordinates: inBasis,
  } = orthonormalBasis(columns, points, {
    tolerance: bounds.tolerance,
    mostVectors: Math.min(bounds.directions, fanIn, points - 1),
  });

  const { scaledLeft, right, singularValues } = jacobiDecomposition(inBasis, rank);
  // The mean drops out of the targets' coordinates, as the basis is orthogonal to constants.
  const coordinates = multiply(right, multiply(vectors, targets, fanOut), fanOut);

  const energies = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    for (let j = 0; j < fanOut; j++) energies[k] += coordinates[k * fanOut + j] ** 2;
  }
  const ridge = weakestRidge(singularValues, energies, bounds.squaredNorm);
  for (let k = 0; k < rank; k++) {
    const filter = 1 / (singularValues[k] ** 2 + ridge);
    for (let j = 0; j < fanOut; j++) coordinates[k * fanOut + j] *= filter;
  }
  const weights = new Float64Array(fanIn * fanOut);
  for (let k = 0; k < rank; k++) {
    for (let i = 0; i < fanIn; i++) {
      const factor = scaledLeft[k * fanIn + i];
      for (let j = 0; j < fanOut; j++)
        weights[i * fanOut + j] += factor * coordinates[k * fanOut + j];
    }
  }
  const biases = targetMeans.slice();
  for (let i = 0; i < fanIn; i++) {
    for (let j = 0; j < fanOut; j++) biases[j] -= inputMeans[i] * weights[i * fanOut + j];
  }

  const deviation = squaredDeviation(targets, targetMeans);
  let left = deviation;
  for (let k = 0; k < rank; k++) {
    const missed = 1 / (1 + singularValues[k] ** 2 / ridge);
    left -= energies[k] * (1 - missed ** 2);
  }
  const relativeError = deviation === 0 ? 0 : Math.sqrt(Math.max(0, left) / deviation);
  return { map: { fanIn, fanOut, weights, biases }, relativeError };
}

/**
 * The least ridge r with Σ eₖ σₖ²/(σₖ² + r)² ≤ the bound, by bisection of its logarithm.
 * @param energies eₖ of the targets along the direction of the singular value σₖ
 */
function weakestRidge(
  singularValues: Float64Array,
  energies: Float64Array,
  squaredNorm: number,
): number {
  const isAllowed = (ridge: number) => {
    let sum = 0;
    for (const [k, sigma] of singularValues.entries()) {
      sum += energies[k] * (sigma / (sigma ** 2 + ridge)) ** 2;
    }
    return sum <= squaredNorm;
  };
  if (isAllowed(0)) return 0;
  const largest = singularValues.reduce((a, b) => Math.max(a, b), 0);
  const energy = energies.reduce((a, b) => a + b, 0);
  // As (σ/(σ² + r))² ≤ 1/4r: this much is enough, unless nothing is allowed at all.
  if (squaredNorm === 0) return Number.POSITIVE_INFINITY;
  let high = Math.log(energy / (4 * squaredNorm));
  let low = Math.min(high, Math.log(largest ** 2)) - Math.log(1e20);
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (isAllowed(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

/** A times B [inner, columns]. */
function multiply(A: Float64Array, B: Float64Array, columns: number): Float64Array {
  const map = { fanIn: B.length / columns, fanOut: columns, weights: B };
  return applyAffine({ ...map, biases: new Float64Array(columns) }, A);
}

function columnMeans(matrix: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns);
  const rows = matrix.length / columns;
  for (let at = 0; at < matrix.length; ) {
    for (let j = 0; j < columns; j++) means[j] += matrix[at++] / rows;
  }
  return means;
}

function squaredDeviation(matrix: Float64Array, means: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < matrix.length; ) {
    for (let j = 0; j < means.length; j++) sum += (matrix[at++] - means[j]) ** 2;
  }
  return sum;
}
