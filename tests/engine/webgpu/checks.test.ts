import { beforeAll, describe, test } from 'vitest';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { arithmeticChecks } from '../checks/index.ts';
import { openGpu } from './dawn.ts';
import { testPlans } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});

describe.each(testPlans)('$variant with $rows × $quads tiles, sharing $sharing', (plan) => {
  test.each(arithmeticChecks)('$title', ({ run }) =>
    run(
      {
        open: (problem, optimisation, state) =>
          FusedTraining.open(gpu, problem, optimisation, state, plan),
        parity: { steps: 8, runs: 4, seed: 6 },
      },
      openTfjs('cpu'),
    ),
  );
});
