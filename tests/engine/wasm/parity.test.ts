import './built.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { ridgeAt, warmUpEnds } from '../../../src/engine/schedule.ts';
import { openWasm } from '../../../src/engine/wasm/index.ts';
import { relativeDeviation } from '../deviation.ts';
import { settings } from '../problems.ts';
import { lossAndGradient, referenceState, referenceStep } from '../reference-trainer.ts';

const steps = 12;

describe('against the same training in plain double precision', () => {
  test('the loss, the norm and the network agree on random shapes, clips and schedules', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async ({ problem, optimisation, state }) => {
        const engine = await openWasm(problem, optimisation, state);
        const reference = referenceState(state);
        const record = await engine.train(steps);
        for (let step = 0; step < steps; step++) {
          const { dataLoss, parameterNorm } = referenceStep(problem, optimisation, reference);
          expect(Math.abs(record.dataLoss[step] - dataLoss)).toBeLessThan(1e-4 * dataLoss + 1e-6);
          expect(Math.abs(record.parameterNorm[step] / parameterNorm - 1)).toBeLessThan(1e-4);
        }
        const saved = await engine.save();
        expect(saved.step).toBe(reference.step);
        expect(saved.rampStart).toBe(reference.rampStart);
      }),
      { seed: 20230501, numRuns: 60 },
    );
  });

  test('the gradient agrees layer by layer', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async ({ problem, optimisation, state }) => {
        const engine = await openWasm(problem, optimisation, state);
        const actual = await engine.gradient();
        const { dataLoss, gradient } = lossAndGradient(problem, state.parameters);
        const rampStart = warmUpEnds(optimisation, 0, dataLoss) ? 0 : -1;
        const twiceRidge = 2 * ridgeAt(optimisation, 0, rampStart);
        const expected = gradient.map((g, i) => g + twiceRidge * state.parameters[i]);
        for (const { weights, biases, fanOut } of parameterLayout(problem.dims)) {
          const end = biases + fanOut;
          const deviation = relativeDeviation(
            actual.subarray(weights, end),
            expected.subarray(weights, end),
          );
          expect(deviation).toBeLessThan(2e-4);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
