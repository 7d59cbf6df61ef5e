import { describe, expect, it } from 'vitest';
import { parameterCount } from '../../src/engine/parameters.ts';
import { prepareRun } from '../../src/engine/prepare.ts';
import { pointCount } from '../../src/engine/problem.ts';
import { completeExperiment, dataNames } from '../../src/experiment/index.ts';

describe.each(dataNames)('a run on %s', (data) => {
  it('is prepared with data, problem and start that fit together, the same every time', async () => {
    const experiment = completeExperiment({ data, depth: 3, width: 8, points: 30 });
    const { problem, start } = await prepareRun(experiment);
    const points = pointCount(problem);
    expect(points).toBe(experiment.points);
    expect(problem.dims).toHaveLength(4);
    expect(problem.targets).toHaveLength(points * problem.dims[3]);
    expect(start.parameters).toHaveLength(parameterCount(problem.dims));
    expect((await prepareRun(experiment)).start.parameters).toEqual(start.parameters);
  });
});

describe('the problem', () => {
  const prepared = async (choices: Parameters<typeof completeExperiment>[0]) =>
    (await prepareRun(completeExperiment(choices))).problem;

  it('of classes is cross-entropy, of everything else the squared error', async () => {
    expect((await prepared({ data: 'moons' })).loss).toBe('cross-entropy');
    expect((await prepared({ data: 'teacher' })).loss).toBe('mse');
    expect((await prepared({ data: 'line' })).loss).toBe('mse');
  });

  it('of an autoencoder asks for its inputs back', async () => {
    for (const data of ['circle', 'digits'] as const) {
      const { inputs, targets } = await prepared({ data, points: 10 });
      expect(targets).toEqual(inputs);
    }
  });

  it('of a teacher has the dimensions that were chosen, of digits one for every pixel', async () => {
    const teacher = await prepared({
      inputDimension: 7,
      outputDimension: 3,
      data: 'teacher',
      depth: 2,
    });
    expect([teacher.dims[0], teacher.dims[2]]).toEqual([7, 3]);
    const digits = await prepared({ data: 'digits', imageSide: '7', depth: 2 });
    expect([digits.dims[0], digits.dims[2]]).toEqual([49, 49]);
  });
});
