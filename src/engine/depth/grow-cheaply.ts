/**
 * Growing where outputs may change: as many equal layers as a network is to have more, put in where
 * they make the deep network cheapest. Each projects what it is given onto its first principal
 * components about its mean, and costs the number of these and the square of its biases; what is
 * lost of the rest shows in the data loss.
 */
import type { TrainingState } from '../engine.ts';
import type { Problem } from '../problem.ts';
import type { AffineMap } from './affine.ts';
import { dataLoss } from './data-loss.ts';
import { assemble, type LayerState, layerStates, type NetworkState } from './layer-state.ts';
import { type LeadingDirections, leadingDirections } from './leading-directions.ts';
import { newLayer } from './new-layer.ts';
import { layersOf, propagate } from './propagate.ts';
import { takeRows } from './take-rows.ts';

/** A deeper network, and what it costs. */
export interface GrownNetwork extends NetworkState {
  readonly dataLoss: number;
  /** ‖θ‖². */
  readonly parameterNorm: number;
  /** Directions that the inserted layers let through. */
  readonly rank: number;
  /** Hidden layer, from 1, after which they stand. */
  readonly after: number;
}

/** So many points are asked how much a projection costs, while places and ranks are compared. */
const askedPoints = 128;
/** How many of several equal layers are tried: a ReLU has something to cut off after the first, and soon no more. */
const triedCopies = 2;

/** Equal layers that might be inserted. */
interface Insertion {
  readonly after: number;
  readonly rank: number;
  readonly map: AffineMap;
  /** What one of them adds to ‖θ‖². */
  readonly norm: number;
}

/**
 * The network of `depth` layers, more than it has, that costs least among those with equal
 * projectors inserted at one place.
 * @param ridge coefficient of ‖θ‖² in the objective of the deep network
 * @throws RangeError where the network has no hidden layer, or is as deep already
 */
export function growCheaply(
  problem: Problem,
  state: TrainingState,
  depth: number,
  ridge: number,
): GrownNetwork {
  const { dims } = problem;
  const missing = depth - (dims.length - 1);
  if (missing <= 0 || dims.length < 3) {
    throw new RangeError(`A network of ${dims.length - 1} layers cannot grow to ${depth} so.`);
  }
  const maps = layersOf(dims, state.parameters);
  const outputCount = dims[dims.length - 1];
  const few = sample(problem);
  const activations = propagate(maps, few.inputs);
  let best: { readonly insertion: Insertion; readonly cost: number } | undefined;
  for (let after = 1; after < maps.length; after++) {
    const points = activations[after - 1];
    const directions = leadingDirections(points, dims[after], dims[after]);
    const costs = new Map<number, { insertion: Insertion; cost: number }>();
    const ofRank = (rank: number) => {
      const known = costs.get(rank);
      if (known) return known;
      const insertion = { after, rank, ...projection(directions, rank, dims[after]) };
      const inserted = new Array<AffineMap>(triedCopies).fill(insertion.map);
      const outputs = propagate([...inserted, ...maps.slice(after)], points).at(-1) ?? points;
      const loss = dataLoss(problem.loss, outputs, few.targets, outputCount);
      const found = { insertion, cost: loss + ridge * missing * insertion.norm };
      costs.set(rank, found);
      return found;
    };
    const found = cheapest(directions.count, ofRank);
    if (best === undefined || found.cost < best.cost) best = found;
  }
  if (best === undefined) throw new RangeError('There is no layer to grow after.');
  return grown(problem, state, best.insertion, missing);
}

/** The cheapest rank from 0 to `most`: the loss falls with it, ever more slowly, and the price rises evenly. */
function cheapest<Priced extends { readonly cost: number }>(
  most: number,
  ofRank: (rank: number) => Priced,
): Priced {
  let [from, to] = [0, most];
  while (to - from > 2) {
    const third = Math.ceil((to - from) / 3);
    if (ofRank(from + third).cost <= ofRank(to - third).cost) to -= third;
    else from += third;
  }
  let best = ofRank(from);
  for (let rank = from + 1; rank <= to; rank++) {
    const next = ofRank(rank);
    if (next.cost < best.cost) best = next;
  }
  return best;
}

/** Every so many of the points, no more than `askedPoints` or so, with their targets. */
function sample(problem: Problem): Readonly<Record<'inputs' | 'targets', Float64Array>> {
  const { dims, inputs, targets } = problem;
  return {
    inputs: takeRows(inputs, dims[0], askedPoints),
    targets: takeRows(targets, dims[dims.length - 1], askedPoints),
  };
}

/** x ↦ P (x − μ) + μ for the projector P onto the first `rank` directions about their mean μ. */
function projection(
  { vectors, mean }: LeadingDirections,
  rank: number,
  size: number,
): Pick<Insertion, 'map' | 'norm'> {
  const weights = new Float64Array(size * size);
  const biases = mean.slice();
  for (let k = 0; k < rank; k++) {
    const vector = vectors.subarray(k * size, (k + 1) * size);
    const along = vector.reduce((sum, value, i) => sum + value * mean[i], 0);
    for (let i = 0; i < size; i++) {
      biases[i] -= along * vector[i];
      for (let j = 0; j < size; j++) weights[i * size + j] += vector[i] * vector[j];
    }
  }
  const map = { fanIn: size, fanOut: size, weights, biases };
  return { map, norm: rank + squaredNorm(biases) };
}

function grown(
  problem: Problem,
  state: TrainingState,
  { after, rank, map }: Insertion,
  missing: number,
): GrownNetwork {
  const layers: LayerState[] = layerStates(problem.dims, state);
  const { fanIn: size, weights, biases } = map;
  const parameters = Float32Array.from([...weights, ...biases]);
  const inserted = newLayer(size, size, parameters, [layers[after - 1], layers[after]]);
  layers.splice(after, 0, ...new Array<LayerState>(missing).fill(inserted));
  const network = assemble({ problem, state }, layers);
  const { dims } = network.problem;
  const whole = layersOf(dims, network.state.parameters);
  const inputs = new Float64Array(problem.inputs);
  const outputs = propagate(whole, inputs).at(-1) ?? inputs;
  return {
    ...network,
    after,
    rank,
    dataLoss: dataLoss(problem.loss, outputs, problem.targets, dims[dims.length - 1]),
    parameterNorm: squaredNorm(network.state.parameters),
  };
}

function squaredNorm(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
