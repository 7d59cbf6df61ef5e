/** States at which a step budget begins. */
import { type Experiment, randomStream } from '../experiment/index.ts';
import type { TrainingState } from './engine.ts';
import { initialParameters } from './initialise.ts';
import { warmingUp } from './schedule.ts';

/**
 * Before the first step: Adam's averages are zero, since its bias correction counts the same steps.
 * @param rampStart `warmingUp` or `longRisen`, by whether a saddle at zero is to be left
 */
export function beginningAt(parameters: Float32Array, rampStart: number): TrainingState {
  const { length } = parameters;
  const [firstMoment, secondMoment] = [new Float32Array(length), new Float32Array(length)];
  return { step: 0, rampStart, parameters, firstMoment, secondMoment };
}

/**
 * Draws a state to begin from. A single start is the first; the others have streams of their own
 * from the same seed.
 * @param dims layer sizes [inputs, width, …, outputs]
 * @param index which start, from 0
 */
export function freshStart(
  dims: readonly number[],
  experiment: Experiment,
  index: number,
): TrainingState {
  const stream = randomStream(experiment.seed, index === 0 ? 'weights' : `weights/${index}`);
  return beginningAt(initialParameters(dims, experiment, stream), warmingUp);
}
