import { beforeAll, describe, expect, test } from 'vitest';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { relativeDeviation } from '../deviation.ts';
import { flatten, goldenNames, kinks, readGolden } from '../golden-files.ts';
import { referenceState, referenceStep } from '../reference-trainer.ts';
import { openGpu } from './dawn.ts';
import { testPlans } from './test-plans.ts';

let gpu: Gpu;
beforeAll(async () => {
  gpu = await openGpu();
});

describe.each(goldenNames)('on the golden run %s', (name) => {
  const { file, problem, optimisation, state } = readGolden(name);
  const reference = referenceState(state);
  const exactRecords = file.trajectory.map(() => referenceStep(problem, optimisation, reference));
  const open = (plan: (typeof testPlans)[number]) =>
    FusedTraining.open(gpu, problem, optimisation, state, plan);

  test.each(testPlans)(
    '$variant with $rows × $quads tiles follows the trajectory',
    async (plan) => {
      const engine = await open(plan);
      const record = await engine.train(file.trajectory.length);
      expect(record.step).toBe(file.trajectory.length);
      for (const [step, golden] of file.trajectory.entries()) {
        const exact = exactRecords[step];
        expect(Math.abs(record.dataLoss[step] / exact.dataLoss - 1)).toBeLessThan(1e-4);
        expect(Math.abs(record.parameterNorm[step] / golden[1] - 1)).toBeLessThan(1e-4);
        const bound = step < kinks[name] ? 1e-4 : 2e-3;
        expect(Math.abs(record.dataLoss[step] / golden[0] - 1)).toBeLessThan(bound);
      }
      const { parameters } = await engine.save();
      expect(relativeDeviation(parameters, reference.parameters)).toBeLessThan(1e-4);
      engine.dispose();
    },
  );

  test.each(testPlans)(
    '$variant with $rows × $quads tiles has the first gradient',
    async (plan) => {
      const engine = await open(plan);
      const gradient = await engine.gradient();
      expect(relativeDeviation(gradient, flatten(file.gradW0, file.gradB0))).toBeLessThan(1e-4);
      engine.dispose();
    },
  );

  test.each(['CPU', 'GPU'])('finds the singular values on the %s', async (where) => {
    const engine = await open(testPlans[0]);
    const options = { centred: true };
    const { weights, activations } = await (where === 'GPU'
      ? engine.gpuSpectra(options)
      : engine.spectra(options));
    for (const [index, values] of file.singularValues0.entries()) {
      expect(relativeDeviation(weights[index], values)).toBeLessThan(1e-5);
    }
    for (const [index, values] of file.activationSingularValues0.entries()) {
      expect(relativeDeviation(activations[index], values)).toBeLessThan(1e-5);
    }
    engine.dispose();
  });
});
