import { isNothing } from './numerical-rank.ts';

/** Where a spectrum falls most steeply. */
export interface SpectralGap {
  /** Number of singular values before the gap. */
  readonly rank: number;
  /** σᵢ/σᵢ₊₁ across the gap, at least 1. */
  readonly ratio: number;
  /** The value after the gap lies below the floor: the true ratio is larger. */
  readonly capped: boolean;
}

/** Three decades, about as far as a spectrum is read by eye. */
const usualFloor = 1e-3;

/**
 * The place and the size of the largest ratio σᵢ/σᵢ₊₁ of neighbouring singular values; the first
 * one where several are largest.
 *
 * Values below `floor` times the largest are raised to it, so that the ratio between two
 * remainders is 1 and never the largest. What lies there is not the function's: float32 rounding
 * leaves singular values of up to about 1e-6 of the largest, the jitter of training up to 1e-4,
 * and dead neurons exact zeros, next to which any value at all would be a gap.
 *
 * @param singularValues descending
 * @returns undefined for fewer than two values, for a zero matrix and where a value is NaN
 */
export function largestGap(
  singularValues: ArrayLike<number>,
  floor = usualFloor,
): SpectralGap | undefined {
  if (singularValues.length < 2 || isNothing(singularValues)) return undefined;
  const least = floor * singularValues[0];
  let gap: SpectralGap | undefined;
  for (let i = 1; i < singularValues.length; i++) {
    if (Number.isNaN(singularValues[i])) return undefined;
    const ratio = Math.max(singularValues[i - 1], least) / Math.max(singularValues[i], least);
    if (gap === undefined || ratio > gap.ratio) {
      gap = { rank: i, ratio, capped: singularValues[i] < least };
    }
  }
  return gap;
}
