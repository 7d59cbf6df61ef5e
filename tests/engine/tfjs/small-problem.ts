import type { TrainingState } from '../../../src/engine/engine.ts';
import { parameterCount } from '../../../src/engine/parameters.ts';
import type { Optimisation, Problem } from '../../../src/engine/problem.ts';
import { warmingUp } from '../../../src/engine/schedule.ts';
import { randomStream } from '../../../src/experiment/random.ts';

/** Three classes of 24 points in the plane, by angle. */
export function smallProblem(loss: Problem['loss'] = 'cross-entropy'): Problem {
  const { uniform } = randomStream(4, 'points');
  const inputs = Float32Array.from({ length: 48 }, () => 2 * uniform() - 1);
  const targets = new Float32Array(72);
  for (let point = 0; point < 24; point++) {
    const angle = Math.atan2(inputs[2 * point + 1], inputs[2 * point]) / (2 * Math.PI) + 0.5;
    targets[3 * point + Math.min(2, Math.floor(3 * angle))] = 1;
  }
  return { dims: [2, 10, 8, 3], loss, inputs, targets };
}

export const plainAdam: Optimisation = {
  learningRate: 0.01,
  schedule: 'constant',
  stepBudget: 100,
  ridge: 1e-3,
  warmUpShare: 1,
  warmUpLoss: 0,
  rampSteps: 0,
  clipNorm: 0,
};

export function startOf(problem: Problem): TrainingState {
  const { normal } = randomStream(1, 'start');
  const count = parameterCount(problem.dims);
  return {
    step: 0,
    rampStart: warmingUp,
    parameters: Float32Array.from({ length: count }, () => 0.4 * normal()),
    firstMoment: new Float32Array(count),
    secondMoment: new Float32Array(count),
  };
}
