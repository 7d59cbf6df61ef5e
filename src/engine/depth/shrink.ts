/**
 * Shrinking: a hidden layer is left out, and the layers before and after it become one. On the
 * training points the nonlinearity of the middle layers of a deep network does next to nothing,
 * so that an affine map from the activations before to the pre-activations after loses little.
 */
import type { TrainingState } from '../engine.ts';
import type { Problem } from '../problem.ts';
import { type AffineMap, applyAffine } from './affine.ts';
import { dataLoss } from './data-loss.ts';
import { assemble, layerStates, type NetworkState } from './layer-state.ts';
import { newLayer } from './new-layer.ts';
import { layersOf, propagate } from './propagate.ts';
import { rebalanceState } from './rebalance.ts';
import { regress } from './regression.ts';
import { takeRows } from './take-rows.ts';

/** Points on which merges are compared; the one that is made is fitted to all points. */
const comparedPoints = 96;
/** So many merges of the least residual are tried out to the outputs. */
const triedMerges = 4;
/** A data loss counts from this multiple of the present one on: less is luck, and no reason to prefer a merge that fits worse. */
const noticeable = 1.001;
/** How much of the inputs' directions a fit uses: in comparing merges, and in the one made. */
const coarse = { tolerance: 1e-3, directions: 24 };
const fine = { tolerance: 1e-6, directions: Number.POSITIVE_INFINITY };

/**
 * Leaves out one hidden layer ℓ: the layers ℓ and ℓ + 1 become the affine map that predicts
 * layer ℓ + 1's pre-activations from layer ℓ − 1's activations, fitted to the training points.
 * Of the layers whose activations are the most nearly affine in those before, the one is left
 * out after which the objective, data loss plus norm, is least; where the data loss does not
 * rise, the more nearly affine one. The result is rebalanced, and
 * Adam's averages with it; those of the merged layer start as `newLayer` says.
 *
 * @param activations of layers 1 … L at the training inputs, each [N, fan out], post-ReLU
 * @param ridge coefficient of ‖θ‖² in the objective at the new depth; 0 compares data losses alone
 * @throws RangeError for a network without hidden layers
 */
export function shrinkNetwork(
  problem: Problem,
  state: TrainingState,
  activations: readonly Float32Array[],
  ridge = 0,
): NetworkState {
  return shrinkTo(problem, state, activations, problem.dims.length - 2, ridge);
}

/** The same again and again until `depth` ≥ 1 layers are left. */
export function shrinkTo(
  problem: Problem,
  state: TrainingState,
  activations: readonly Float32Array[],
  depth: number,
  ridge = 0,
): NetworkState {
  if (depth < 1) throw new RangeError('A network needs at least one layer.');
  let network: NetworkState = { problem, state };
  let outputs: readonly ArrayLike<number>[] = activations;
  while (network.problem.dims.length - 1 > depth) {
    const merge = cheapestMerge(network, outputs, ridge);
    network = withoutLayer(network, merge);
    if (network.problem.dims.length - 1 > depth) outputs = outputsAfter(network, outputs, merge);
  }
  if (network.state === state) return network;
  return { ...network, state: rebalanceState(network.problem.dims, network.state) };
}

interface Merge {
  /** The hidden layer ℓ = 1 … L−1 that is left out. */
  readonly layer: number;
  /** What takes the place of the layers ℓ and ℓ + 1. */
  readonly map: AffineMap;
}

function cheapestMerge(
  { problem, state }: NetworkState,
  outputs: readonly ArrayLike<number>[],
  ridge: number,
): Merge {
  const { dims, loss, inputs, targets } = problem;
  const layers = layersOf(dims, state.parameters);
  const norms = layers.map(squaredNorm);
  const all = [inputs, ...outputs];
  const sample = all.map((matrix, layer) => takeRows(matrix, dims[layer], comparedPoints));
  const outputCount = dims[dims.length - 1];
  const sampleTargets = takeRows(targets, outputCount, comparedPoints);

  const lossBefore = dataLoss(loss, sample[sample.length - 1], sampleTargets, outputCount);

  // A map that needs a larger norm than the layer it stands for fits the points one by one.
  const fitted = (points: readonly ArrayLike<number>[], layer: number, detail: typeof fine) => {
    const bounds = { ...detail, squaredNorm: squaredSum(layers[layer - 1].weights) };
    const [before, after] = [layer - 1, layer];
    return regress(points[before], dims[before], points[after], dims[after], bounds);
  };
  const objectiveOf = ({ layer, map }: Merge): number => {
    const changed = propagate([map, ...layers.slice(layer + 1)], sample[layer - 1]);
    const predicted = changed[changed.length - 1];
    const norm = balancedNorm(norms.toSpliced(layer - 1, 2, squaredNorm(map)));
    const lossAfter = dataLoss(loss, predicted, sampleTargets, outputCount);
    return Math.max(lossAfter, noticeable * lossBefore) + ridge * norm;
  };

  const candidates = Array.from({ length: dims.length - 2 }, (_, index) => index + 1)
    .map((layer) => ({ layer, ...fitted(sample, layer, coarse) }))
    .sort((a, b) => a.relativeError - b.relativeError)
    .slice(0, triedMerges)
    .map(({ layer, map }) => {
      const merge = { layer, map: compose(map, layers[layer]) };
      return { layer, objective: objectiveOf(merge) };
    })
    .sort((a, b) => a.objective - b.objective);
  if (candidates.length === 0) {
    throw new RangeError('A network without hidden layers cannot shrink.');
  }
  const [{ layer }] = candidates;
  return { layer, map: compose(fitted(all, layer, fine).map, layers[layer]) };
}

/** The affine map that applies `first` and then `second`. */
function compose(first: AffineMap, second: AffineMap): AffineMap {
  const linear = { ...second, biases: new Float64Array(second.fanOut) };
  return {
    fanIn: first.fanIn,
    fanOut: second.fanOut,
    weights: applyAffine(linear, first.weights),
    biases: applyAffine(second, first.biases),
  };
}

function squaredNorm({ weights, biases }: AffineMap): number {
  return squaredSum(weights) + squaredSum(biases);
}

function squaredSum(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** ‖θ‖² after the layers, taken as wholes and without regard to biases, are balanced: all as large as their geometric mean. */
function balancedNorm(norms: readonly number[]): number {
  const logs = norms.reduce((sum, norm) => sum + Math.log(norm), 0);
  return norms.length * Math.exp(logs / norms.length);
}

function withoutLayer(network: NetworkState, { layer, map }: Merge): NetworkState {
  const layers = layerStates(network.problem.dims, network.state);
  const parameters = Float32Array.from([...map.weights, ...map.biases]);
  const merged = newLayer(map.fanIn, map.fanOut, parameters, layers.slice(layer - 1, layer + 1));
  return assemble(network, layers.toSpliced(layer - 1, 2, merged));
}

/** The outputs of all layers after a merge; those before it are as they were. */
function outputsAfter(
  { problem, state }: NetworkState,
  outputs: readonly ArrayLike<number>[],
  { layer }: Merge,
): ArrayLike<number>[] {
  const before = outputs.slice(0, layer - 1);
  const changed = layersOf(problem.dims, state.parameters).slice(layer - 1);
  return [...before, ...propagate(changed, Float64Array.from(before.at(-1) ?? problem.inputs))];
}
