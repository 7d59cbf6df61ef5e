/**
 * Growing: a layer that changes no output on the training points. Post-ReLU activations are not
 * negative, so that after the orthogonal projector onto their span a ReLU does nothing to them.
 */
import type { TrainingState } from '../engine.ts';
import type { Problem } from '../problem.ts';
import type { AffineMap } from './affine.ts';
import { assemble, type LayerState, layerStates } from './layer-state.ts';
import { newLayer } from './new-layer.ts';
import { type OrthonormalBasis, orthonormalBasis } from './orthonormal-basis.ts';
import { layersOf, propagate } from './propagate.ts';
import { type SplitNetwork, splitLinear } from './split-linear.ts';
import { takeRows } from './take-rows.ts';

/** Largest change of any output, as a share of the largest output. */
const outputTolerance = 2.5e-6;
/** How many of several equal layers are tried: after a few, further ones find nothing left to change. */
const triedCopies = 3;
/** So many points are asked whether their outputs change: those that the projector moves farthest. */
const askedPoints = 128;
/** Distance from the span that decides which layer is of least rank, as a share of the longest activation. */
const rankTolerance = 1e-5;
/** Float32 activations are known no better than this. */
const roundingTolerance = 3e-7;

/**
 * Inserts one layer, after the hidden layer whose activations span the fewest dimensions: the
 * span's dimension is the norm² that the layer adds, and so its price in the objective. The
 * span is that of the uncentred activations, because the projector has no bias to restore a
 * mean. A dimension counts where leaving it out would change an output by more than 2.5e-6 of
 * the largest one; the biases are zero. Adam's averages of all other layers stay as they are.
 *
 * A network without hidden layers is split in two first, see `splitLinear`.
 *
 * @param activations of layers 1 … L at the training inputs, each [N, fan out], post-ReLU
 * @param width neurons of the first hidden layer, where there is none yet
 */
export function growNetwork(
  problem: Problem,
  state: TrainingState,
  activations: readonly Float32Array[],
  width: number,
): SplitNetwork {
  return growTo(problem, state, activations, width, problem.dims.length);
}

/**
 * The same up to a network of `depth` layers. The activations after an inserted layer are those
 * before it, so that every further layer is of the same least rank: it is the same projector
 * that is inserted again and again.
 */
export function growTo(
  problem: Problem,
  state: TrainingState,
  activations: readonly Float32Array[],
  width: number,
  depth: number,
): SplitNetwork {
  const missing = depth - (problem.dims.length - 1);
  if (missing <= 0) return { problem, state };
  if (problem.dims.length === 2) {
    const split = splitLinear({ problem, state }, width);
    if (missing === 1) return split;
    const layers = layersOf(split.problem.dims, split.state.parameters);
    const outputs = propagate(layers, new Float64Array(problem.inputs));
    const rounded = outputs.map((output) => Float32Array.from(output));
    return { ...split, ...growTo(split.problem, split.state, rounded, width, depth) };
  }
  const layers = layerStates(problem.dims, state);
  const after = layerOfLeastRank(problem.dims, activations);
  const copies = Math.min(missing, triedCopies);
  const parameters = projectorLayer(problem.dims, state, activations, after, copies);
  const size = problem.dims[after];
  const inserted = newLayer(size, size, parameters, [layers[after - 1], layers[after]]);
  const grown: LayerState[] = layers.slice();
  grown.splice(after, 0, ...new Array<LayerState>(missing).fill(inserted));
  return assemble({ problem, state }, grown);
}

/** The hidden layer ℓ = 1 … L−1 whose activations span the fewest dimensions; of several, the one nearest to the middle. */
function layerOfLeastRank(dims: readonly number[], activations: readonly Float32Array[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const layer of fromTheMiddle(dims.length - 2)) {
    const size = dims[layer];
    // As many points as neurons: more say little more about the rank.
    const points = takeRows(activations[layer - 1], size, size);
    const mostVectors = Math.min(least, size);
    const { rank } = orthonormalBasis(points, size, { tolerance: rankTolerance, mostVectors });
    if (rank < least) {
      best = layer;
      least = rank;
    }
  }
  return best;
}

