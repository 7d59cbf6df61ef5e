import { beforeAll, describe, test } from 'vitest';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { hardwarePlans } from '../../../src/engine/webgpu/plan.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { arithmeticChecks } from '../checks/index.ts';
import { openGpu } from './dawn.ts';
import { testPlans } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});

/** Whatever may run on somebody's GPU too. */
const everyPlan = [...new Set([...testPlans, ...hardwarePlans])];

describe.each(everyPlan)(
  '$variant with $rows × $quads tiles and $inputQuads × $outputQuads weights, sharing $sharing',
  (plan) => {
    test.each(arithmeticChecks)('$title', ({ run }) =>
      run(
        {
          open: (problem, optimisation, state) =>
            FusedTraining.open(gpu, problem, optimisation, state, plan),
          parity: { steps: 6, runs: 2, seed: 6 },
        },
        openTfjs('cpu'),
      ),
    );
  },
);
