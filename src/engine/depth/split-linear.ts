/**
 * A hidden layer for a network that has none. Its function x W + b is passed through the hidden
 * neurons by its factors W = C Q, one for each dimension of the rank.
 */

import { randomStream } from '../../experiment/index.ts';
import { applyAffine } from './affine.ts';
import { assemble, layerStates, type NetworkState } from './layer-state.ts';
import { leadingDirections } from './leading-directions.ts';
import { newLayer } from './new-layer.ts';
import { orthonormalBasis } from './orthonormal-basis.ts';
import { rebalanceState } from './rebalance.ts';

/** Below this share of W's longest row, what is left of it is rounding. */
const rankTolerance = 1e-7;
/** Incoming weights of neurons that are not needed yet, as a share of those that are. */
const spareShare = 0.1;

export interface SplitNetwork extends NetworkState {
  /** The rank of its outputs before, where they did not fit through the width and are approximated now. */
  readonly rankBefore?: number;
}

/** What passes through the hidden neurons: x W is projected onto the vectors, about a centre. */
interface Passage {
  /** [rank, fan out], orthonormal. */
  readonly vectors: Float64Array;
  readonly rank: number;
  /** What the projection takes from every output, to be given back by its bias. */
  readonly lost: Float64Array;
  readonly rankBefore?: number;
}

/**
 * Splits a network without hidden layers, with the outputs on the training points unchanged.
 * As far as the width allows, a dimension t of the rank r passes as the pair relu(t), relu(−t),
 * which is exact everywhere; with fewer than 2r neurons the rest pass as relu(t + c), with c
 * just large enough for the training points. Neurons to spare get small incoming weights, with
 * the kink at a training point, and outgoing weights of zero: they change nothing and can learn.
 * Of outputs whose rank on the training points is larger than the width, the best approximation
 * of that rank passes.
 */
export function splitLinear(network: NetworkState, width: number): SplitNetwork {
  const { problem } = network;
  const { inputs } = problem;
  const [layer] = layerStates(problem.dims, network.state);
  const { fanIn, fanOut, parameters } = layer;
  const W = parameters.subarray(0, fanIn * fanOut);
  const { rank, vectors, lost, rankBefore } = passageThrough(width, W, inputs, fanOut);

  const first = new Float32Array((fanIn + 1) * width);
  const firstBiases = first.subarray(fanIn * width);
  const second = new Float32Array((width + 1) * fanOut);
  const secondBiases = second.subarray(width * fanOut);
  const biases = parameters.subarray(fanIn * fanOut);
  for (let j = 0; j < fanOut; j++) secondBiases[j] = biases[j] + lost[j];
  const connect = (neuron: number, incoming: Float64Array, outgoing: Float64Array) => {
    for (let i = 0; i < fanIn; i++) first[i * width + neuron] = incoming[i];
    second.set(outgoing, neuron * fanOut);
  };

  let neuron = 0;
  for (let k = 0; k < rank; k++) {
    const outgoing = vectors.subarray(k * fanOut, (k + 1) * fanOut);
    const incoming = new Float64Array(fanIn);
    for (let i = 0; i < fanIn; i++) {
      for (let j = 0; j < fanOut; j++) incoming[i] += W[i * fanOut + j] * outgoing[j];
    }
    connect(neuron, incoming, outgoing);
    if (width - rank > k) {
      connect(neuron + 1, incoming.map(negative), outgoing.map(negative));
      neuron += 2;
    } else {
      const offset = Math.max(0, -projections(inputs, incoming).reduce((a, b) => Math.min(a, b)));
      firstBiases[neuron] = offset;
      for (let j = 0; j < fanOut; j++) secondBiases[j] -= offset * outgoing[j];
      neuron += 1;
    }
  }

  const points = inputs.length / fanIn;
  const random = randomStream(0, 'spare neurons');
  const typical = rank === 0 ? 1 : frobeniusNorm(W) / Math.sqrt(rank);
  const scale = (spareShare * typical) / Math.sqrt(fanIn);
  for (let spare = neuron; spare < width; spare++) {
    const incoming = Float64Array.from({ length: fanIn }, () => scale * random.normal());
    connect(spare, incoming, new Float64Array(fanOut));
    const point = Math.floor(random.uniform() * points) * fanIn;
    firstBiases[spare] = -projections(inputs.subarray(point, point + fanIn), incoming)[0];
  }

  const split = assemble(network, [
    newLayer(fanIn, width, first, [layer]),
    newLayer(width, fanOut, second, [layer]),
  ]);
  const state = rebalanceState(split.problem.dims, split.state);
  return { ...split, state, ...(rankBefore !== undefined && { rankBefore }) };
}

/** All of W where that fits through so many neurons, else as much of it as matters at the training points. */
function passageThrough(
  width: number,
  W: Float32Array,
  inputs: Float32Array,
  fanOut: number,
): Passage {
  const { rank, vectors } = orthonormalBasis(W, fanOut, { tolerance: rankTolerance });
  const lost = new Float64Array(fanOut);
  if (rank <= width) return { rank, vectors, lost };

  const weights = new Float64Array(W);
  const map = { fanIn: W.length / fanOut, fanOut, weights, biases: new Float64Array(fanOut) };
  const leading = leadingDirections(applyAffine(map, new Float64Array(inputs)), fanOut, width);
  lost.set(leading.mean);
  for (let k = 0; k < leading.count; k++) {
    const vector = leading.vectors.subarray(k * fanOut, (k + 1) * fanOut);
    const along = vector.reduce((sum, value, j) => sum + value * leading.mean[j], 0);
    for (let j = 0; j < fanOut; j++) lost[j] -= along * vector[j];
  }
  const isApproximate = leading.rank > width;
  return {
    rank: leading.count,
    vectors: leading.vectors,
    lost,
    ...(isApproximate && { rankBefore: leading.rank }),
  };
}

function negative(value: number): number {
  return -value;
}

/** The inner product of every row with `direction`. */
function projections(rows: Float32Array, direction: Float64Array): Float64Array {
  const size = direction.length;
  return Float64Array.from({ length: rows.length / size }, (_, row) => {
    let dot = 0;
    for (let i = 0; i < size; i++) dot += rows[row * size + i] * direction[i];
    return dot;
  });
}

function frobeniusNorm(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
