import { nothing } from '../ranks/index.ts';
import type { JacobianSurvey } from './survey.ts';

export interface JacobianRankOptions {
  /** A direction counts if its singular value is above this share of σ₁ of the same Jacobian. */
  readonly threshold: number;
  /** And above this share of the largest σ₁ of all points; 0.01 unless told. */
  readonly floor?: number;
}

export interface JacobianRank {
  /** The largest rank of all points: the estimate of Rank_J. */
  readonly rank: number;
  /** Where it is attained, with the largest last singular value that counts; −1 without points. */
  readonly point: number;
  /** How many points have rank r, for r = 0 … min(outputs, inputs). */
  readonly counts: readonly number[];
}

const usualFloor = 0.01;

/**
 * Jacobian rank of a network, Rank_J(f) = max over x of rank Jf(x) (Jacot, ICLR 2023, §2),
 * estimated by numerical ranks at the surveyed points. It is a maximum over points: a denser
 * survey can only raise it as long as the steepest point stays the same.
 *
 * The floor is there because f may be nearly flat somewhere. There both singular values are
 * small, often of the same size, and their ratio says nothing about f: all the change that a
 * direction below the floor makes across the whole domain is less than what the steepest
 * direction makes within that share of it. Where every Jacobian is but rounding, as in a collapsed
 * network, the rank is 0.
 *
 * @returns rank 0 and no counted point where the survey is not finite
 */
export function jacobianRank(
  { inputs, outputs, singularValues }: JacobianSurvey,
  { threshold, floor = usualFloor }: JacobianRankOptions,
): JacobianRank {
  const perPoint = Math.min(outputs, inputs);
  const counts = new Array<number>(perPoint + 1).fill(0);
  let steepest = 0;
  for (let i = 0; i < singularValues.length; i += perPoint) {
    if (singularValues[i] > steepest) steepest = singularValues[i];
  }
  let rank = 0;
  let point = -1;
  let plainest = 0;
  for (let start = 0; start < singularValues.length; start += perPoint) {
    const largest = singularValues[start];
    if (Number.isNaN(largest)) continue;
    const least = Math.max(threshold * largest, floor * steepest, nothing);
    let own = 0;
    while (own < perPoint && singularValues[start + own] > least) own++;
    counts[own]++;
    const last = own === 0 ? 0 : singularValues[start + own - 1];
    if (point >= 0 && (own < rank || (own === rank && last <= plainest))) continue;
    rank = own;
    plainest = last;
    point = start / perPoint;
  }
  return { rank, point, counts };
}
