import { describe, expect, it } from 'vitest';
import { cellsOf, type SweepSpec } from '../../../src/sweep/index.ts';
import { bases, firstDesign, specOf } from '../../../src/ui/sweep/design.ts';
import { secondsPerCost, workLeft, workloadOf } from '../../../src/ui/sweep/workload.ts';
import { resultWith } from '../../sweep/results.ts';

const map = {
  ...firstDesign,
  base: bases.teacher,
  depths: '2, 4, 8',
  points: '6, 20',
  seeds: '0-2',
  dataSeeds: '0, 1',
  paths: ['restarted', 'grown'] as const,
};

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

describe('workLeft', () => {
  const spec: SweepSpec = {
    name: 'small',
    title: 'Small',
    base: bases.teacher,
    axes: { depths: [2, 4], dataSeeds: [0], seeds: [0, 1], paths: ['restarted', 'grown'] },
  };
  const known = (path: 'restarted' | 'grown', depth: number, seed = 0) =>
    resultWith({ path, depth, points: 50, seed });
  // Cost is linear in the depth; the whole is two seeds and two paths of 2 + 4 layers.
  const layer = workloadOf(spec, 1, 1).seconds / 24;
  const left = (...results: ReturnType<typeof known>[]) => {
    const { cells, again, seconds } = workLeft(spec, results, 1, 1);
    return { cells, again, layers: seconds / layer };
  };

  it('is the whole of a sweep that was never begun, and nothing of one that is finished', () => {
    expect(left()).toEqual({ cells: 8, again: 0, layers: expect.closeTo(24) });
    const all = [2, 4].flatMap((depth) =>
      [0, 1].flatMap((seed) => [known('restarted', depth, seed), known('grown', depth, seed)]),
    );
    expect(left(...all)).toEqual({ cells: 0, again: 0, layers: expect.closeTo(0) });
  });

  it('spares fresh runs that are kept', () => {
    expect(left(known('restarted', 4))).toEqual({ cells: 7, again: 0, layers: expect.closeTo(20) });
  });

  it('counts the kept cells of a half-walked path as still to be trained', () => {
    expect(left(known('grown', 2))).toEqual({ cells: 7, again: 1, layers: expect.closeTo(24) });
    const walked = left(known('grown', 2), known('grown', 4), known('grown', 2, 1));
    expect(walked).toEqual({ cells: 5, again: 1, layers: expect.closeTo(18) });
  });
});
