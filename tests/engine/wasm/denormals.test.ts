import { expect, test } from 'vitest';
import type { OpenEngine, TrainingState } from '../../../src/engine/engine.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { everyBuild } from './every-build.ts';

const smallestNormal = 2 ** -126;

function denormalCount(values: Float32Array): number {
  return values.reduce((count, x) => count + (x !== 0 && Math.abs(x) < smallestNormal ? 1 : 0), 0);
}

async function collapsed(
  openWasm: OpenEngine,
  width: number,
  ridge: number,
): Promise<TrainingState> {
  const dims = [2, width, width, width, 4];
  const problem = randomProblem(dims, 8, 'cross-entropy', 1);
  const engine = await openWasm(problem, { ...plain, ridge }, initialState(dims, 2));
  await engine.train(120_000);
  for (const layer of await engine.activations(problem.inputs)) {
    expect(denormalCount(layer)).toBe(0);
  }
  expect(denormalCount(await engine.gradient())).toBe(0);
  return engine.save();
}

const collapses = [
  { width: 8, ridge: 0.05 },
  { width: 8, ridge: 1e-3 },
  { width: 8, ridge: 0 },
  { width: 28, ridge: 0.05 },
];
const cases = everyBuild.flatMap((one) => collapses.map((collapse) => ({ ...one, ...collapse })));

// The second moments of what is dead fall by e⁻¹ in a thousand steps: they need 80,000 to get there.
test.each(cases)(
  'after 120,000 steps of the $build build at width $width with ridge $ridge nothing that dies has become denormal',
  async ({ openWasm, width, ridge }) => {
    const { parameters, firstMoment, secondMoment } = await collapsed(openWasm, width, ridge);
    expect(denormalCount(parameters)).toBe(0);
    expect(denormalCount(firstMoment)).toBe(0);
    expect(denormalCount(secondMoment)).toBe(0);
    if (ridge === 0.05) expect(secondMoment.includes(0)).toBe(true);
  },
);

test.each(everyBuild)(
  'a network that has collapsed to nothing trains as fast as it did before in the $build build',
  async ({ openWasm }) => {
    const dims = [2, ...new Array<number>(19).fill(12), 4];
    const problem = randomProblem(dims, 16, 'cross-entropy', 1);
    const engine = await openWasm(problem, { ...plain, ridge: 0.02 }, initialState(dims, 2));
    // The quickest of several stretches, so that a busy machine does not decide.
    const quickest = async () => {
      let milliseconds = Number.POSITIVE_INFINITY;
      for (let stretch = 0; stretch < 10; stretch++) {
        const start = performance.now();
        await engine.train(100);
        milliseconds = Math.min(milliseconds, performance.now() - start);
      }
      return milliseconds;
    };
    await engine.train(500);
    const before = await quickest();
    await engine.train(40_000);
    expect(await quickest()).toBeLessThan(2 * before);
  },
);
