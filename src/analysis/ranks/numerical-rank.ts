/** Below this largest singular value a layer carries nothing but rounding: its rank is 0. */
const nothing = 1e-6;

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
  /** The layer ℓ = 1 … L−1 where it is attained first; 0 for a network without hidden layers. */
  readonly layer: number;
}

/**
 * Estimate of the bottleneck rank of the function a network computes (Jacot, ICLR 2023, §2): the
 * smallest numerical rank over the hidden layers of their activations, centred over the data.
 * A network without hidden layers is linear, and its rank that of its weight matrix.
 *
 * @param spectra singular values of W_ℓ and of the centred Z_ℓ for ℓ = 1 … L
 */
export function bottleneckRank(
  spectra: {
    readonly weights: readonly ArrayLike<number>[];
    readonly activations: readonly ArrayLike<number>[];
  },
  threshold: number,
): BottleneckRank {
  const hidden = spectra.activations.slice(0, -1);
  if (hidden.length === 0) return { rank: numericalRank(spectra.weights[0], threshold), layer: 0 };
  const ranks = hidden.map((values) => numericalRank(values, threshold));
  const rank = Math.min(...ranks);
  return { rank, layer: ranks.indexOf(rank) + 1 };
}
