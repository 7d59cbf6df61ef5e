/**
 * Rebalancing: the network of least norm among those that compute the same function by rescaled
 * neurons. ReLU is positively homogeneous, so that a hidden neuron's incoming weights and bias
 * may be multiplied by s > 0 and its outgoing weights divided by it (Neyshabur et al.,
 * "Path-SGD", 2015). ‖θ‖² is convex in the logarithms of all s together; descending in one
 * neuron at a time is Osborne's balancing of matrices (J. ACM 7, 1960) for a chain of them.
 */
import type { TrainingState } from '../engine.ts';
import { parameterLayout } from '../parameters.ts';

/** A sweep that finds no more than this share of any layer's norm out of balance is the last. */
const converged = 1e-6;
const mostSweeps = 400;

/** Squares of all weights and biases of one layer. */
interface Squares {
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * The factor s of every neuron after which each hidden neuron's incoming weights and bias have
 * the same norm as its outgoing weights.
 *
 * A neuron one side of which is all zero keeps the factor 1: it would be cheapest at zero, but
 * could not be trained any more.
 * @returns for the layers 0 … L the factors of their neurons; 1 throughout for inputs and outputs
 */
export function balancingScales(dims: readonly number[], parameters: Float32Array): Float64Array[] {
  const layers = squaredLayers(dims, parameters);
  const squaredScales = dims.map((width) => new Float64Array(width).fill(1));
  const depth = layers.length;
  // The slowest mode is that of the layers' norms along the chain, which over-relaxation turns
  // from L² sweeps into L (Young 1954). The norm, a sum of two cosh-like terms in log s, cannot
  // rise under it, as a step of twice the way to the minimum ends at the same height.
  const relaxation = 2 / (1 + Math.sin(Math.PI / Math.max(2, depth)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let imbalance = 0;
    for (let layer = 1; layer < depth; layer++) {
      const around = squaredScales.slice(layer - 1, layer + 2);
      const found = balanceLayer(layers[layer - 1], layers[layer], around, relaxation);
      imbalance = Math.max(imbalance, found);
    }
    if (imbalance <= converged) break;
  }
  return squaredScales.map((squares) => squares.map(Math.sqrt));
}

/**
 * Flat parameters under the factors s of `balancingScales`, in which the function is the same;
 * with `power` 2 and −2 their squares and the second moments change accordingly.
 */
export function rescale(
  dims: readonly number[],
  parameters: Float32Array,
  scales: readonly Float64Array[],
  power: number,
): Float32Array {
  const scaled = new Float32Array(parameters.length);
  const powers = scales.map((factors) => factors.map((factor) => factor ** power));
  for (const [layer, { fanIn, fanOut, weights, biases }] of parameterLayout(dims).entries()) {
    const before = powers[layer];
    const after = powers[layer + 1];
    for (let i = 0; i < fanIn; i++) {
      const row = weights + i * fanOut;
      const factor = 1 / before[i];
      for (let j = 0; j < fanOut; j++) {
        scaled[row + j] = bounded(parameters[row + j] * after[j] * factor);
      }
    }
    for (let j = 0; j < fanOut; j++) {
      scaled[biases + j] = bounded(parameters[biases + j] * after[j]);
    }
  }
  return scaled;
}

const largestFloat = 3.4028234663852886e38;

/** Moments of a neuron that is scaled beyond reason must not become infinite. */
function bounded(value: number): number {
  return Math.min(largestFloat, Math.max(-largestFloat, value));
}

/** The parameters of least norm that compute the same function by rescaled neurons. */
export function rebalance(dims: readonly number[], parameters: Float32Array): Float32Array {
  return rescale(dims, parameters, balancingScales(dims, parameters), 1);
}

/**
 * The same for a training state. Where a parameter is multiplied by s its gradient is divided by
 * it, and so are both of Adam's averages, with their power of the gradient.
 */
export function rebalanceState(dims: readonly number[], state: TrainingState): TrainingState {
  const scales = balancingScales(dims, state.parameters);
  return {
    ...state,
    parameters: rescale(dims, state.parameters, scales, 1),
    firstMoment: rescale(dims, state.firstMoment, scales, -1),
    secondMoment: rescale(dims, state.secondMoment, scales, -2),
  };
}

function squaredLayers(dims: readonly number[], parameters: Float32Array): Squares[] {
  const square = (values: Float32Array) => {
    const squares = new Float64Array(values);
    for (let i = 0; i < squares.length; i++) squares[i] *= squares[i];
    return squares;
  };
  return parameterLayout(dims).map(({ fanOut, weights, biases }) => ({
    weights: square(parameters.subarray(weights, biases)),
    biases: square(parameters.subarray(biases, biases + fanOut)),
  }));
}

/**
 * Moves the neurons between two layers towards balance.
 * @param squaredScales s² of the neurons before, between and after; those between are updated
 * @returns how far they were from balance: Σ (‖in‖ − ‖out‖)² as a share of Σ ‖in‖² + ‖out‖²
 */
function balanceLayer(
  incoming: Squares,
  outgoing: Squares,
  [before, here, after]: readonly Float64Array[],
  relaxation: number,
): number {
  const inSquares = incoming.biases.slice();
  for (let i = 0, at = 0; i < before.length; i++) {
    const factor = 1 / before[i];
    for (let j = 0; j < here.length; j++) inSquares[j] += incoming.weights[at++] * factor;
  }
  let excess = 0;
  let norm = 0;
  for (let j = 0, at = 0; j < here.length; j++) {
    let outSquare = 0;
    for (let k = 0; k < after.length; k++) outSquare += outgoing.weights[at++] * after[k];
    if (inSquares[j] === 0 || outSquare === 0) continue;
    const inNorm = Math.sqrt(inSquares[j] * here[j]);
    const outNorm = Math.sqrt(outSquare / here[j]);
    excess += (inNorm - outNorm) ** 2;
    norm += inNorm ** 2 + outNorm ** 2;
    here[j] *= (outNorm / inNorm) ** relaxation;
  }
  return norm === 0 ? 0 : excess / norm;
}
