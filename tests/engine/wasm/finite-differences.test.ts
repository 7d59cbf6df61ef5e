import './built.ts';
import { describe, expect, test } from 'vitest';
import { parameterCount } from '../../../src/engine/parameters.ts';
import { openWasm } from '../../../src/engine/wasm/index.ts';
import { initialState, plain, randomProblem, uniform } from '../problems.ts';

/** The objective at the parameters of `state`, from the record of one step that starts there. */
async function objective(
  problem: Parameters<typeof openWasm>[0],
  state: Parameters<typeof openWasm>[2],
): Promise<number> {
  const engine = await openWasm(problem, plain, state);
  const { dataLoss, parameterNorm } = await engine.train(1);
  return dataLoss[0] + plain.ridge * parameterNorm[0];
}

describe.each(['cross-entropy', 'mse'] as const)('the gradient of %s', (loss) => {
  test('is the slope of the objective along random directions', async () => {
    const dims = [3, 13, 13, 13, 5];
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
        ((await objective(problem, moved(1))) - (await objective(problem, moved(-1)))) /
        (2 * distance);
      const expected = gradient.reduce((sum, g, i) => sum + (g * direction[i]) / size, 0);
      const norm = Math.hypot(...gradient);
      expect(Math.abs(slope - expected)).toBeLessThan(2e-3 * norm);
    }
  });
});
