import { describe, expect, test } from 'vitest';
import type { TrainingEngine } from '../../src/engine/engine.ts';
import { freshStart } from '../../src/engine/fresh-start.ts';
import { prepareRun } from '../../src/engine/prepare.ts';
import { compareStarts, type EndedStart, StartComparison } from '../../src/engine/short-starts.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment, type Experiment } from '../../src/experiment/index.ts';

const experimentOf = (choices: Choices = {}) =>
  completeExperiment({
    data: 'paper-s',
    depth: 3,
    width: 8,
    starts: 4,
    shortSteps: 90,
    ...choices,
  });

async function open(experiment: Experiment) {
  const prepared = await prepareRun(experiment);
  const engine = await openWasm(prepared.problem, prepared.optimisation, prepared.start);
  return { ...prepared, engine };
}

async function compare(engine: TrainingEngine, experiment: Experiment, slice: number) {
  const steps: number[] = [];
  const comparison = compareStarts(engine, experiment, slice);
  for (;;) {
    const next = await comparison.next();
    if (next.done) return { steps, cheapest: next.value satisfies EndedStart | undefined };
    steps.push(next.value.step);
  }
}

describe('fresh starts', () => {
  test('begin with the ordinary one and differ from each other', async () => {
    const { problem, start } = await prepareRun(experimentOf());
    const [first, second, third] = [0, 1, 2].map((index) =>
      freshStart(problem.dims, experimentOf(), index),
    );
    expect(first).toEqual(start);
    expect(second.parameters).not.toEqual(first.parameters);
    expect(third.parameters).not.toEqual(second.parameters);
  });
});

describe('a comparison of short starts', () => {
  test('leaves the engine where the cheapest start alone would have ended', async () => {
    const experiment = experimentOf();
    const { engine, problem } = await open(experiment);
    const { cheapest } = await compare(engine, experiment, 40);
    if (!cheapest) throw new Error('All starts diverged.');

    const alone = await open(experiment);
    const totals: number[] = [];
    for (let index = 0; index < 4; index++) {
      await alone.engine.load(freshStart(problem.dims, experiment, index));
      const { dataLoss, parameterNorm } = await alone.engine.train(90);
      const all = [...dataLoss].map(
        (loss, i) => loss + alone.optimisation.ridge * parameterNorm[i],
      );
      totals.push(Math.min(...all.slice(-64)));
      if (index !== cheapest.start) continue;
      const [left, expected] = [await engine.save(), await alone.engine.save()];
      expect(left.step).toBe(90);
      expect(left.parameters).toEqual(expected.parameters);
      expect(left.secondMoment).toEqual(expected.secondMoment);
    }
    expect(new Set(totals).size).toBe(4);
    expect(cheapest.totalLoss).toBe(Math.min(...totals));
    expect(totals.indexOf(cheapest.totalLoss)).toBe(cheapest.start);
  });

  test('comes to the same end whatever the slices', async () => {
    const ends = await Promise.all(
      [7, 90, 500].map(async (slice) => {
        const { engine } = await open(experimentOf());
        await compare(engine, experimentOf(), slice);
        return (await engine.save()).parameters;
      }),
    );
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  test('can be watched slice by slice, each start counting its own steps', async () => {
    const experiment = experimentOf({ starts: 2 });
    const { steps } = await compare((await open(experiment)).engine, experiment, 40);
    expect(steps).toEqual([40, 80, 90, 40, 80, 90]);
  });

  test('is no longer than the step budget, and nothing at all for a single start', async () => {
    const brief = experimentOf({ steps: 100, shortSteps: 600, starts: 2 });
    expect((await compare((await open(brief)).engine, brief, 600)).steps).toEqual([100, 100]);
    const single = experimentOf({ starts: 1 });
    const { engine, start } = await open(single);
    expect(await compare(engine, single, 600)).toEqual({ steps: [], cheapest: undefined });
    expect((await engine.save()).parameters).toEqual(start.parameters);
  });

  test('does not take place without a ridge, where the quickest fit would win', async () => {
    const free = experimentOf({ lambda: 0 });
    expect((await compare((await open(free)).engine, free, 600)).steps).toEqual([]);
  });

  test('passes over a start that diverges, also when it is the first', async () => {
    const experiment = experimentOf({ starts: 3 });
    const { engine, problem, optimisation, start } = await open(experiment);
    await engine.load({ ...start, parameters: start.parameters.map(() => Number.NaN) });
    const comparison = new StartComparison(problem, experiment);
    expect(await comparison.take(engine, await engine.train(10), optimisation)).toBe(true);
    expect(comparison.cheapest).toBeUndefined();
    expect(comparison.start).toBe(1);
    while (!comparison.isOver) {
      const record = await engine.train(Math.min(50, comparison.stepsLeft));
      await comparison.take(engine, record, optimisation);
    }
    expect([1, 2]).toContain(comparison.cheapest?.start);
    expect((await engine.save()).parameters.every(Number.isFinite)).toBe(true);
  });

  test('goes back to the first beginning where every start diverges', async () => {
    const experiment = experimentOf({ starts: 2, init: 'he', gain: 3, clip: 0 });
    const { engine, problem, optimisation, start } = await open(experiment);
    const comparison = new StartComparison(problem, experiment);
    const lost = {
      step: 5,
      dataLoss: Float32Array.of(Number.NaN),
      parameterNorm: new Float32Array(1),
    };
    await comparison.take(engine, lost, optimisation);
    await comparison.take(engine, lost, optimisation);
    expect(comparison.isOver).toBe(true);
    expect((await engine.save()).parameters).toEqual(start.parameters);
  });

  test('weighs the norm with the full ridge even while the warm-up lets none of it through', async () => {
    const experiment = experimentOf({
      starts: 2,
      shortSteps: 50,
      warmUp: 0,
      warmUpLoss: 0,
      lambda: 0.9,
    });
    const { engine, optimisation } = await open(experiment);
    const { cheapest } = await compare(engine, experiment, 50);
    const last = cheapest?.records.at(-1);
    const norm = Math.min(...(last?.parameterNorm ?? []));
    const least = Math.min(...(last?.dataLoss ?? []));
    expect(cheapest?.totalLoss).toBeGreaterThanOrEqual(least + optimisation.ridge * norm);
    expect(optimisation.ridge * norm).toBeGreaterThan(0.05);
  });
});

describe('a start of fewer layers under a ridge of its own', () => {
  test('is valued by what it costs under that of the whole network', async () => {
    const experiment = experimentOf({
      data: 'digits',
      depth: 6,
      startDepth: 3,
      points: 40,
      starts: 2,
      shortSteps: 30,
      steps: 60,
    });
    const { engine, optimisation } = await open(experiment);
    const { cheapest } = await compare(engine, experiment, 30);
    const { grown, totalLoss } = cheapest ?? {};
    if (!grown) throw new Error('Nothing has grown.');
    const whole = experiment.lambda / 6;
    expect(optimisation.ridge).toBeCloseTo(2 * whole, 12);
    expect(totalLoss).toBeCloseTo(grown.dataLoss + whole * grown.parameterNorm, 12);
  });
});
