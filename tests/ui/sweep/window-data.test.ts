// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type CellResult, windowMap } from '../../../src/sweep/index.ts';
import { mapData, originsAmong, quantityData } from '../../../src/ui/sweep/window-data.ts';
import { resultWith } from '../../sweep/results.ts';

/** Fresh starts of one N at these depths, with their ranks. */
const row = (points: number, ranks: Record<number, number>) =>
  Object.entries(ranks).map(([depth, bottleneckRank]) =>
    resultWith({ depth: Number(depth), points, bottleneckRank }),
  );
const map = (results: readonly CellResult[], mode: 'found' | 'cheapest' = 'found') =>
  mapData(windowMap(results), 2, mode);

describe('the map of ranks', () => {
  const trapped = [
    resultWith({ depth: 24, bottleneckRank: 1, totalLoss: 0.2, testError: 0.5 }),
    resultWith({ depth: 24, path: 'grown', bottleneckRank: 2, totalLoss: 0.08, testError: 0.2 }),
  ];

  it('marks what a run finds as dearer where the cheapest run has another rank', () => {
    expect(map(trapped).cells).toMatchObject([{ depth: 24, points: 20, rank: 1, dearer: true }]);
    expect(map(trapped).cells[0].lines).toContain('cheapest: rank 2 at 0.08');
  });

  it('marks nothing where the ranks agree, however much cheaper the other run is', () => {
    const agreeing = [trapped[0], { ...trapped[1], bottleneckRank: 1 }];
    expect(map(agreeing).cells).toMatchObject([{ rank: 1, dearer: false }]);
  });

  it('marks nothing among the cheapest', () => {
    expect(map(trapped, 'cheapest').cells).toMatchObject([{ rank: 2, dearer: false }]);
  });

  it('shows a cell only in the modes in which something is known of it', () => {
    expect(map([trapped[1]]).cells).toEqual([]);
    expect(map([trapped[1]], 'cheapest').cells).toHaveLength(1);
  });

  it('fits the trend to the edge of the cheapest minima in both modes', () => {
    const results = [
      ...row(6, { 4: 3, 8: 2, 16: 1, 32: 1 }),
      ...row(36, { 4: 3, 8: 2, 16: 2, 32: 1 }),
      // Fresh starts lose a direction at once, at a higher price.
      ...row(36, { 16: 1 }).map((run) => ({ ...run, seed: 1, totalLoss: 0.3 })),
      ...row(36, { 16: 1 }).map((run) => ({ ...run, seed: 2, totalLoss: 0.3 })),
    ];
    const [mean6, mean36] = [Math.sqrt(8 * 16), Math.sqrt(16 * 32)];
    const [log6, log36] = [Math.log(6), Math.log(36)];
    const slope = (mean6 * log6 + mean36 * log36) / (log6 ** 2 + log36 ** 2);
    expect(map(results).trend?.perLogPoints).toBeCloseTo(slope);
    expect(map(results, 'cheapest').trend?.perLogPoints).toBeCloseTo(slope);
    expect(
      map(results).cells.find(({ depth, points }) => depth === 16 && points === 36),
    ).toMatchObject({ rank: 1, dearer: true });
  });

  it('draws no trend through a single edge', () => {
    expect(map(row(6, { 8: 2, 16: 1 })).trend).toBeUndefined();
  });
});

describe('the map of another quantity', () => {
  const results = [
    resultWith({ depth: 24, bottleneckRank: 1, totalLoss: 0.2, testError: 0.5 }),
    resultWith({ depth: 24, path: 'grown', bottleneckRank: 2, totalLoss: 0.08, testError: 0.25 }),
    resultWith({ depth: 48, bottleneckRank: 1, totalLoss: 0.1, testError: 1 }),
  ];
  const cells = windowMap(results);
  const values = (mode: 'found' | 'cheapest', name: 'testError' | 'totalLoss') =>
    quantityData(cells, 2, mode, name)?.cells.map(({ value }) => value);

  it('has the value of either mode, with the rank that belongs to it', () => {
    expect(values('found', 'totalLoss')).toEqual([0.2, 0.1]);
    expect(values('cheapest', 'totalLoss')).toEqual([0.08, 0.1]);
    expect(values('cheapest', 'testError')).toEqual([0.25, 1]);
    expect(quantityData(cells, 2, 'cheapest', 'testError')?.cells).toMatchObject([
      { rank: 2 },
      { rank: 1 },
    ]);
  });

  it('has one scale for both modes', () => {
    for (const mode of ['found', 'cheapest'] as const) {
      expect(quantityData(cells, 2, mode, 'totalLoss')?.quantity?.domain).toEqual([0.08, 0.2]);
    }
  });

  it('reads out beside its value what it does not show', () => {
    const lines = quantityData(cells, 2, 'found', 'testError')?.cells[0].lines.join('; ');
    expect(lines).toContain('total loss 0.2');
    expect(lines).not.toContain('test error');
  });

  it('is not there where nothing was measured', () => {
    const untested = windowMap([resultWith({ depth: 24 })]);
    expect(quantityData(untested, 2, 'found', 'testError')).toBeUndefined();
  });
});

describe('originsAmong', () => {
  it('tells the same key of two sweeps apart', () => {
    const path = (depths: readonly number[]) =>
      depths.map((depth) => resultWith({ depth, path: 'grown' }));
    const [coarse, fine] = [path([8, 16, 24]), path([8, 12, 16, 20, 24])];
    const originOf = originsAmong([coarse, fine]);
    expect([originOf(coarse[2]), originOf(fine[4])]).toEqual([16, 20]);
    expect(originOf(resultWith({ depth: 24, path: 'grown' }))).toBeUndefined();
  });
});
