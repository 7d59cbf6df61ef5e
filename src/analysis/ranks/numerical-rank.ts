/** A largest singular value of no more than this is but rounding: the rank is 0. */
export const nothing = 1e-6;

/** Whether there is no singular value, or none that is more than rounding. False where the largest is NaN. */
export function isNothing(singularValues: ArrayLike<number>): boolean {
  return singularValues.length === 0 || singularValues[0] <= nothing;
}

/**
 * Numerical rank: the number of singular values above `threshold` times the largest.
 * @param singularValues descending
 * @returns 0 for a zero matrix or none, and where the largest value is NaN
 */
export function numericalRank(singularValues: ArrayLike<number>, threshold: number): number {
  if (isNothing(singularValues)) return 0;
  const largest = singularValues[0];
  let rank = 0;
  while (rank < singularValues.length && singularValues[rank] > threshold * largest) rank++;
  return rank;
}

export interface BottleneckRank {
  readonly rank: number;
  /** The hidden layer ℓ = 1 … L−1 of least rank, the first of several; 0 for a network without hidden layers. */
  readonly layer: number;
  /**
   * How many directions that layer shows. More than `rank` where every hidden layer shows more than
   * the inputs or the outputs have: the function passes through those too.
   */
  readonly directions: number;
}

/**
 * Estimate of the bottleneck rank of the function a network computes (Jacot, ICLR 2023, §2): the
 * smallest numerical rank over the hidden layers of their activations, centred over the data, and
 * at most the number of inputs and that of outputs, because f = f ∘ id = id ∘ f.
 * A network without hidden layers is linear, and its rank that of its weight matrix.
 *
 * @param spectra singular values of W_ℓ, min(fan in, fan out) each, and of the centred Z_ℓ for ℓ = 1 … L
 */
export function bottleneckRank(
  spectra: {
    readonly weights: readonly ArrayLike<number>[];
    readonly activations: readonly ArrayLike<number>[];
  },
  threshold: number,
): BottleneckRank {
  const { weights, activations } = spectra;
  const hidden = activations.slice(0, -1);
  if (hidden.length === 0) {
    const rank = numericalRank(weights[0], threshold);
    return { rank, layer: 0, directions: rank };
  }
  const ranks = hidden.map((values) => numericalRank(values, threshold));
  const directions = Math.min(...ranks);
  const rank = Math.min(directions, ...weights.map(({ length }) => length));
  return { rank, layer: ranks.indexOf(directions) + 1, directions };
}
