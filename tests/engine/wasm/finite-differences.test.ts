import { describe, expect, test } from 'vitest';
import type { OpenEngine, TrainingState } from '../../../src/engine/engine.ts';
import { parameterCount } from '../../../src/engine/parameters.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { initialState, plain, randomProblem, uniform } from '../problems.ts';
import { everyBuild } from './every-build.ts';

/** The objective at the parameters of `state`, from the record of one step that starts there. */
async function objective(
  openWasm: OpenEngine,
  problem: Problem,
  state: TrainingState,
): Promise<number> {
  const engine = await openWasm(problem, plain, state);
  const { dataLoss, parameterNorm } = await engine.train(1);
  return dataLoss[0] + plain.ridge * parameterNorm[0];
}

const cases = everyBuild.flatMap((one) =>
  (['cross-entropy', 'mse'] as const).map((loss) => ({ ...one, loss })),
);

describe.each(cases)('the gradient of $loss in the $build build', ({ loss, openWasm }) => {
  test.each([13, 30])('is the slope of the objective at width %i', async (width) => {
    const dims = [3, width, width, width, 5];
    const problem = randomProblem(dims, 150, loss, 11);
    const state = initialState(dims, 12);
    const engine = await openWasm(problem, plain, state);
    const gradient = await engine.gradient();
    const length = parameterCount(dims);
    for (let seed = 0; seed < 8; seed++) {
      const random = uniform(seed);
      // Along the gradient for the first direction, where the slope is steepest.
      const direction = seed === 0 ? gradient : Float32Array.from({ length }, random);
      const size = Math.hypot(...direction);
      const distance = 2e-3;
      const moved = (sign: number) => ({
        ...state,
        parameters: state.parameters.map((p, i) => p + (sign * distance * direction[i]) / size),
      });
      const slope =
        ((await objective(openWasm, problem, moved(1))) -
          (await objective(openWasm, problem, moved(-1)))) /
        (2 * distance);
      const expected = gradient.reduce((sum, g, i) => sum + (g * direction[i]) / size, 0);
      const norm = Math.hypot(...gradient);
      expect(Math.abs(slope - expected)).toBeLessThan(2e-3 * norm);
    }
  });
});
