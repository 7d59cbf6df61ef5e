import { parameterLayout } from '../../engine/parameters.ts';
import type { JacobianSurvey } from './survey.ts';

export interface SchattenBound {
  /** The largest Σ sᵢ(Jf(x))^{2/L} of the surveyed points. */
  readonly left: number;
  /** ‖W‖²/L over all weight matrices, without the biases. */
  readonly right: number;
  /** right − left; never negative but for rounding. */
  readonly margin: number;
  /** Index of the point where `left` is attained; −1 without points. */
  readonly point: number;
  /** Whether left ≤ right up to rounding; false where a number is not finite. */
  readonly holds: boolean;
}

/** Relative rounding allowed when the two sides are compared. */
const comparison = 1e-9;

/**
 * Checks ‖Jf(x)‖^{2/L}_{2/L} = Σ sᵢ(Jf(x))^{2/L} ≤ R(f; L)/L ≤ ‖θ‖²/L (Jacot, ICLR 2023, §2).
 *
 * The weights alone are enough for the right side: Jf(x) is a product of the W_ℓ with some rows
 * set to zero, to which Hölder's inequality for Schatten norms and that of the arithmetic and
 * geometric mean apply; biases do not occur. With them the bound is only weaker.
 *
 * At large L the power 2/L makes rounding errors count: 1e-16 to the power 2/48 is 0.2. So
 * singular values that float64 products of these layers cannot tell from zero are left out.
 *
 * @param dims layer sizes [inputs, width, …, outputs] of the surveyed network
 * @param weightNorm Σ‖W_ℓ‖²_F, see `weightNorm`
 */
export function schattenBound(
  { inputs, outputs, singularValues }: JacobianSurvey,
  dims: readonly number[],
  weightNorm: number,
): SchattenBound {
  const depth = dims.length - 1;
  const perPoint = Math.min(outputs, inputs);
  const rounding = Number.EPSILON * dims.reduce((sum, size) => sum + size, 0);
  let left = 0;
  let point = -1;
  for (let start = 0; start < singularValues.length; start += perPoint) {
    let sum = 0;
    for (let i = start; i < start + perPoint; i++) {
      const value = singularValues[i];
      if (!(value <= rounding * singularValues[start])) sum += value ** (2 / depth);
    }
    if (point >= 0 && sum <= left) continue;
    left = sum;
    point = start / perPoint;
    if (Number.isNaN(sum)) break;
  }
  const right = weightNorm / depth;
  return { left, right, margin: right - left, point, holds: left <= right * (1 + comparison) };
}

/** Σ‖W_ℓ‖²_F in float64. @param parameters flat, in the layout of `parameterLayout` */
export function weightNorm(dims: readonly number[], parameters: ArrayLike<number>): number {
  let sum = 0;
  for (const { weights, biases } of parameterLayout(dims)) {
    for (let i = weights; i < biases; i++) sum += parameters[i] ** 2;
  }
  return sum;
}
