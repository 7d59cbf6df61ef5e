import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { prepareRun } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { groupsOf } from '../../src/session/groups.ts';
import { takeInsight } from '../../src/session/insight.ts';

const clock = { now: () => performance.now(), breathe: async () => {} };

/** A closer look at a network that has been trained for a while. */
async function look(choices: Choices, thorough: boolean) {
  const experiment = completeExperiment({ width: 16, points: 60, starts: 1, ...choices });
  const { data, problem, optimisation, start } = await prepareRun(experiment);
  const engine = await openWasm(problem, optimisation, start);
  await engine.train(400);
  const spectra = await engine.spectra({ centred: true });
  const { threshold } = experiment;
  const subject = { run: 1, step: 400, data, spectra, threshold, before: undefined, thorough };
  const insight = await takeInsight(
    engine,
    subject,
    { jacobian: true, representation: true },
    clock,
  );
  return { data, insight };
}

describe('a closer look', () => {
  it.each<[Choices, number]>([
    [{ data: 'moons', depth: 3 }, 2304],
    [{ data: 'circle', depth: 3 }, 2304],
    [{ data: 'teacher', depth: 3, inputDimension: 6, outputDimension: 5, trueRank: 2 }, 48],
  ])('takes Jacobians of every task, within the Schatten bound (%j)', async (choices, points) => {
    const { insight, data } = await look(choices, true);
    const { jacobian, representation } = insight;
    expect(jacobian?.counts.reduce((sum, count) => sum + count, 0)).toBe(points);
    expect(jacobian?.schatten.holds).toBe(true);
    expect(jacobian?.rank).toBeGreaterThan(0);
    expect(jacobian?.fibres === undefined).toBe(data.kind !== 'classes');
    expect(representation?.plane).toHaveLength(120);
    expect(representation?.groups.labels).toHaveLength(60);
    expect(representation?.line).toHaveLength(data.kind === 'classes' ? 60 : 0);
  });

  it('takes fewer Jacobians of many inputs while training goes on', async () => {
    const choices = { data: 'teacher', depth: 2, inputDimension: 4, outputDimension: 3 } as const;
    const { insight } = await look(choices, false);
    expect(insight.jacobian?.counts.reduce((sum, count) => sum + count, 0)).toBe(8);
  });
});

describe('groups of points', () => {
  it('are quarters of a curve in its order', async () => {
    const { data } = await look({ data: 'line', depth: 2 }, false);
    if (data.kind !== 'curve') throw new Error('A line is a curve.');
    const { labels, count, by } = groupsOf(data);
    expect([by, count]).toEqual(['curve', 4]);
    for (let group = 0; group < 4; group++) {
      expect(labels.filter((label) => label === group)).toHaveLength(15);
    }
    // Along a straight line each quarter ends before the next begins.
    const along = (group: number) =>
      [...labels].flatMap((label, n) => (label === group ? [data.inputs[2 * n]] : []));
    const rises = Math.max(...along(0)) <= Math.min(...along(3));
    const falls = Math.min(...along(0)) >= Math.max(...along(3));
    expect(rises || falls).toBe(true);
  });

  it('are the classes where there are any', async () => {
    const { data } = await look({ data: 'moons', depth: 2 }, false);
    if (data.kind !== 'classes') throw new Error('The moons have classes.');
    expect(groupsOf(data)).toEqual({ by: 'class', labels: data.labels, count: 2 });
  });
});
