import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenEngine } from '../../../src/engine/engine.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { ridgeAt, warmUpEnds } from '../../../src/engine/schedule.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem, type Setting, settings } from '../problems.ts';
import { lossAndGradient, referenceState, referenceStep } from '../reference-trainer.ts';
import { everyBuild } from './every-build.ts';

const steps = 12;

/**
 * Wide enough for zeros to be left out, and up to three panels of columns. High biases make a
 * network without zeros, low ones a network that is dead but for a few.
 */
const wideSettings: fc.Arbitrary<Setting> = fc
  .record({
    depth: fc.integer({ min: 2, max: 4 }),
    width: fc.oneof(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 100, max: 130 })),
    points: fc.integer({ min: 1, max: 100 }),
    loss: fc.constantFrom<Setting['problem']['loss']>('cross-entropy', 'mse'),
    shift: fc.constantFrom(-0.8, 0, 0, 3),
    seed: fc.nat(),
  })
  .map(({ depth, width, points, loss, shift, seed }) => {
    const dims = [2, ...new Array<number>(depth - 1).fill(width), 5];
    const state = initialState(dims, seed + 1, 0.7);
    for (const { biases, fanOut } of parameterLayout(dims).slice(0, -1)) {
      for (let i = biases; i < biases + fanOut; i++) state.parameters[i] += shift;
    }
    return { problem: randomProblem(dims, points, loss, seed), optimisation: plain, state };
  });

async function compareTraining(openWasm: OpenEngine, setting: Setting, steps: number) {
  const { problem, optimisation, state } = setting;
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
}

async function compareGradient(openWasm: OpenEngine, setting: Setting) {
  const { problem, optimisation, state } = setting;
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
}

describe.each(everyBuild)(
  'the $build build, against the same training in plain double precision',
  ({ openWasm }) => {
    test('agrees in loss, norm and network on random shapes, clips and schedules', async () => {
      await fc.assert(
        fc.asyncProperty(settings, (setting) => compareTraining(openWasm, setting, steps)),
        { seed: 20230501, numRuns: 60 },
      );
    });

    test('agrees in the gradient layer by layer', async () => {
      await fc.assert(
        fc.asyncProperty(settings, (setting) => compareGradient(openWasm, setting)),
        { seed: 7, numRuns: 60 },
      );
    });

    test('agrees on wide networks with half, few or none of the activations zero', async () => {
      await fc.assert(
        fc.asyncProperty(wideSettings, async (setting) => {
          await compareTraining(openWasm, setting, 3);
          await compareGradient(openWasm, setting);
        }),
        { seed: 11, numRuns: 40 },
      );
    });

    test('agrees on a network too wide for the lists of its nonzero entries', async () => {
      const dims = [2, 520, 520, 3];
      const problem = randomProblem(dims, 9, 'mse', 3);
      await compareGradient(openWasm, {
        problem,
        optimisation: plain,
        state: initialState(dims, 4, 0.7),
      });
    });
  },
);
