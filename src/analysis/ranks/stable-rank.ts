import { isNothing } from './numerical-rank.ts';

/**
 * Stable rank ‖A‖²_F/‖A‖² = Σσᵢ²/σ₁²: between 1 and the rank, and hardly moved by small singular
 * values (Rudelson & Vershynin, Sampling from Large Matrices, J. ACM 2007).
 * @param singularValues descending
 * @returns 0 for a zero matrix or none, NaN where a value is NaN
 */
export function stableRank(singularValues: ArrayLike<number>): number {
  if (isNothing(singularValues)) return 0;
  let sum = 0;
  for (let i = 0; i < singularValues.length; i++) {
    sum += (singularValues[i] / singularValues[0]) ** 2;
  }
  return sum;
}
