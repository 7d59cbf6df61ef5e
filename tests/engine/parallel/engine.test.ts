import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { TrainingEngine } from '../../../src/engine/engine.ts';
import { serve } from '../../../src/engine/parallel/helper.ts';
import { openParallel } from '../../../src/engine/parallel/index.ts';
import type { ToHelper } from '../../../src/engine/parallel/messages.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import type { Optimisation } from '../../../src/engine/problem.ts';
import { openWasm } from '../../../src/engine/wasm/index.ts';
import { relativeDeviation } from '../deviation.ts';
import { goldenNames, readGolden } from '../golden-files.ts';
import { initialState, plain, randomProblem, type Setting, settings } from '../problems.ts';
import { referenceState, referenceStep } from '../reference-trainer.ts';
import { crowd, openOn } from './in-process.ts';

const dims = [2, 30, 30, 30, 4];
const problem = randomProblem(dims, 130, 'cross-entropy', 1);
const state = initialState(dims, 2);
const recipe: Optimisation = {
  ...plain,
  schedule: 'cosine',
  stepBudget: 400,
  warmUpShare: 0.3,
  warmUpLoss: 1.35,
  rampSteps: 50,
  clipNorm: 0.05,
};

const opened: TrainingEngine[] = [];
afterEach(() => {
  for (const engine of opened.splice(0)) engine.dispose();
});

async function open(replicas: number, setting: Setting): Promise<TrainingEngine> {
  const { problem, optimisation, state } = setting;
  const engine = await openOn(replicas)(problem, optimisation, state);
  opened.push(engine);
  return engine;
}

const setting = { problem, optimisation: recipe, state };

describe.each([2, 3, 4])('%i replicas', (replicas) => {
  test('train as double precision does, on random shapes, clips and schedules', async () => {
    const steps = 8;
    await fc.assert(
      fc.asyncProperty(settings, async (random) => {
        fc.pre(random.problem.inputs.length / random.problem.dims[0] > 4);
        const engine = await openOn(replicas)(random.problem, random.optimisation, random.state);
        const reference = referenceState(random.state);
        const record = await engine.train(steps);
        const saved = await engine.save();
        engine.dispose();
        for (let step = 0; step < steps; step++) {
          const expected = referenceStep(random.problem, random.optimisation, reference);
          const error = Math.abs(record.dataLoss[step] - expected.dataLoss);
          expect(error).toBeLessThan(1e-4 * expected.dataLoss + 1e-6);
          expect(Math.abs(record.parameterNorm[step] / expected.parameterNorm - 1)).toBeLessThan(
            1e-4,
          );
        }
        expect(saved.step).toBe(reference.step);
        expect(saved.rampStart).toBe(reference.rampStart);
      }),
      { seed: 20230501, numRuns: 40 },
    );
  });

  test('go the same way twice, however the steps are split into calls, bit for bit', async () => {
    const run = async (calls: readonly number[]) => {
      const engine = await open(replicas, setting);
      const losses: number[] = [];
      for (const call of calls) losses.push(...(await engine.train(call)).dataLoss);
      return { losses, saved: await engine.save() };
    };
    const whole = await run([600]);
    expect(whole.saved.rampStart).toBeGreaterThan(0);
    expect(await run([600])).toEqual(whole);
    expect(await run([1, 1, 7, 530, 61])).toEqual(whole);
  });

  test('and one alone agree in the gradient, the outputs and the spectra', async () => {
    const engine = await open(replicas, setting);
    const alone = await openWasm(problem, recipe, state);
    await engine.train(2);
    await alone.load(await engine.save());
    expect(await engine.gradient()).toEqual(await alone.gradient());
    expect(await engine.evaluate(problem.inputs)).toEqual(await alone.evaluate(problem.inputs));
    expect(await engine.activations(problem.inputs)).toEqual(
      await alone.activations(problem.inputs),
    );
    expect(await engine.spectra({ centred: true })).toEqual(await alone.spectra({ centred: true }));
  });

  test('are not disturbed by being looked at', async () => {
    const whole = await open(replicas, setting);
    await whole.train(20);
    const engine = await open(replicas, setting);
    await engine.train(10);
    await engine.gradient();
    await engine.evaluate(problem.inputs);
    await engine.spectra({ centred: true });
    await engine.train(10);
    expect(await engine.save()).toEqual(await whole.save());
  });

  test('take over a change of the optimisation and a loaded state together', async () => {
    const engine = await open(replicas, { ...setting, optimisation: plain });
    await engine.train(5);
    engine.setOptimisation(recipe);
    await engine.load(state);
    const record = await engine.train(40);
    const fresh = await (await open(replicas, setting)).train(40);
    expect(record).toEqual(fresh);
  });
});

