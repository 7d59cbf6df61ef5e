import { describe, expect, test } from 'vitest';
import type { TrainingState } from '../../src/engine/engine.ts';
import { prepareRun } from '../../src/engine/prepare.ts';
import {
  type CheapestStart,
  freshStarts,
  trainShortStarts,
} from '../../src/engine/short-starts.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { completeExperiment } from '../../src/experiment/index.ts';

const experiment = completeExperiment({ data: 'paper-s', depth: 3, width: 8 });

async function open(indices: readonly number[]) {
  const prepared = await prepareRun(experiment);
  const fresh = freshStarts(prepared.problem.dims, experiment, 1 + Math.max(...indices));
  const starts = indices.map((index) => fresh[index]);
  const engine = await openWasm(prepared.problem, prepared.optimisation, prepared.start);
  return { engine, starts, optimisation: prepared.optimisation };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function run({ engine, starts, optimisation }: Opened, steps: number, slice: number) {
  const slices: [start: number, step: number][] = [];
  const training = trainShortStarts(engine, { starts, steps, slice, optimisation });
  for (;;) {
    const next = await training.next();
    if (next.done) return { slices, result: next.value satisfies CheapestStart };
    slices.push([next.value.start, next.value.record.step]);
  }
}

const spoilt = (state: TrainingState): TrainingState => ({
  ...state,
  parameters: state.parameters.map(() => Number.NaN),
});

describe('fresh starts', () => {
  test('begin with the ordinary one and differ from each other', async () => {
    const { problem, start } = await prepareRun(experiment);
    const [first, second, third] = freshStarts(problem.dims, experiment, 3);
    expect(first).toEqual(start);
    expect(second.parameters).not.toEqual(first.parameters);
    expect(third.parameters).not.toEqual(second.parameters);
  });
});

describe('short starts', () => {
  test('leave the engine where the cheapest of them alone would have ended', async () => {
    const opened = await open([0, 1, 2, 3]);
    const { result } = await run(opened, 90, 40);
    expect(result.totalLosses).toHaveLength(4);
    expect(result.totalLosses[result.chosen]).toBe(Math.min(...result.totalLosses));
    expect(new Set(result.totalLosses).size).toBe(4);

    const alone = await open([result.chosen]);
    await alone.engine.load(alone.starts[0]);
    await alone.engine.train(90);
    const [left, expected] = [await opened.engine.save(), await alone.engine.save()];
    expect(left.step).toBe(90);
    expect(left.parameters).toEqual(expected.parameters);
    expect(left.secondMoment).toEqual(expected.secondMoment);
  });

  test('can be watched slice by slice, each counting its own steps', async () => {
    const { slices } = await run(await open([0, 1]), 90, 40);
    expect(slices).toEqual([
      [0, 40],
      [0, 80],
      [0, 90],
      [1, 40],
      [1, 80],
      [1, 90],
    ]);
  });

  test('pass over a start that diverges, also when it is the first', async () => {
    const opened = await open([0, 1, 2]);
    const starts = [spoilt(opened.starts[0]), opened.starts[1], spoilt(opened.starts[2])];
    const { result, slices } = await run({ ...opened, starts }, 40, 20);
    expect(result.chosen).toBe(1);
    expect(result.totalLosses[0]).toBe(Number.POSITIVE_INFINITY);
    expect(slices.filter(([start]) => start === 0)).toHaveLength(1);
    expect((await opened.engine.save()).parameters.every(Number.isFinite)).toBe(true);
  });

  test('weigh the norm with the full ridge even while the warm-up lets little of it through', async () => {
    const prepared = await prepareRun({ ...experiment, warmUp: 0, warmUpLoss: 0 });
    const engine = await openWasm(prepared.problem, prepared.optimisation, prepared.start);
    const optimisation = { ...prepared.optimisation, ridge: 10 };
    const { result } = await run({ engine, starts: [prepared.start], optimisation }, 1, 1);
    const norm = prepared.start.parameters.reduce((sum, value) => sum + value * value, 0);
    expect(result.totalLosses[0]).toBeCloseTo(10 * norm + Math.log(4), 0);
  });

  test('need a start and a step', async () => {
    const { engine, starts, optimisation } = await open([0]);
    const none = { engine, starts: [], optimisation };
    await expect(run(none, 10, 10)).rejects.toThrow(RangeError);
    const still = { engine, starts, optimisation };
    await expect(run(still, 0, 10)).rejects.toThrow(RangeError);
  });
});
