import { describe, expect, it } from 'vitest';
import { completeExperiment, dataOfTask, parseQuery } from '../../src/experiment/index.ts';

describe('how many short starts a run begins with', () => {
  it.each([
    [2, 8, 600],
    [4, 8, 600],
    [9, 4, 600],
    [13, 4, 600],
    [20, 4, 1200],
    [48, 4, 1200],
  ])(
    'at depth %i it is %i of %i steps for classifiers, and on the four blobs eight beyond 20',
    (depth, starts, shortSteps) => {
      for (const data of dataOfTask.classification) {
        const more = data === 'four-blobs' && depth > 20 ? 8 : starts;
        expect(completeExperiment({ data, depth })).toMatchObject({ starts: more, shortSteps });
      }
    },
  );

  it('is four for every autoencoder on a curve', () => {
    for (const depth of [2, 6, 16]) {
      expect(completeExperiment({ data: 'circle', depth })).toMatchObject({
        starts: 4,
        shortSteps: 600,
      });
    }
  });

  it('is ten of sixteen layers for deeper autoencoders on curves, which then grow', () => {
    for (const depth of [17, 32, 48]) {
      expect(completeExperiment({ data: 'line', depth })).toMatchObject({
        startDepth: 16,
        starts: 10,
        shortSteps: 4000,
      });
    }
    for (const data of ['circle', 'two-arcs'] as const) {
      expect(completeExperiment({ data, depth: 24 })).toMatchObject({ startDepth: 16, starts: 10 });
      expect(completeExperiment({ data, depth: 25 })).toMatchObject({ startDepth: 20, starts: 6 });
    }
    expect(completeExperiment({ data: 'circle', depth: 48, init: 'uniform' }).startDepth).toBe(48);
  });

  it('is three for digits of middling depth', () => {
    for (const [depth, starts] of [
      [8, 1],
      [9, 3],
      [16, 3],
      [17, 1],
    ]) {
      expect(completeExperiment({ data: 'digits', depth }).starts).toBe(starts);
    }
  });

  it('is one where steps are dear, and wherever another start than the usual one is asked for', () => {
    expect(completeExperiment({ task: 'rank-recovery' }).starts).toBe(1);
    expect(completeExperiment({ data: 'digits' }).starts).toBe(1);
    expect(completeExperiment({ data: 'digits', depth: 12, init: 'he' }).starts).toBe(1);
    expect(completeExperiment({ init: 'uniform' }).starts).toBe(1);
    expect(completeExperiment({ init: 'uniform', starts: 4 }).starts).toBe(4);
  });

  it('is from 1 to 16, and at most 8 more are trained in the background', () => {
    expect(parseQuery('starts=16&restarts=8').notices).toEqual([]);
    const { notices } = parseQuery('starts=17&restarts=9&shortSteps=10');
    expect(notices.map(({ parameter }) => parameter)).toEqual(['starts', 'restarts', 'shortSteps']);
    expect(completeExperiment({}).restarts).toBe(0);
  });
});
