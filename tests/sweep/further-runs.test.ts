import { describe, expect, it } from 'vitest';
import {
  mapOfEachDraw,
  type SweepSpec,
  sameRecipe,
  windowMap,
  windows,
} from '../../src/sweep/index.ts';
import { resultWith } from './results.ts';

describe('a map with the runs of another sweep', () => {
  const own = [
    resultWith({ depth: 24, bottleneckRank: 2, totalLoss: 0.07 }),
    resultWith({ depth: 48, bottleneckRank: 2, totalLoss: 0.06 }),
  ];
  const other = [
    resultWith({ depth: 24, bottleneckRank: 1, totalLoss: 0.06 }),
    resultWith({ depth: 48, bottleneckRank: 1, totalLoss: 0.08 }),
    resultWith({ depth: 32, bottleneckRank: 1, totalLoss: 0.01 }),
    resultWith({ depth: 24, dataSeed: 9, bottleneckRank: 1, totalLoss: 0.01 }),
    resultWith({ depth: 24, points: 6, bottleneckRank: 1, totalLoss: 0.01 }),
  ];

  it('takes the cheapest of both in the cells that both have, and no other cell', () => {
    const cells = windowMap(own, other);
    expect(
      cells.map(({ depth, cheapest }) => [depth, cheapest?.rank, cheapest?.totalLoss]),
    ).toEqual([
      [24, 1, 0.06],
      [48, 2, 0.06],
    ]);
  });

  it('leaves what a run finds to its own starts', () => {
    const [cell] = windowMap(own, other);
    expect(cell.found?.ranks).toEqual([2]);
    expect(cell.wins).toBe(false);
  });

  it('is the same for each draw of the data by itself', () => {
    const second = own.map((run) => resultWith({ ...run, dataSeed: 1, key: `${run.key} of 1` }));
    const draws = mapOfEachDraw(windowMap([...own, ...second], other));
    expect(draws.map(({ cells }) => cells.map(({ cheapest }) => cheapest?.rank))).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('windows', () => {
  const row = (ranks: readonly number[]) =>
    [4, 8, 16, 24, 48].map((depth, k) => resultWith({ depth, bottleneckRank: ranks[k] }));

  it('say where a lower rank lies between two depths of the true one', () => {
    const [window] = windows(windowMap(row([3, 2, 2, 1, 2])), 2, 'cheapest');
    expect(window).toMatchObject({ from: 8, to: 48, gap: { after: 16, at: 24 } });
  });

  it('have no gap where only a higher rank lies between, or the lower one beyond', () => {
    for (const ranks of [
      [3, 2, 3, 2, 2],
      [3, 2, 2, 1, 1],
      [3, 3, 3, 3, 1],
    ]) {
      expect(windows(windowMap(row(ranks)), 2, 'cheapest')[0].gap).toBeUndefined();
    }
  });
});

describe('sameRecipe', () => {
  const spec: SweepSpec = {
    name: 'one',
    title: 'One',
    base: 'task=rank-recovery&trueRank=2&points=20',
    axes: { depths: [2], dataSeeds: [0], seeds: [0], paths: ['restarted'] },
  };

  it('holds whatever the axes are and however the common choices are written', () => {
    const axes = { ...spec.axes, depths: [8, 12], points: [6, 8], dataSeeds: [3] };
    const base = 'trueRank=2&task=rank-recovery&points=400&seed=4';
    expect(sameRecipe(spec, { ...spec, name: 'two', base, axes })).toBe(true);
  });

  it('does not hold for another recipe, step budget or rule for ending early', () => {
    expect(sameRecipe(spec, { ...spec, base: `${spec.base}&clip=0.7` })).toBe(false);
    expect(sameRecipe(spec, { ...spec, steps: 100 })).toBe(false);
    const settle = { within: 0.005, over: 1000, tail: 300 };
    expect(sameRecipe(spec, { ...spec, settle })).toBe(false);
  });
});
