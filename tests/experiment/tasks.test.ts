import { describe, expect, it } from 'vitest';
import {
  completeExperiment,
  dataFamilies,
  dataNames,
  dataOfTask,
  fieldNames,
  fieldOf,
  parseQuery,
  sampleData,
  taskNames,
  taskOfData,
  withChanges,
} from '../../src/experiment/index.ts';
import { say } from '../../src/messages/say.ts';

describe('task and data', () => {
  it('belong together: every data set to one task', () => {
    for (const task of taskNames) {
      for (const data of dataOfTask[task]) expect(taskOfData(data)).toBe(task);
    }
    expect(new Set(dataNames)).toEqual(new Set(Object.keys(dataFamilies)));
  });

  it.each([
    [{}, 'classification', 'paper-s'],
    [{ task: 'rank-recovery' }, 'rank-recovery', 'teacher'],
    [{ task: 'autoencoder' }, 'autoencoder', 'paper-curve'],
    [{ data: 'digits' }, 'autoencoder', 'digits'],
    [{ data: 'teacher' }, 'rank-recovery', 'teacher'],
    [{ task: 'classification', data: 'digits' }, 'classification', 'paper-s'],
  ] as const)('of %j are %s and %s', (choices, task, data) => {
    expect(completeExperiment(choices)).toMatchObject({ task, data });
  });

  it('that contradict each other in a link get a notice, and the task counts', () => {
    const { choices, notices } = parseQuery('data=moons&task=autoencoder');
    expect(choices).toEqual({ task: 'autoencoder' });
    expect(notices.map(({ parameter }) => parameter)).toEqual(['data']);
    expect(say(notices[0].message)).toContain('Autoencoder');
    expect(say(notices[0].message)).toContain('The paper’s curve');
  });

  it('give every field a default within its range', () => {
    for (const data of dataNames) {
      for (const depth of [1, 2, 6, 20, 48]) {
        const experiment = completeExperiment({ data, depth });
        for (const name of fieldNames) {
          const field = fieldOf(name);
          if (field.kind !== 'number') continue;
          expect(Number(experiment[name])).toBeGreaterThanOrEqual(field.min);
          expect(Number(experiment[name])).toBeLessThanOrEqual(field.max);
        }
      }
    }
  });
});

describe('a change of choices', () => {
  it('to data of another task brings the task and drops what was chosen for the old one', () => {
    const before = {
      task: 'classification',
      depth: 3,
      lambda: 0.5,
      seed: 4,
      threshold: 0.2,
    } as const;
    expect(withChanges(before, { data: 'circle' })).toEqual({
      data: 'circle',
      seed: 4,
      threshold: 0.2,
    });
  });

  it('to another task drops the data of the old one', () => {
    expect(withChanges({ data: 'moons', depth: 3 }, { task: 'rank-recovery' })).toEqual({
      task: 'rank-recovery',
    });
  });

  it('within a task keeps everything else, and undefined gives a field back', () => {
    expect(withChanges({ data: 'moons', depth: 3 }, { data: 'rings' })).toEqual({
      data: 'rings',
      depth: 3,
    });
    expect(withChanges({ depth: 3, seed: 1 }, { depth: undefined })).toEqual({ seed: 1 });
  });
});

describe('the seed of the data', () => {
  it('follows the seed unless it is chosen, so that other starts can be tried on the same data', async () => {
    const inputs = async (seed: number, dataSeed?: number) =>
      (
        await sampleData(
          completeExperiment({ data: 'circle', seed, ...(dataSeed !== undefined && { dataSeed }) }),
        )
      ).inputs;
    expect(await inputs(1)).not.toEqual(await inputs(2));
    expect(await inputs(2, 1)).toEqual(await inputs(1));
  });
});
