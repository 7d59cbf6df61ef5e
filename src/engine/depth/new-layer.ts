/** A layer that was not there before, as part of a training state. */
import type { LayerState } from './layer-state.ts';

/**
 * A layer with Adam's averages for parameters that have no past. The first moment is zero. The
 * second is the mean of the neighbours', as gradients of adjoining layers are of one size: bias
 * correction counts the steps of the whole run, so that zero would make the first updates
 * (1 − β₁)/√(1 − β₂) ≈ 3 and soon 6 times the learning rate, whatever the gradient.
 * @param parameters W [fanIn, fanOut], then b [fanOut]
 */
export function newLayer(
  fanIn: number,
  fanOut: number,
  parameters: Float32Array,
  neighbours: readonly LayerState[],
): LayerState {
  let sum = 0;
  let count = 0;
  for (const { secondMoment } of neighbours) {
    for (const value of secondMoment) sum += value;
    count += secondMoment.length;
  }
  return {
    fanIn,
    fanOut,
    parameters,
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length).fill(count === 0 ? 0 : sum / count),
  };
}
