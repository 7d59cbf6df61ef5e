/** From a settled network back to a state that an engine can train on. */
import {
  dropAt,
  longRisen,
  parameterCount,
  parameterLayout,
  type TrainingState,
} from '../engine/index.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The state of the full network that this snapshot stands for: kept neurons come first in their
 * layer, the others are zero and stay so, because their gradient is zero too.
 *
 * Training goes on where the step size has dropped and the ridge is full. Adam's first moments
 * begin at zero, which by then is no longer corrected for, so that the first steps are short; its
 * second moments are those the layer had at the end. With moments of zero Adam would begin with
 * steps of full length in directions that noise chose, out of the minimum.
 * @param dims layer sizes of the full network
 */
export function settledStart(
  {
    network,
    gradientScales,
    experiment,
  }: Pick<Snapshot, 'network' | 'gradientScales' | 'experiment'>,
  dims: readonly number[],
): TrainingState {
  const count = parameterCount(dims);
  const parameters = new Float32Array(count);
  const secondMoment = new Float32Array(count);
  const compact = parameterLayout(network.dims);
  for (const [index, { fanOut, weights, biases }] of parameterLayout(dims).entries()) {
    const kept = compact[index];
    for (let i = 0; i < kept.fanIn; i++) {
      const from = kept.weights + i * kept.fanOut;
      parameters.set(network.parameters.subarray(from, from + kept.fanOut), weights + i * fanOut);
    }
    parameters.set(network.parameters.subarray(kept.biases, kept.biases + kept.fanOut), biases);
    secondMoment.fill(gradientScales[index] ** 2, weights, biases + fanOut);
  }
  return {
    step: Math.ceil(dropAt * experiment.steps),
    rampStart: longRisen,
    parameters,
    firstMoment: new Float32Array(count),
    secondMoment,
  };
}
