import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { relativeDeviation } from '../deviation.ts';
import { decompose, lowRank } from '../matrices.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { openGpu } from './dawn.ts';
import { quickPlan } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});
afterAll(() => gpu.device.destroy());

const open = (problem: ReturnType<typeof randomProblem>, state: ReturnType<typeof initialState>) =>
  FusedTraining.open(gpu, problem, plain, state, quickPlan);

test('spectra from the GPU agree with those from the CPU, dead neurons and few points included', async () => {
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
    const engine = await open(problem, state);
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

test('singular values from the GPU are right each for itself down to 1e-4 of the largest', async () => {
  const dims = [64, 64, 64, 64, 64];
  const state = initialState(dims, 3);
  const layers = parameterLayout(dims);
  // As drawn, and falling ever faster.
  for (const [index, { weights, fanIn, fanOut }] of layers.entries()) {
    if (index > 0) state.parameters.set(lowRank(fanIn, fanOut, 64, 1 - 0.15 * index, 4), weights);
  }
  const engine = await open(randomProblem(dims, 20, 'mse', 5), state);
  const spectra = await engine.gpuSpectra({ centred: false });
  engine.dispose();
  for (const [index, { weights, biases, fanIn, fanOut }] of layers.entries()) {
    const exact = decompose(fanIn, fanOut, state.parameters.subarray(weights, biases));
    const counted = exact.filter((value) => value >= 1e-4 * exact[0]);
    expect(counted.length).toBeGreaterThan(10);
    for (const [i, value] of counted.entries()) {
      expect(Math.abs(spectra.weights[index][i] / value - 1)).toBeLessThan(1e-4);
    }
  }
});

describe('while spectra are measured', () => {
  const dims = [2, ...new Array<number>(29).fill(8), 3];
  const problem = randomProblem(dims, 10, 'cross-entropy', 3);

  test('on the GPU, training does not wait for them, and they show the network as it was', async () => {
    const engine = await open(problem, initialState(dims, 4));
    const before = await engine.gpuSpectra({ centred: true });
    const { queue } = gpu.device;
    const submit = queue.submit.bind(queue);
    let submits = 0;
    queue.submit = (buffers) => {
      submits++;
      submit(buffers);
    };
    let answered = false;
    const measuring = engine.gpuSpectra({ centred: true }).finally(() => {
      answered = true;
    });
    const training = engine.train(1);
    while (submits < 2 && !answered) await new Promise(setImmediate);
    expect([submits, answered]).toEqual([2, false]);
    queue.submit = submit;
    expect(await measuring).toEqual(before);
    expect((await training).step).toBe(1);
    expect(await engine.gpuSpectra({ centred: true })).not.toEqual(before);
    engine.dispose();
  });

  test('on the CPU, they show the network as it was, one call after the other', async () => {
    const engine = await open(problem, initialState(dims, 4));
    const before = await engine.spectra({ centred: true });
    const measuring = engine.spectra({ centred: true });
    const training = engine.train(1);
    const after = engine.spectra({ centred: true });
    expect(await measuring).toEqual(before);
    expect((await training).step).toBe(1);
    expect(await after).not.toEqual(before);
    engine.dispose();
  });
});
