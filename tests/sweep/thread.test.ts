import { describe, expect, it } from 'vitest';
import { bottleneckRank } from '../../src/analysis/index.ts';
import { meanSquaredError } from '../../src/analysis/squared-error.ts';
import { optimisationOf, prepareRun } from '../../src/engine/index.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { completeExperiment } from '../../src/experiment/index.ts';
import { threadThrough } from '../../src/sweep/thread.ts';

async function laid(points: number, depth: number) {
  const experiment = completeExperiment({
    task: 'rank-recovery',
    trueRank: 2,
    inputDimension: 10,
    outputDimension: 10,
    points,
    depth,
  });
  const { problem, start } = await prepareRun(experiment);
  const thread = threadThrough(problem, depth);
  const { dims, parameters } = thread;
  const zeros = new Float32Array(parameters.length);
  const engine = await openWasm({ ...problem, dims }, optimisationOf(experiment), {
    ...start,
    parameters,
    firstMoment: zeros,
    secondMoment: zeros,
  });
  return { problem, thread, engine };
}

describe('the thread through all points', () => {
  it.each([
    [6, 3],
    [6, 24],
    [20, 8],
    [40, 48],
  ])(
    'meets all of %i points of a teacher of rank 2 at L = %i, at rank 1',
    async (points, depth) => {
      const { problem, thread, engine } = await laid(points, depth);
      expect(thread.dims).toHaveLength(depth + 1);
      const outputs = await engine.evaluate(problem.inputs);
      expect(meanSquaredError(outputs, problem.targets, 10)).toBeLessThan(1e-4);
      expect(bottleneckRank(await engine.spectra({ centred: true }), 0.1).rank).toBe(1);
      const { parameters } = await engine.save();
      const norm = parameters.reduce((sum, value) => sum + value * value, 0);
      expect(thread.parameterNorm).toBeCloseTo(norm, 3);
    },
  );

  it('costs 1 + C/L at great depth, with a C that grows with the number of points', async () => {
    const constants = await Promise.all(
      [6, 10, 20].map(async (points) => {
        const { thread } = await laid(points, 48);
        return thread.parameterNorm - 48;
      }),
    );
    expect(constants[0]).toBeGreaterThan(0);
    expect(constants[1]).toBeGreaterThan(constants[0]);
    expect(constants[2]).toBeGreaterThan(2 * constants[1]);
  });

  it('takes three layers, and points at different places', async () => {
    const { problem } = await laid(6, 4);
    expect(() => threadThrough(problem, 2)).toThrow('three layers');
    const inputs = new Float32Array(problem.inputs.length);
    expect(() => threadThrough({ ...problem, inputs }, 4)).toThrow('same place');
  });
});
