import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/sweep/index.ts';
import {
  bases,
  designOf,
  firstDesign,
  secondsPerCost,
  specOf,
  workloadOf,
} from '../../../src/ui/sweep/design.ts';

const map = {
  ...firstDesign,
  base: bases.teacher,
  depths: '2, 4, 8',
  points: '6, 20',
  seeds: '0-2',
  dataSeeds: '0, 1',
  paths: ['restarted', 'grown'] as const,
};

describe('specOf', () => {
  it('makes a sweep of the form, of as many cells as the workload says', () => {
    const { spec, problems } = specOf(map);
    expect(problems).toEqual({});
    expect(spec && cellsOf(spec)).toHaveLength(3 * 2 * 3 * 2 * 2);
    expect(spec && workloadOf(spec, 1).cells).toBe(72);
  });

  it('says in each field what is wrong with it, and makes no sweep then', () => {
    const { spec, problems } = specOf({ ...map, depths: '2, 99', seeds: '', steps: '1.5' });
    expect(spec).toBeUndefined();
    expect(Object.keys(problems).toSorted()).toEqual(['depths', 'seeds', 'steps']);
    expect(problems.depths).toContain('99');
    expect(specOf({ ...map, paths: [] }).problems).toHaveProperty('paths');
  });

  it('fills the form in so that the same sweep comes out again', () => {
    const { spec } = specOf({ ...map, steps: '1200' });
    const again = spec && specOf(designOf(spec)).spec;
    expect(again && cellsOf(again)).toEqual(spec && cellsOf(spec));
  });

  it('leaves axes that are not given to the experiment', () => {
    const { spec } = specOf({ ...firstDesign, base: 'data=rings&points=60&seed=5', seeds: '5' });
    expect(spec && new Set(cellsOf(spec).map(({ experiment }) => experiment.points))).toEqual(
      new Set([60]),
    );
  });
});

describe('workloadOf', () => {
  it('halves with two workers', () => {
    const { spec } = specOf(map);
    if (!spec) throw new Error('The form makes a sweep.');
    expect(workloadOf(spec, 2).seconds).toBeCloseTo(workloadOf(spec, 1).seconds / 2);
  });

  it('counts grown and shrunk cells from the seeds of paths alone', () => {
    const { spec } = specOf(map);
    if (!spec) throw new Error('The form makes a sweep.');
    const fewer = { ...spec, pathSeeds: [0] };
    expect(workloadOf(fewer, 1).cells).toBe(cellsOf(fewer).length);
  });
});

describe('secondsPerCost', () => {
  it('makes the estimate what the cells took where all took as long for their cost', () => {
    const { spec } = specOf({ ...map, seeds: '0', dataSeeds: '0', paths: ['restarted'] });
    if (!spec) throw new Error('The form makes a sweep.');
    const results = cellsOf(spec).map((cell) => ({
      key: cell.key,
      query: cell.query,
      path: cell.path,
      depth: cell.experiment.depth,
      points: cell.experiment.points,
      lambda: 0.03,
      width: 50,
      dataSeed: 0,
      seed: 0,
      steps: 6000,
      dataLoss: 0.1,
      parameterNorm: 10,
      totalLoss: 0.2,
      bottleneckRank: 2,
      bottleneckLayer: 1,
      jacobianRank: 2,
      collapsed: false,
      diverged: false,
      settled: false,
      seconds: 3,
    }));
    const speed = secondsPerCost(spec, results);
    expect(workloadOf(spec, 1, speed).seconds).toBeCloseTo(3 * results.length);
    expect(secondsPerCost(spec, [])).toBeUndefined();
  });
});
