import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withChanges } from '../../../src/experiment/choose.ts';
import type { Choices, Experiment } from '../../../src/experiment/index.ts';
import { completeExperiment } from '../../../src/experiment/index.ts';
import { experimentSchema } from '../../../src/experiment/schema.ts';
import { effectOfChange } from '../../../src/session/change.ts';
import { wayOutOfCollapse } from '../../../src/ui/notes/way-out-of-collapse.ts';

/** The experiments that come of pressing the offer again and again. */
function presses(choices: Choices, count: number): { kinds: string[]; runs: Experiment[] } {
  const kinds: string[] = [];
  const runs = [completeExperiment(choices)];
  let chosen = choices;
  for (let press = 0; press < count; press++) {
    const { kind, changes } = wayOutOfCollapse(completeExperiment(chosen));
    chosen = withChanges(chosen, changes);
    kinds.push(kind);
    runs.push(completeExperiment(chosen));
  }
  return { kinds, runs };
}

const collapsed: Choices[] = [
  {},
  { depth: 2 },
  { depth: 48 },
  { depth: 20, warmUp: 1, amplitude: 1e-8 },
  { depth: 9, amplitude: 1, warmUp: 0, lambda: 1 },
  { data: 'circle', depth: 32 },
  { data: 'teacher', depth: 24, lambda: 0.5 },
  { data: 'digits', depth: 12 },
  { init: 'he', gain: 0.05, depth: 30 },
  { lambda: 0, init: 'orthogonal' },
  { seed: 999_999, lambda: 0 },
];

describe('the offer to a run that has collapsed', () => {
  it.each(collapsed)('begins another valid run of the same data at every press (%j)', (choices) => {
    const { runs } = presses(choices, 8);
    for (const [press, run] of runs.slice(1).entries()) {
      expect(effectOfChange(runs[press], run)).toBe('restart');
      expect(v.is(experimentSchema, run)).toBe(true);
      expect([run.task, run.data, run.dataSeed, run.depth]).toEqual([
        runs[0].task,
        runs[0].data,
        runs[0].dataSeed,
        runs[0].depth,
      ]);
    }
  });

  it.each(collapsed)('never holds the network in more than before (%j)', (choices) => {
    const { runs } = presses(choices, 8);
    for (const [press, { warmUp, amplitude, lambda, init }] of runs.slice(1).entries()) {
      const before = runs[press];
      expect(warmUp).toBeLessThanOrEqual(before.warmUp);
      expect(lambda).toBeLessThanOrEqual(before.lambda);
      if (before.init === 'small') expect(amplitude).toBeGreaterThanOrEqual(before.amplitude);
      expect(init).toBe('small');
    }
  });

  it('first takes a tenth of the warm-up, then lowers λ itself, a third at a time', () => {
    const { kinds, runs } = presses({ depth: 20, warmUp: 1 }, 4);
    expect(kinds).toEqual(['warm-up', 'warm-up', 'ridge', 'ridge']);
    expect(runs.map(({ warmUp }) => warmUp)).toEqual([1, 0.1, 0.01, 0.01, 0.01]);
    expect(runs.map(({ lambda }) => lambda)).toEqual([9e-3, 9e-3, 9e-3, 3e-3, 1e-3]);
    expect(runs.map(({ amplitude }) => amplitude)).toEqual([3e-4, 9e-4, 2.7e-3, 8.1e-3, 0.024]);
  });

  it('never begins smaller than the recipe of the task and the depth', () => {
    const { amplitude } = wayOutOfCollapse(completeExperiment({ depth: 48, amplitude: 1e-6 }));
    expect(amplitude).toBe(completeExperiment({ depth: 48 }).amplitude);
  });

  it('takes other weights of the same size where no ridge holds the network in', () => {
    const { kind, changes } = wayOutOfCollapse(completeExperiment({ lambda: 0, amplitude: 0.5 }));
    expect(kind).toBe('seed');
    expect(changes).toMatchObject({ seed: 1, amplitude: 0.5, dataSeed: 0 });
  });
});
