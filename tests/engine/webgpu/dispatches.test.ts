import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { hardwarePlans, sharingPlans, softwarePlans } from '../../../src/engine/webgpu/plan.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { openGpu } from './dawn.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});
afterAll(() => gpu.device.destroy());

/** The dispatches of everything recorded from now on, submits aside. */
function meter({ device }: Gpu): { count: number } {
  const reading = { count: 0 };
  const createEncoder = device.createCommandEncoder.bind(device);
  device.createCommandEncoder = () => {
    const encoder = createEncoder();
    const begin = encoder.beginComputePass.bind(encoder);
    encoder.beginComputePass = () => {
      const pass = begin();
      const dispatch = pass.dispatchWorkgroups.bind(pass);
      pass.dispatchWorkgroups = (...counts) => {
        reading.count++;
        return dispatch(...counts);
      };
      return pass;
    };
    return encoder;
  };
  return reading;
}

const plans = [softwarePlans[0], softwarePlans[1], sharingPlans(4)[0], hardwarePlans[0]];

describe.each(plans)('$variant with $rows × $quads tiles, sharing $sharing', (plan) => {
  test.each([1, 3, 12])('takes at most 2L + 4 dispatches a step at L = %i', async (depth) => {
    const dims = [2, ...new Array<number>(depth - 1).fill(6), 3];
    const problem = randomProblem(dims, 10, 'cross-entropy', 1);
    for (const clipNorm of [0, 0.1]) {
      const optimisation = { ...plain, clipNorm };
      const state = initialState(dims, 2);
      const engine = await FusedTraining.open(gpu, problem, optimisation, state, plan);
      const reading = meter(gpu);
      await engine.train(5);
      engine.dispose();
      expect(reading.count).toBe(5 * engine.dispatchesPerStep);
      expect(engine.dispatchesPerStep).toBeLessThanOrEqual(2 * depth + 4);
      if (plan.variant === 'rowwise') {
        expect(engine.dispatchesPerStep).toBe(clipNorm > 0 ? 4 : 3);
      }
    }
  });
});

test('two devices with the same plan train the same network bit by bit', async () => {
  const dims = [2, 17, 17, 5];
  const problem = randomProblem(dims, 33, 'cross-entropy', 3);
  const run = async (on: Gpu) => {
    const engine = await FusedTraining.open(on, problem, plain, initialState(dims, 4), plans[2]);
    const record = await engine.train(20);
    const state = await engine.save();
    engine.dispose();
    return { record, state };
  };
  const other = await openGpu();
  expect(await run(other)).toEqual(await run(gpu));
  other.device.destroy();
});
