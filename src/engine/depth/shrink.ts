/**
 * Shrinking: a hidden layer is left out, and the layers before and after it become one. On the
 * training points the nonlinearity of the middle layers of a deep network does next to nothing,
 * so that an affine map from the activations before to the pre-activations after loses little.
 */
import type { TrainingState } from '../engine.ts';
import type { Problem } from '../problem.ts';
import { type ComparedFit, cheapestMerge, type Merge } from './cheapest-merge.ts';
import { assemble, layerStates, type NetworkState } from './layer-state.ts';
import { newLayer } from './new-layer.ts';
import { rebalanceState } from './rebalance.ts';

/**
 * Leaves out one hidden layer ℓ: the layers ℓ and ℓ + 1 become the affine map that predicts
 * layer ℓ + 1's pre-activations from layer ℓ − 1's activations, fitted to the training points.
 * Which ℓ, `cheapestMerge` decides. The result is rebalanced, and Adam's averages with it; those
 * of the merged layer start as `newLayer` says.
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
  let fits: readonly ComparedFit[] = [];
  while (network.problem.dims.length - 1 > depth) {
    const merge = cheapestMerge(network, outputs, ridge, fits);
    network = withoutLayer(network, merge);
    outputs = [...outputs.slice(0, merge.layer - 1), ...merge.outputs];
    fits = merge.fits;
  }
  if (network.state === state) return network;
  return { ...network, state: rebalanceState(network.problem.dims, network.state) };
}

function withoutLayer(network: NetworkState, { layer, map }: Merge): NetworkState {
  const layers = layerStates(network.problem.dims, network.state);
  const parameters = Float32Array.from([...map.weights, ...map.biases]);
  const merged = newLayer(map.fanIn, map.fanOut, parameters, layers.slice(layer - 1, layer + 1));
  return assemble(network, layers.toSpliced(layer - 1, 2, merged));
}
