/** How well, and how, a network imitates the teacher it learnt from. */
import type { TrainingEngine } from '../engine/engine.ts';
import type { TeacherData } from '../experiment/index.ts';
import { nonlinearityRatios } from './nonlinearity.ts';
import { meanSquaredError } from './squared-error.ts';

export interface Imitation {
  /** Mean squared error, summed over outputs, on the points of the training and on others. */
  readonly trainingError: number;
  readonly testError: number;
  /** ‖Z_ℓ − σ(Z_ℓ)‖/‖Z_ℓ‖ of the pre-activations for ℓ = 1 … L. */
  readonly nonlinearity: Float32Array;
}

/**
 * @param most the nonlinearity is read off at most so many of the points: pre-activations cost as
 *   much as a training step, without the engine's speed
 */
export async function measureImitation(
  engine: Pick<TrainingEngine, 'problem' | 'evaluate' | 'activations' | 'save'>,
  data: TeacherData,
  most: number,
): Promise<Imitation> {
  const { inputs, targets, inputDimension, outputDimension, testInputs, testTargets } = data;
  const error = async (at: Float32Array, wanted: Float32Array) =>
    meanSquaredError(await engine.evaluate(at), wanted, outputDimension);
  const some = inputs.subarray(0, most * inputDimension);
  const { parameters } = await engine.save();
  const activations = await engine.activations(some);
  return {
    trainingError: await error(inputs, targets),
    testError: await error(testInputs, testTargets),
    nonlinearity: nonlinearityRatios(engine.problem.dims, parameters, some, activations),
  };
}