/** 1 … count, from the middle outwards: low ranks are found early there, and end the search in other layers. */
function fromTheMiddle(count: number): number[] {
  const middle = (count + 1) / 2;
  const layers = Array.from({ length: count }, (_, index) => index + 1);
  return layers.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}

/** The projector onto the span of the activations of layer `after`, then zero biases. */
function projectorLayer(
  dims: readonly number[],
  state: TrainingState,
  activations: readonly Float32Array[],
  after: number,
  copies: number,
): Float32Array {
  const size = dims[after];
  const points = activations[after - 1];
  const basis = orthonormalBasis(points, size, { tolerance: roundingTolerance });
  const following = layersOf(dims, state.parameters).slice(after);
  const allowed = outputTolerance * largestMagnitude(activations[activations.length - 1]);
  const rowsOf = (indices: readonly number[]) => {
    const rows = new Float64Array(indices.length * size);
    for (const [row, index] of indices.entries()) {
      rows.set(points.subarray(index * size, (index + 1) * size), row * size);
    }
    return rows;
  };
  const outputsOf = (layers: readonly AffineMap[], rows: Float64Array) =>
    propagate(layers, rows).at(-1) ?? rows;
  const outputCount = dims[dims.length - 1];
  /** The rows whose outputs change by more than is allowed. */
  const changed = (rank: number, rows: Float64Array, expected: Float64Array) => {
    const inserted = new Array<AffineMap>(copies).fill(projectorMap(basis, rank, size));
    const outputs = outputsOf([...inserted, ...following], rows);
    const found = new Set<number>();
    for (const [i, value] of outputs.entries()) {
      if (Math.abs(value - expected[i]) > allowed) found.add(Math.floor(i / outputCount));
    }
    return [...found];
  };

  // A rank that is too low mostly shows at the points that the basis was made from. Others are
  // asked only about the rank that these accept; those that object are asked from then on.
  let asked: readonly number[] = basis.pivots;
  let rank = -1;
  for (;;) {
    const rows = rowsOf(asked);
    const wanted = outputsOf(following, rows);
    let tooLow = rank;
    rank = basis.rank;
    while (rank - tooLow > 1) {
      const middle = (tooLow + rank) >> 1;
      if (changed(middle, rows, wanted).length === 0) rank = middle;
      else tooLow = middle;
    }
    if (rank === basis.rank) break;
    const farthest = farthestPoints(basis, rank);
    const others = rowsOf(farthest);
    const objecting = changed(rank, others, outputsOf(following, others));
    if (objecting.length === 0) break;
    asked = objecting.slice(0, size).map((row) => farthest[row]);
  }
  const parameters = new Float32Array((size + 1) * size);
  parameters.set(projector(basis, rank, size));
  return parameters;
}

/** The points that are farthest from the span of the first `rank` vectors of a basis. */
function farthestPoints({ coordinates, rank: all }: OrthonormalBasis, rank: number): number[] {
  const points = coordinates.length / all;
  const squares = new Float64Array(points);
  for (let k = rank; k < all; k++) {
    for (let n = 0; n < points; n++) squares[n] += coordinates[k * points + n] ** 2;
  }
  const indices = Array.from(squares.keys());
  return indices.sort((a, b) => squares[b] - squares[a]).slice(0, askedPoints);
}

function projectorMap(basis: OrthonormalBasis, rank: number, size: number): AffineMap {
  const weights = new Float64Array(projector(basis, rank, size));
  return { fanIn: size, fanOut: size, weights, biases: new Float64Array(size) };
}

/** The orthogonal projector [size, size] onto the first `rank` vectors of a basis. */
function projector({ vectors }: OrthonormalBasis, rank: number, size: number): Float32Array {
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < rank; k++) {
    const vector = vectors.subarray(k * size, (k + 1) * size);
    for (let i = 0; i < size; i++) {
      const factor = vector[i];
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) matrix[i * size + j] += factor * vector[j];
    }
  }
  return Float32Array.from(matrix);
}

function largestMagnitude(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
