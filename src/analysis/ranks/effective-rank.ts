import { isNothing } from './numerical-rank.ts';

/**
 * Effective rank exp(−Σ pᵢ ln pᵢ) with pᵢ = σᵢ/Σσ: the exponential of the Shannon entropy of the
 * singular values taken as shares of their sum, where 0·ln 0 = 0 (Roy & Vetterli, The Effective
 * Rank, EUSIPCO 2007, definition 1). It is k for k equal singular values, and at least 1.
 * @returns 0 for a zero matrix or none, NaN where a value is NaN
 */
export function effectiveRank(singularValues: ArrayLike<number>): number {
  if (isNothing(singularValues)) return 0;
  let sum = 0;
  for (let i = 0; i < singularValues.length; i++) sum += singularValues[i];
  let entropy = 0;
  for (let i = 0; i < singularValues.length; i++) {
    const share = singularValues[i] / sum;
    if (share !== 0) entropy -= share * Math.log(share);
  }
  return Math.exp(entropy);
}
