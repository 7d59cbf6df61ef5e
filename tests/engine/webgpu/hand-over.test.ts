import '../wasm/built.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenEngine } from '../../../src/engine/engine.ts';
import { openWasm } from '../../../src/engine/wasm/index.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { openGpu } from './dawn.ts';
import { quickPlan } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});
afterAll(() => gpu.device.destroy());

const dims = [2, 15, 15, 4];
const problem = randomProblem(dims, 45, 'cross-entropy', 1);
const optimisation = {
  ...plain,
  schedule: 'cosine',
  stepBudget: 60,
  ridge: 0.01,
  warmUpShare: 0.3,
  warmUpLoss: 1.2,
  rampSteps: 15,
  clipNorm: 0.5,
} as const;

const openWebgpu: OpenEngine = (problem, optimisation, state) =>
  FusedTraining.open(gpu, problem, optimisation, state, quickPlan);

/** Losses of the second half, and the state at its end. */
async function run(first: OpenEngine, second: OpenEngine) {
  const before = await first(problem, optimisation, initialState(dims, 2));
  await before.train(25);
  const after = await second(problem, optimisation, await before.save());
  before.dispose();
  const { dataLoss } = await after.train(25);
  const state = await after.save();
  after.dispose();
  return { dataLoss, state };
}

test.each([
  ['webgpu to wasm', openWebgpu, openWasm],
  ['wasm to webgpu', openWasm, openWebgpu],
] as const)(
  'a run handed from %s goes on as if it had stayed, moments and all',
  async (_, first, second) => {
    const moved = await run(first, second);
    const stayed = await run(first, first);
    expect(moved.state.step).toBe(50);
    expect(moved.state.rampStart).toBe(stayed.state.rampStart);
    for (const [step, loss] of stayed.dataLoss.entries()) {
      expect(Math.abs(moved.dataLoss[step] / loss - 1)).toBeLessThan(1e-4);
    }
    for (const buffer of ['parameters', 'firstMoment', 'secondMoment'] as const) {
      expect(relativeDeviation(moved.state[buffer], stayed.state[buffer])).toBeLessThan(1e-3);
    }
  },
);

test('a run that loses its moments goes elsewhere', async () => {
  const forgetful: OpenEngine = (problem, optimisation, state) =>
    openWasm(problem, optimisation, {
      ...state,
      firstMoment: new Float32Array(state.firstMoment.length),
    });
  const moved = await run(openWebgpu, forgetful);
  const stayed = await run(openWebgpu, openWebgpu);
  expect(relativeDeviation(moved.dataLoss, stayed.dataLoss)).toBeGreaterThan(1e-3);
});
