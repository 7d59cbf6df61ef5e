import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exactStep, measure } from '../../../src/cli/float64-training.ts';
import { parseReference } from '../../../src/cli/reference-file.ts';
import { passes, replay } from '../../../src/cli/replay-reference.ts';
import { EngineUnavailable, type TrainingEngine } from '../../../src/engine/engine.ts';
import type { Optimisation } from '../../../src/engine/problem.ts';
import { warmingUp } from '../../../src/engine/schedule.ts';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import { plainAdam, smallProblem, startOf } from './small-problem.ts';

const problem = smallProblem();
const start = startOf(problem);

/** Every kind of schedule at once; on the small problem the clip bites and the warm-up ends on the way. */
const recipe: Optimisation = {
  ...plainAdam,
  schedule: 'cosine',
  stepBudget: 60,
  ridge: 4e-3,
  warmUpShare: 0.3,
  warmUpLoss: 0.9,
  rampSteps: 12,
  clipNorm: 0.1,
};

/** The float64 state from which `exactStep` goes on. */
function exact(state = start) {
  return {
    step: state.step,
    rampStart: state.rampStart,
    parameters: Float64Array.from(state.parameters),
    firstMoment: Float64Array.from(state.firstMoment),
    secondMoment: Float64Array.from(state.secondMoment),
  };
}

function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
  }
  return largest;
}

