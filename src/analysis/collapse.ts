/** Whether a network has collapsed: no input makes a difference to it any more. */
import type { Problem } from '../engine/problem.ts';
import { totalVariance } from './squared-error.ts';

/**
 * Whether all outputs are the same point for point.
 * @param outputSpectrum singular values of the centred outputs on N points
 * @param scale size of the spread that was asked for; see `scaleAskedFor`
 */
export function isConstant(outputSpectrum: ArrayLike<number>, points: number, scale = 1): boolean {
  return !(outputSpectrum[0] > 1e-3 * scale * Math.sqrt(points));
}

/** Size of the spread of outputs that a problem asks for: 1 for logits, the targets' standard deviation for regression. */
export function scaleAskedFor({ loss, targets, dims }: Problem): number {
  return loss === 'mse' ? Math.sqrt(totalVariance(targets, dims[dims.length - 1])) : 1;
}