test.each(goldenNames)('follows the golden trajectory of %s', async (name) => {
  const { file, problem, optimisation, state } = readGolden(name);
  const engine = await open(3, { problem, optimisation, state });
  const reference = referenceState(state);
  const record = await engine.train(file.trajectory.length);
  for (let step = 0; step < file.trajectory.length; step++) {
    const { dataLoss } = referenceStep(problem, optimisation, reference);
    expect(Math.abs(record.dataLoss[step] / dataLoss - 1)).toBeLessThan(1e-4);
  }
  const { parameters } = await engine.save();
  for (const { weights, biases, fanOut } of parameterLayout(problem.dims)) {
    const end = biases + fanOut;
    const expected = reference.parameters.subarray(weights, end);
    expect(relativeDeviation(parameters.subarray(weights, end), expected)).toBeLessThan(1e-4);
  }
});

test('a run goes over from one replica to several and back with its moments', async () => {
  const alone = await openWasm(problem, plain, state);
  await alone.train(30);
  const moved = await open(2, { problem, optimisation: plain, state: await alone.save() });
  const { dataLoss } = await moved.train(30);
  await alone.load(await moved.save());
  const { dataLoss: back } = await alone.train(30);
  const whole = await openWasm(problem, plain, state);
  await whole.train(30);
  const expected = (await whole.train(60)).dataLoss;
  [...dataLoss, ...back].forEach((loss, step) => {
    expect(Math.abs(loss / expected[step] - 1)).toBeLessThan(1e-3);
  });
});

test('one point, or one core, is no work to share', async () => {
  const point = randomProblem([2, 3], 1, 'mse', 1);
  await expect(openOn(2)(point, plain, initialState(point.dims, 1))).rejects.toThrow(
    'engines/refusal.fewPoints',
  );
  await expect(openOn(1)(problem, plain, state)).rejects.toThrow('engines/refusal.oneCore');
});

test('a helper that cannot become a replica keeps the engine from opening, and is ended', async () => {
  const { spawn, ports } = crowd((scope) => {
    scope.onmessage = () => scope.postMessage({ kind: 'failed', reason: 'out of memory' });
    scope.postMessage({ kind: 'started' });
  });
  const open = openParallel(spawn, 3)(problem, plain, state);
  await expect(open).rejects.toMatchObject({
    reason: { key: 'refusal.noHelper', values: { reason: 'out of memory' } },
  });
  expect(ports.size).toBe(0);
});

test('a helper that fails in the middle of a run ends it at a whole step, from which one alone goes on', async () => {
  let breakDown = () => {};
  const { spawn } = crowd((scope) => {
    breakDown = () => scope.postMessage({ kind: 'failed', reason: 'struck by lightning' });
    serve({
      postMessage: (message) => scope.postMessage(message),
      set onmessage(listen: ((event: MessageEvent<ToHelper>) => void) | null) {
        scope.onmessage = (event) => {
          // From the second call on it does nothing.
          if (event.data.kind === 'train' && event.data.steps === 7) breakDown();
          else listen?.(event);
        };
      },
    });
  });
  const engine = await openParallel(spawn, 2)(problem, plain, state);
  opened.push(engine);
  const { dataLoss } = await engine.train(5);
  await expect(engine.train(7)).rejects.toMatchObject({ reason: { key: 'refusal.helperLost' } });
  const saved = await engine.save();
  expect(saved.step).toBe(5);
  const alone = await openWasm(problem, plain, saved);
  expect((await alone.train(1)).dataLoss[0]).toBeLessThan(dataLoss[0]);
});

test('disposing ends the helpers, in the middle of a call too', async () => {
  const { spawn, ports } = crowd();
  const engine = await openParallel(spawn, 3)(problem, plain, state);
  const training = engine.train(10_000);
  engine.dispose();
  await expect(training).rejects.toThrow('disposed of');
  expect(ports.size).toBe(0);
});

test('training leaves the buffers of a pair two for as long as it lasts', async () => {
  const made: number[] = [];
  const Original = globalThis.ArrayBuffer;
  class Counted extends Original {
    constructor(length: number) {
      super(length);
      made.push(length);
    }
  }
  const engine = await open(2, { problem, optimisation: plain, state });
  globalThis.ArrayBuffer = Counted as ArrayBufferConstructor;
  try {
    await engine.train(200);
  } finally {
    globalThis.ArrayBuffer = Original;
  }
  expect(made).toEqual([]);
});
