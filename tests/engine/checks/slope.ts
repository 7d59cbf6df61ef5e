/** Finite differences: an engine's gradient is the slope of the objective. */
import type { OpenEngine } from '../../../src/engine/engine.ts';
import type { Loss } from '../../../src/engine/problem.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem, uniform } from '../problems.ts';
import { lossAndGradient } from '../reference-trainer.ts';
import { insistBelow } from './insist.ts';

const dims = [3, 9, 7, 4];
const points = 21;
/** The gradient is unclipped, whatever the clip. */
const optimisation = { ...plain, ridge: 0.05, clipNorm: 1e-3 };

/**
 * Checked by every parameter against the objective in double precision, and along a few
 * directions against the engine's own record.
 */
export async function gradientIsSlope(open: OpenEngine, loss: Loss): Promise<void> {
  const problem = randomProblem(dims, points, loss, 8);
  const state = initialState(dims, 9);
  const engine = await open(problem, optimisation, state);
  try {
    const gradient = await engine.gradient();
    const exact = (parameters: Float64Array) =>
      lossAndGradient(problem, parameters).dataLoss +
      optimisation.ridge * parameters.reduce((sum, p) => sum + p * p, 0);
    const slopes = Array.from(state.parameters, (_, index) => {
      const moved = (change: number) =>
        exact(Float64Array.from(state.parameters, (p, i) => (i === index ? p + change : p)));
      return (moved(1e-6) - moved(-1e-6)) / 2e-6;
    });
    insistBelow(relativeDeviation(gradient, slopes), 1e-5, 'gradient against slopes');

    const own = async (parameters: Float32Array) => {
      await engine.load({ ...state, parameters });
      const { dataLoss, parameterNorm } = await engine.train(1);
      return dataLoss[0] + optimisation.ridge * parameterNorm[0];
    };
    const norm = Math.hypot(...gradient);
    const random = uniform(5);
    const directions = [gradient, gradient.map(random), gradient.map(random)];
    for (const [index, direction] of directions.entries()) {
      const size = Math.hypot(...direction);
      const distance = 2e-3;
      const moved = (sign: number) =>
        own(state.parameters.map((p, i) => p + (sign * distance * direction[i]) / size));
      const slope = ((await moved(1)) - (await moved(-1))) / (2 * distance);
      const expected = gradient.reduce((sum, g, i) => sum + (g * direction[i]) / size, 0);
      insistBelow(Math.abs(slope - expected), 2e-3 * norm, `slope along direction ${index}`);
    }
  } finally {
    engine.dispose();
  }
}
