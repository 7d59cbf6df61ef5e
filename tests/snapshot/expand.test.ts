import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { optimisationOf } from '../../src/engine/index.ts';
import { problemOf } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { settledNetwork, settledStart } from '../../src/snapshot/index.ts';
import { openSnapshots } from '../../src/snapshot/load.ts';
import { deviation, pointsFor } from './networks.ts';

async function shipped(name: string, depth: number) {
  const set = await openSnapshots(name, readFileSync(`public/runs/${name}.bin`));
  const snapshot = set.at(depth);
  if (!snapshot) throw new Error('There is no such depth in the file.');
  const { data, experiment } = snapshot;
  const problem = problemOf(data, depth, experiment.width);
  const optimisation = optimisationOf(experiment);
  return { snapshot, problem, optimisation, start: settledStart(snapshot, problem.dims) };
}

describe('going on from a settled network', () => {
  it('an engine that loads it computes what it computes without one', async () => {
    const { snapshot, problem, optimisation, start } = await shipped('paper-s', 9);
    const engine = await openWasm(problem, optimisation, start);
    const points = pointsFor(2, 50);
    const settled = settledNetwork(snapshot);
    expect(deviation(await settled.evaluate(points), await engine.evaluate(points))).toBeLessThan(
      1e-4,
    );
    const [found, wanted] = [
      await settled.spectra({ centred: true }),
      await engine.spectra({ centred: true }),
    ];
    for (const kind of ['weights', 'activations'] as const) {
      for (const [layer, values] of wanted[kind].entries()) {
        expect(found[kind][layer]).toHaveLength(values.length);
        expect(deviation(found[kind][layer], values)).toBeLessThan(1e-3);
      }
    }
    engine.dispose();
  });

  it.each([
    ['paper-s', 9],
    ['three-blobs', 6],
    ['teacher-rank-2', 12],
  ])('%s at depth %i: training does not throw it out of its minimum', async (name, depth) => {
    const { problem, optimisation, start } = await shipped(name, depth);
    /** The highest total loss of two hundred steps, as a share of the first. */
    const rise = async (secondMoment: Float32Array) => {
      const engine = await openWasm(problem, optimisation, { ...start, secondMoment });
      const { dataLoss, parameterNorm } = await engine.train(200);
      engine.dispose();
      const totals = dataLoss.map((loss, step) => loss + optimisation.ridge * parameterNorm[step]);
      return Math.max(...totals) / totals[0];
    };
    expect(await rise(start.secondMoment)).toBeLessThan(1.005);
    expect(await rise(start.secondMoment)).toBeLessThanOrEqual(
      await rise(new Float32Array(start.secondMoment.length)),
    );
  });
});