const consoleCalls = vi.fn();
beforeAll(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(consoleCalls);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe.each(['cpu', 'wasm'] as const)('tfjs on %s', (backend) => {
  const open = openTfjs(backend);

  async function using<T>(
    optimisation: Optimisation,
    use: (engine: TrainingEngine) => Promise<T>,
    state = start,
  ): Promise<T> {
    const engine = await open(problem, optimisation, state);
    try {
      return await use(engine);
    } finally {
      engine.dispose();
    }
  }

  test.each(['classifier-depth4', 'classifier-depth12', 'regression-depth6'])(
    'replays the golden trajectory %s',
    async (name) => {
      const file = parseReference(readFileSync(`tests/reference/${name}.json`, 'utf8'));
      const { deviations, resumedAt } = await replay(open, file);
      expect(deviations).toSatisfy(passes);
      // Only the deep one grazes a kink that float32 cannot resolve.
      expect(resumedAt).toEqual(name === 'classifier-depth12' ? [2] : []);
    },
  );

  test.each(['constant', 'drop', 'cosine'] as const)(
    'follows float64 training through clipping, warm-up, ramp and the %s schedule',
    async (schedule) => {
      const optimisation = { ...recipe, schedule };
      const expected = exact();
      await using(optimisation, async (engine) => {
        const { dataLoss, parameterNorm, step } = await engine.train(60);
        expect(step).toBe(60);
        for (let i = 0; i < 60; i++) {
          const golden = exactStep(problem, optimisation, expected);
          expect(Math.abs(dataLoss[i] / golden.dataLoss - 1)).toBeLessThan(1e-5);
          expect(Math.abs(parameterNorm[i] / golden.parameterNorm - 1)).toBeLessThan(1e-5);
        }
        const state = await engine.save();
        expect(state.rampStart).toBe(expected.rampStart);
        expect(state.rampStart).toBeGreaterThan(0);
        expect(state.rampStart).toBeLessThan(40);
        expect(largestDifference(state.parameters, expected.parameters)).toBeLessThan(1e-4);
      });
    },
  );

  test('clips the gradient of the data loss, not that of the ridge', async () => {
    const optimisation = { ...plainAdam, ridge: 1, clipNorm: 1e-3 };
    const { gradient } = measure(problem, exact().parameters);
    const length = Math.hypot(...gradient);
    expect(length).toBeGreaterThan(0.1);
    await using(optimisation, async (engine) => {
      await engine.train(1);
      const { firstMoment } = await engine.save();
      const expected = gradient.map(
        (g, i) => 0.1 * ((g * 1e-3) / length + 2 * start.parameters[i]),
      );
      expect(largestDifference(firstMoment, expected)).toBeLessThan(1e-6);
    });
  });

  test('gives the unclipped gradient with the share of the ridge in force', async () => {
    const { gradient } = measure(problem, exact().parameters);
    const expected = gradient.map((g, i) => g + 2 * 0.3 * 4e-3 * start.parameters[i]);
    await using(recipe, async (engine) => {
      expect(largestDifference(await engine.gradient(), expected)).toBeLessThan(1e-6);
    });
  });

  test('gives the gradient of the next update, which ends the warm-up, and does not end it itself', async () => {
    const optimisation = { ...recipe, warmUpLoss: 100, rampSteps: 0 };
    const { gradient } = measure(problem, exact().parameters);
    const expected = gradient.map((g, i) => g + 2 * 4e-3 * start.parameters[i]);
    await using(optimisation, async (engine) => {
      expect(largestDifference(await engine.gradient(), expected)).toBeLessThan(1e-6);
      expect((await engine.save()).rampStart).toBe(warmingUp);
    });
  });

  test('notes when the warm-up would have ended even if there is none', async () => {
    const optimisation = { ...recipe, warmUpShare: 1 };
    const expected = exact();
    for (let i = 0; i < 40; i++) exactStep(problem, optimisation, expected);
    expect(expected.rampStart).not.toBe(warmingUp);
    await using(optimisation, async (engine) => {
      for (const steps of [3, 20, 17]) await engine.train(steps);
      expect((await engine.save()).rampStart).toBe(expected.rampStart);
    });
  });

  test('goes on from a saved state exactly as if it had not been interrupted', async () => {
    const whole = await using(recipe, async (engine) => {
      await engine.train(30);
      return engine.save();
    });
    const half = await using(recipe, async (engine) => {
      await engine.train(11);
      return engine.save();
    });
    const opened = await using(
      recipe,
      async (engine) => {
        await engine.train(19);
        return engine.save();
      },
      half,
    );
    expect(opened).toEqual(whole);
    const loaded = await using(recipe, async (engine) => {
      await engine.train(5);
      await engine.load(half);
      await engine.train(19);
      return engine.save();
    });
    expect(loaded).toEqual(whole);
  });

  test('neither changes nor depends on the arrays of the states it is given and gives', async () => {
    const given = { ...start, parameters: start.parameters.slice() };
    await using(
      plainAdam,
      async (engine) => {
        given.parameters.fill(7);
        const before = await engine.save();
        expect(before.parameters).toEqual(start.parameters);
        await engine.train(1);
        expect(before.parameters).toEqual(start.parameters);
        before.parameters.fill(7);
        expect((await engine.save()).parameters).not.toContain(7);
      },
      given,
    );
  });

  test('applies a new optimisation from the next step on', async () => {
    await using(plainAdam, async (engine) => {
      await engine.train(2);
      const before = await engine.save();
      engine.setOptimisation({ ...plainAdam, learningRate: 0 });
      await engine.train(2);
      expect((await engine.save()).parameters).toEqual(before.parameters);
    });
  });

  test('reports a run that has diverged and recovers by loading', async () => {
    await using(plainAdam, async (engine) => {
      await engine.load({ ...start, parameters: start.parameters.map(() => Number.NaN) });
      const { dataLoss, parameterNorm } = await engine.train(2);
      expect([...dataLoss, ...parameterNorm]).toEqual(new Array(4).fill(Number.NaN));
      await engine.load(start);
      expect((await engine.train(1)).dataLoss[0]).toBeCloseTo(
        measure(problem, exact().parameters).dataLoss,
        5,
      );
    });
  });

  test('evaluates more points than fit one chunk like each of them alone', async () => {
    await using(plainAdam, async (engine) => {
      const count = 60_000;
      const points = Float32Array.from({ length: 2 * count }, (_, i) => Math.sin(i));
      const outputs = await engine.evaluate(points);
      expect(outputs).toHaveLength(3 * count);
      for (const index of [0, 26_213, 26_214, count - 1]) {
        const one = await engine.evaluate(points.subarray(2 * index, 2 * index + 2));
        expect(largestDifference(outputs.subarray(3 * index, 3 * index + 3), one)).toBeLessThan(
          1e-6,
        );
      }
      expect(await engine.evaluate(new Float32Array())).toHaveLength(0);
    });
  });

  test('gives every layer’s activations, rectified except the last, which are the outputs', async () => {
    await using(plainAdam, async (engine) => {
      const activations = await engine.activations(problem.inputs);
      expect(activations.map((values) => values.length)).toEqual([240, 192, 72]);
      for (const hidden of activations.slice(0, 2)) expect(Math.min(...hidden)).toBe(0);
      expect(activations[2]).toEqual(await engine.evaluate(problem.inputs));
    });
  });

  test('keeps no tensor beyond its own and gives those back when disposed of', async () => {
    const before = tf.memory().numTensors;
    const engine = await open(problem, recipe, start);
    await engine.train(1);
    const own = tf.memory().numTensors;
    await engine.train(20);
    await engine.gradient();
    await engine.evaluate(problem.inputs);
    await engine.activations(problem.inputs);
    await engine.spectra({ centred: true });
    await engine.load(await engine.save());
    expect(tf.memory().numTensors).toBe(own);
    engine.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(tf.memory().numDataBuffers).toBe(before);
  });
});

describe('openTfjs', () => {
  test('lets engines on one and on different backends run side by side', async () => {
    const backends = ['cpu', 'wasm', 'wasm'] as const;
    const alone: Float32Array[] = [];
    for (const backend of backends) {
      const engine = await openTfjs(backend)(problem, recipe, start);
      alone.push((await engine.train(20)).dataLoss);
      engine.dispose();
    }
    const engines = await Promise.all(
      backends.map((backend) => openTfjs(backend)(problem, recipe, start)),
    );
    const together = await Promise.all(engines.map((engine) => engine.train(20)));
    expect(together.map(({ dataLoss }) => dataLoss)).toEqual(alone);
    for (const engine of engines) engine.dispose();
  });

  test('says plainly that there is no WebGPU where there is none', async () => {
    const opening = openTfjs('webgpu')(problem, recipe, start);
    await expect(opening).rejects.toThrow(EngineUnavailable);
    await expect(opening).rejects.toThrow('refusal.noWebgpuHere');
  });

  test('says nothing on the console', () => {
    expect(consoleCalls).not.toHaveBeenCalled();
  });
});
