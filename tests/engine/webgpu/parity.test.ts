import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Optimisation } from '../../../src/engine/problem.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem, type Setting, settings } from '../problems.ts';
import {
  forward,
  lossAndGradient,
  referenceState,
  referenceStep,
  rowsOf,
} from '../reference-trainer.ts';
import { openGpu } from './dawn.ts';
import { quickPlan, testPlans } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});

/** The largest deviation of a short run from double precision, over everything it reports. */
async function deviation(setting: Setting, plan: (typeof testPlans)[number], steps: number) {
  const { problem, optimisation, state } = setting;
  const engine = await FusedTraining.open(gpu, problem, optimisation, state, plan);
  const reference = referenceState(state);
  const record = await engine.train(steps);
  let worst = 0;
  for (let step = 0; step < steps; step++) {
    const exact = referenceStep(problem, optimisation, reference);
    worst = Math.max(worst, Math.abs(record.dataLoss[step] / exact.dataLoss - 1));
    worst = Math.max(worst, Math.abs(record.parameterNorm[step] / exact.parameterNorm - 1));
  }
  const saved = await engine.save();
  expect(saved.step).toBe(reference.step);
  expect(saved.rampStart).toBe(reference.rampStart);
  engine.dispose();
  return worst;
}

describe.each(testPlans)('$variant with $rows × $quads tiles', (plan) => {
  test('agrees with double precision on shapes that fill no tile', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (setting) => {
        expect(await deviation(setting, plan, 10)).toBeLessThan(1e-4);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  test.each<[string, Partial<Optimisation>]>([
    ['clipping', { clipNorm: 0.05 }],
    ['clipping that never bites', { clipNorm: 1e6 }],
    ['a warm-up that ends and a ramp', { warmUpShare: 0.3, warmUpLoss: 100, rampSteps: 9 }],
    ['a warm-up that lasts', { warmUpShare: 0.3, warmUpLoss: 0, rampSteps: 9 }],
    ['the drop schedule', { schedule: 'drop', stepBudget: 15 }],
    ['the cosine schedule', { schedule: 'cosine', stepBudget: 15 }],
  ])('keeps to the formulas of the schedule with %s', async (_, change) => {
    const dims = [2, 13, 13, 4];
    const problem = randomProblem(dims, 37, 'cross-entropy', 3);
    const optimisation = { ...plain, ridge: 0.02, ...change };
    const setting = { problem, optimisation, state: initialState(dims, 4) };
    expect(await deviation(setting, plan, 20)).toBeLessThan(1e-4);
  });

  test('gives the same run bit by bit however the steps are split', async () => {
    const dims = [2, 18, 18, 3];
    const problem = randomProblem(dims, 45, 'cross-entropy', 5);
    const optimisation = {
      ...plain,
      clipNorm: 0.1,
      warmUpShare: 0.3,
      warmUpLoss: 100,
      rampSteps: 20,
    };
    const run = async (calls: number[]) => {
      const engine = await FusedTraining.open(
        gpu,
        problem,
        optimisation,
        initialState(dims, 6),
        plan,
      );
      const losses: number[] = [];
      for (const steps of calls) losses.push(...(await engine.train(steps)).dataLoss);
      const state = await engine.save();
      engine.dispose();
      return { losses, state };
    };
    expect(await run([1, 2, 37])).toEqual(await run([40]));
  });
});

test('the gradient agrees with finite differences of the objective', async () => {
  const dims = [3, 7, 5, 2];
  const problem = randomProblem(dims, 11, 'mse', 8);
  const state = initialState(dims, 9);
  const optimisation = { ...plain, ridge: 0.05, clipNorm: 1e-3 };
  const engine = await FusedTraining.open(gpu, problem, optimisation, state, quickPlan);
  const gradient = await engine.gradient();
  engine.dispose();
  const objective = (parameters: Float64Array) =>
    lossAndGradient(problem, parameters).dataLoss +
    optimisation.ridge * parameters.reduce((sum, p) => sum + p * p, 0);
  const slopes = Array.from(state.parameters, (_, index) => {
    const shifted = (change: number) =>
      Float64Array.from(state.parameters, (p, i) => (i === index ? p + change : p));
    return (objective(shifted(1e-6)) - objective(shifted(-1e-6))) / 2e-6;
  });
  expect(relativeDeviation(gradient, slopes)).toBeLessThan(1e-5);
});

test('a run goes on unchanged from a saved state', async () => {
  const dims = [2, 9, 9, 4];
  const problem = randomProblem(dims, 30, 'cross-entropy', 10);
  const optimisation: Optimisation = { ...plain, schedule: 'cosine', stepBudget: 40 };
  const first = await FusedTraining.open(
    gpu,
    problem,
    optimisation,
    initialState(dims, 11),
    quickPlan,
  );
  await first.train(13);
  const half = await first.save();
  const second = await FusedTraining.open(gpu, problem, optimisation, half, quickPlan);
  const [a, b] = await Promise.all([first.train(12), second.train(12)]);
  expect(b.step).toBe(25);
  expect(b.dataLoss).toEqual(a.dataLoss);
  expect(await second.save()).toEqual(await first.save());
  await second.load(half);
  expect((await second.train(12)).dataLoss).toEqual(a.dataLoss);
  first.dispose();
  second.dispose();
});

test('evaluates more points than fit into a chunk, and every layer of them', async () => {
  const dims = [3, 10, 6, 2];
  const problem = randomProblem(dims, 17, 'mse', 12);
  const state = initialState(dims, 13);
  const engine = await FusedTraining.open(gpu, problem, plain, state, quickPlan);
  const { inputs: points } = randomProblem(dims, 9001, 'mse', 14);
  const expected = forward(dims, state.parameters, rowsOf(points, 3));
  expect(relativeDeviation(await engine.evaluate(points), expected[2].flat())).toBeLessThan(1e-5);
  const layers = await engine.activations(points.subarray(0, 30));
  expect(layers).toHaveLength(3);
  for (const [index, layer] of layers.entries()) {
    const few = expected[index].slice(0, 10).flat();
    expect(relativeDeviation(layer, few)).toBeLessThan(1e-5);
  }
  engine.dispose();
});

test('a changed optimisation holds from the next step on', async () => {
  const dims = [2, 8, 3];
  const problem = randomProblem(dims, 20, 'cross-entropy', 15);
  const engine = await FusedTraining.open(gpu, problem, plain, initialState(dims, 16), quickPlan);
  const reference = referenceState(initialState(dims, 16));
  const changed: Optimisation = { ...plain, learningRate: 1e-2, ridge: 0.1, clipNorm: 0.01 };
  await engine.train(5);
  engine.setOptimisation(changed);
  const { dataLoss } = await engine.train(5);
  for (let i = 0; i < 5; i++) referenceStep(problem, plain, reference);
  for (let i = 0; i < 5; i++) {
    const exact = referenceStep(problem, changed, reference);
    expect(Math.abs(dataLoss[i] / exact.dataLoss - 1)).toBeLessThan(1e-4);
  }
  engine.dispose();
});

test('a diverged run shows in the record, and loading a state revives the engine', async () => {
  const dims = [2, 8, 8, 3];
  const problem = randomProblem(dims, 20, 'mse', 17);
  const state = initialState(dims, 18);
  const engine = await FusedTraining.open(gpu, problem, plain, state, quickPlan);
  const fresh = await engine.train(2);
  await engine.load({ ...state, parameters: state.parameters.map(() => Number.NaN) });
  const { parameterNorm } = await engine.train(2);
  expect(parameterNorm.every(Number.isFinite)).toBe(false);
  await engine.load(state);
  expect((await engine.train(2)).dataLoss).toEqual(fresh.dataLoss);
  engine.dispose();
});
