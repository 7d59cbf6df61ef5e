import { describe, expect, test } from 'vitest';
import type { Optimisation } from '../../../src/engine/problem.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { everyBuild } from './every-build.ts';

const dims = [2, 30, 30, 30, 4];
const problem = randomProblem(dims, 130, 'cross-entropy', 1);
const state = initialState(dims, 2);
const optimisation: Optimisation = {
  ...plain,
  schedule: 'cosine',
  stepBudget: 900,
  warmUpShare: 0.3,
  warmUpLoss: 1.35,
  rampSteps: 50,
  clipNorm: 0.05,
};
const steps = 1100;

describe.each(everyBuild)('training in the $build build is deterministic', ({ openWasm }) => {
  async function trainInCalls(calls: readonly number[]) {
    const engine = await openWasm(problem, optimisation, state);
    const losses: number[] = [];
    for (const call of calls) losses.push(...(await engine.train(call)).dataLoss);
    return { losses, saved: await engine.save() };
  }

  test('however the steps are split into calls, bit for bit', async () => {
    const whole = await trainInCalls([steps]);
    const single = await trainInCalls(new Array<number>(steps).fill(1));
    const mixed = await trainInCalls([7, 512, 81, 500]);
    expect(whole.saved.rampStart).toBeGreaterThan(0);
    expect(single).toEqual(whole);
    expect(mixed).toEqual(whole);
  });

  test('and goes on the same from a saved state in another engine', async () => {
    const whole = await trainInCalls([steps]);
    const half = await trainInCalls([600]);
    const engine = await openWasm(problem, optimisation, half.saved);
    await engine.train(500);
    expect(await engine.save()).toEqual(whole.saved);
  });

  test('and is not disturbed by looking at it', async () => {
    const whole = await trainInCalls([20]);
    const engine = await openWasm(problem, optimisation, state);
    await engine.train(10);
    await engine.gradient();
    await engine.evaluate(problem.inputs);
    await engine.spectra({ centred: true });
    await engine.train(10);
    expect(await engine.save()).toEqual(whole.saved);
  });
});
