/** Which hidden layer can be left out at the least cost, and the affine map that takes its place. */
import { type AffineMap, applyAffine } from './affine.ts';
import { dataLoss } from './data-loss.ts';
import type { NetworkState } from './layer-state.ts';
import { layersOf, propagate } from './propagate.ts';
import { regress } from './regression.ts';
import { shareRight } from './share-right.ts';
import { takeRows } from './take-rows.ts';

/** Points on which merges are compared; those that may be made are fitted to all points. */
const comparedPoints = 64;
/** So many merges of the least residual are tried out to the outputs, and so many of these on all points. */
const tried = 4;
const finalists = 2;
/** A data loss counts from this multiple of the present one on: less is luck, and no reason to prefer a merge that fits worse. */
const noticeable = 1.001;
/** Share of the points that may become wrong before a merge with a larger norm is considered. */
const tolerated = 0.01;
/** Norms² allowed to the fit, in multiples of that of the layer left out. */
const allowances = [1, 2, 4];
/** How much of the inputs' directions a fit uses: in comparing merges, and in those that may be made. */
const coarse = { tolerance: 1e-3, directions: 16 };
const fine = { tolerance: 1e-6, directions: Number.POSITIVE_INFINITY };

export interface Merge {
  /** The hidden layer ℓ = 1 … L−1 that is left out. */
  readonly layer: number;
  /** What takes the place of the layers ℓ and ℓ + 1. */
  readonly map: AffineMap;
}

/** A merge, and what the next one can use of what was computed for it. */
export interface ChosenMerge extends Merge {
  /** Of layers ℓ, ℓ + 1, … after the merge at the training inputs, each [N, fan out]. */
  readonly outputs: readonly Float64Array[];
  /** The comparison of the hidden layers before ℓ, which stays as it is. */
  readonly fits: readonly ComparedFit[];
}

/** A hidden layer's activations as an affine map of those before it, on the points on which merges are compared. */
export interface ComparedFit extends Merge {
  readonly relativeError: number;
}

/**
 * Layer ℓ's activations are regressed on those of layer ℓ − 1, by a map of no larger norm than
 * W_ℓ: one that needs more fits the points one by one. Of the layers where that leaves the least
 * residual, the one is left out after which the objective, data loss plus norm, is least; where
 * the data loss does not rise, the one with the least residual. If more than 1 % of the points
 * become wrong by it, the next best layer and maps of larger norms are tried, too.
 *
 * @param outputs of layers 1 … L at the training inputs, each [N, fan out], post-ReLU
 * @param ridge coefficient of ‖θ‖² in the objective
 * @param known the fits of the first hidden layers, where a merge before has left them as they were
 * @throws RangeError for a network without hidden layers
 */
export function cheapestMerge(
  { problem, state }: NetworkState,
  outputs: readonly ArrayLike<number>[],
  ridge: number,
  known: readonly ComparedFit[] = [],
): ChosenMerge {
  const { dims, loss, inputs, targets } = problem;
  const layers = layersOf(dims, state.parameters);
  const norms = layers.map(squaredNorm);
  const outputCount = dims[dims.length - 1];
  const all = [inputs, ...outputs].map(inFloat64);
  const sample = all.map((matrix, layer) => takeRows(matrix, dims[layer], comparedPoints));
  const sampleTargets = takeRows(targets, outputCount, comparedPoints);
  const lossBefore = dataLoss(loss, sample[sample.length - 1], sampleTargets, outputCount);

  const fitted = (
    points: readonly Float64Array[],
    layer: number,
    detail: typeof fine,
    allowance: number,
  ): ComparedFit => {
    const squaredNorm = allowance * squaredSum(layers[layer - 1].weights);
    const bounds = { ...detail, squaredNorm };
    const [before, after] = [layer - 1, layer];
    return { layer, ...regress(points[before], dims[before], points[after], dims[after], bounds) };
  };
  const mergeOf = ({ layer, map }: Merge): Merge => ({ layer, map: compose(map, layers[layer]) });
  const outputsFrom = ({ layer, map }: Merge, points: readonly Float64Array[]) =>
    propagate([map, ...layers.slice(layer + 1)], points[layer - 1]);
  const objectiveOf = (merge: Merge): number => {
    const lossAfter = dataLoss(
      loss,
      outputsFrom(merge, sample)[layers.length - merge.layer - 1],
      sampleTargets,
      outputCount,
    );
    const norm = balancedNorm(norms.toSpliced(merge.layer - 1, 2, squaredNorm(merge.map)));
    return Math.max(lossAfter, noticeable * lossBefore) + ridge * norm;
  };

  const compared = Array.from(
    { length: dims.length - 2 },
    (_, index) => known[index] ?? fitted(sample, index + 1, coarse, 1),
  );
  const best = compared
    .toSorted((a, b) => a.relativeError - b.relativeError)
    .slice(0, tried)
    .map((fit) => ({ layer: fit.layer, objective: objectiveOf(mergeOf(fit)) }))
    .sort((a, b) => a.objective - b.objective)
    .slice(0, finalists);

  const rightBefore = shareRight(all[all.length - 1], targets, outputCount);
  let chosen: (ChosenMerge & { readonly lost: number }) | undefined;
  for (const allowance of allowances) {
    for (const { layer } of best) {
      const merge = mergeOf(fitted(all, layer, fine, allowance));
      const after = outputsFrom(merge, all);
      const lost = rightBefore - shareRight(after[after.length - 1], targets, outputCount);
      if (chosen === undefined || lost < chosen.lost) {
        chosen = { ...merge, outputs: after, fits: compared.slice(0, layer - 1), lost };
      }
      if (loss === 'mse' || lost <= tolerated) return chosen;
    }
  }
  if (!chosen) throw new RangeError('A network without hidden layers cannot shrink.');
  return chosen;
}

function inFloat64(matrix: ArrayLike<number>): Float64Array {
  return matrix instanceof Float64Array ? matrix : new Float64Array(matrix);
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
