import { expect, test } from 'vitest';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { openGpu } from './dawn.ts';
import { quickPlan } from './test-plans.ts';

test('spectra from the GPU agree with those from the CPU, dead neurons and few points included', async () => {
  const gpu = await openGpu();
  // More columns than points, odd numbers of columns, one column, wide and tall weights.
  for (const [points, dims] of [
    [9, [2, 13, 12, 5]],
    [33, [3, 7, 8, 1]],
  ] as const) {
    const problem = randomProblem(dims, points, 'mse', 1);
    const state = initialState(dims, 2);
    // The biases of W₁'s first units: no data point reaches them.
    const firstBias = dims[0] * dims[1];
    state.parameters.fill(-50, firstBias, firstBias + 3);
    const engine = await FusedTraining.open(gpu, problem, plain, state, quickPlan);
    for (const centred of [true, false]) {
      const [fast, exact] = [
        await engine.gpuSpectra({ centred }),
        await engine.spectra({ centred }),
      ];
      for (const kind of ['weights', 'activations'] as const) {
        expect(fast[kind]).toHaveLength(dims.length - 1);
        for (const [layer, values] of exact[kind].entries()) {
          expect(relativeDeviation(fast[kind][layer], values)).toBeLessThan(1e-5);
        }
      }
    }
    engine.dispose();
  }
});

test('training goes on while spectra are measured', async () => {
  const dims = [2, ...new Array<number>(29).fill(8), 3];
  const problem = randomProblem(dims, 10, 'cross-entropy', 3);
  const engine = await FusedTraining.open(
    await openGpu(),
    problem,
    plain,
    initialState(dims, 4),
    quickPlan,
  );
  const before = await engine.spectra({ centred: true });
  const measuring = engine.spectra({ centred: true });
  const training = engine.train(1);
  const first = await Promise.race([measuring.then(() => 'spectra'), training.then(() => 'steps')]);
  expect(first).toBe('steps');
  // They show the network as it was when they were asked for.
  expect(await measuring).toEqual(before);
  engine.dispose();
});
