import { describe, expect, test } from 'vitest';
import { parameterCount } from '../../../src/engine/parameters.ts';
import { learningRateAt } from '../../../src/engine/schedule.ts';
import {
  bestBuild,
  measureRoofline,
  openWasm as openBest,
} from '../../../src/engine/wasm/index.ts';
import { say } from '../../../src/messages/say.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem, uniform } from '../problems.ts';
import { forward, referenceState, referenceStep, rowsOf } from '../reference-trainer.ts';
import { everyBuild } from './every-build.ts';

const dims = [2, 13, 13, 10];
const problem = randomProblem(dims, 37, 'cross-entropy', 1);
const state = initialState(dims, 2);

describe.each(everyBuild)('the WASM engine in the $build build', ({ openWasm }) => {
  test('evaluates the network and all its layers at any number of points', async () => {
    const engine = await openWasm(problem, plain, state);
    for (const count of [0, 1, 63, 64, 65, 300]) {
      const points = Float32Array.from({ length: 2 * count }, uniform(count));
      const layers = forward(dims, state.parameters, rowsOf(points, 2));
      const activations = await engine.activations(points);
      expect(activations.length).toBe(3);
      activations.forEach((layer, index) => {
        expect(relativeDeviation(layer, layers[index].flat())).toBeLessThan(1e-5);
      });
      expect(await engine.evaluate(points)).toEqual(activations[2]);
    }
  });

  test('gives back the state it was given', async () => {
    const random = uniform(5);
    const moments = {
      firstMoment: state.firstMoment.map(random),
      secondMoment: state.secondMoment.map(() => Math.abs(random())),
    };
    const given = { ...state, ...moments, step: 123, rampStart: 40 };
    const engine = await openWasm(problem, plain, given);
    expect(await engine.save()).toEqual(given);
    await engine.train(3);
    await engine.load(given);
    expect(await engine.save()).toEqual(given);
  });

  test('takes a change of the optimisation from the next step on', async () => {
    const changed = { ...plain, learningRate: 5e-3, ridge: 0.1, clipNorm: 0.01 };
    const engine = await openWasm(problem, plain, state);
    const reference = referenceState(state);
    await engine.train(5);
    engine.setOptimisation(changed);
    await engine.train(5);
    for (let step = 0; step < 5; step++) referenceStep(problem, plain, reference);
    for (let step = 0; step < 5; step++) referenceStep(problem, changed, reference);
    const { parameters } = await engine.save();
    expect(relativeDeviation(parameters, reference.parameters)).toBeLessThan(1e-4);
    expect(learningRateAt(changed, 5)).toBe(5e-3);
  });

  test.each([13, 30])('shows a diverged run as NaN and is usable again, at width %i', async (w) => {
    const sizes = [2, w, w, 10];
    const start = initialState(sizes, 2);
    const engine = await openWasm({ ...problem, dims: sizes }, plain, start);
    for (const value of [Number.POSITIVE_INFINITY, Number.NaN]) {
      const broken = start.parameters.slice();
      broken[0] = value;
      await engine.load({ ...start, parameters: broken });
      const record = await engine.train(3);
      expect(Number.isFinite(record.dataLoss[2])).toBe(false);
      await engine.load(start);
      const again = await engine.train(3);
      expect(again.dataLoss.every(Number.isFinite)).toBe(true);
    }
  });

  test('trains wide inputs and outputs and a width of 128', async () => {
    const wide = [300, 128, 128, 300];
    const images = randomProblem(wide, 70, 'mse', 3);
    const start = initialState(wide, 4, 0.5);
    const engine = await openWasm(images, plain, start);
    const reference = referenceState(start);
    const record = await engine.train(3);
    for (let step = 0; step < 3; step++) {
      const { dataLoss } = referenceStep(images, plain, reference);
      expect(Math.abs(record.dataLoss[step] / dataLoss - 1)).toBeLessThan(1e-5);
    }
  });

  test('says what is wrong with sizes that do not fit', async () => {
    const short = new Float32Array(5);
    await expect(openWasm({ ...problem, dims: [2] }, plain, state)).rejects.toThrow('layer sizes');
    await expect(openWasm({ ...problem, inputs: short }, plain, state)).rejects.toThrow(
      'rows of 2',
    );
    await expect(openWasm({ ...problem, targets: short }, plain, state)).rejects.toThrow(
      'targets holds 5 numbers; 370 were expected.',
    );
    await expect(openWasm(problem, plain, { ...state, parameters: short })).rejects.toThrow(
      `parameters holds 5 numbers; ${parameterCount(dims)} were expected.`,
    );
    const engine = await openWasm(problem, plain, state);
    await expect(engine.evaluate(short)).rejects.toThrow('rows of 2');
    await expect(engine.train(0)).rejects.toThrow('at least 1');
    await expect(engine.load({ ...state, firstMoment: short })).rejects.toThrow('firstMoment');
  });

  test('refuses to work after it was disposed of', async () => {
    const engine = await openWasm(problem, plain, state);
    engine.dispose();
    await expect(engine.train(1)).rejects.toThrow('disposed');
  });
});

test('the engine takes the relaxed build where it runs, and says so', async () => {
  expect(bestBuild()).toBe('relaxed-simd');
  expect(say((await openBest(problem, plain, state)).device)).toBe('WASM relaxed SIMD, one thread');
  const devices = everyBuild.map(({ openWasm }) => openWasm(problem, plain, state));
  expect((await Promise.all(devices)).map(({ device }) => say(device))).toEqual([
    'WASM relaxed SIMD, one thread',
    'WASM SIMD, one thread',
  ]);
});

test('the engine measures the speed of its own matrix product', async () => {
  expect(await measureRoofline()).toBeGreaterThan(0.5);
});
