import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDepth,
  cheapestOf,
  fitOverDepth,
  median,
  medianRank,
  underestimate,
  windowMap,
  windows,
} from '../../src/sweep/index.ts';
import { anyResult, resultWith } from './results.ts';

describe('medians', () => {
  it('are in the middle, and NaN of nothing', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, Number.NaN]);
  });

  it('of ranks are one of the ranks, with at least half of them on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), (ranks) => {
        const middle = medianRank(ranks);
        expect(ranks).toContain(middle);
        expect(ranks.filter((rank) => rank <= middle).length * 2).toBeGreaterThanOrEqual(
          ranks.length,
        );
        expect(ranks.filter((rank) => rank >= middle).length * 2).toBeGreaterThanOrEqual(
          ranks.length,
        );
      }),
    );
  });
});

describe('the cheapest of many runs', () => {
  it('costs no more than any other that did not diverge', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        const cheapest = cheapestOf(results);
        for (const { diverged, totalLoss, parameterNorm } of results) {
          if (diverged || totalLoss === null || parameterNorm === null) continue;
          expect(cheapest?.totalLoss).toBeLessThanOrEqual(totalLoss);
        }
      }),
    );
  });
});

describe('the summary of a depth', () => {
  it('counts collapsed runs as rank 0 and leaves diverged ones out', () => {
    const [summary, ...others] = byDepth([
      resultWith({ seed: 0, bottleneckRank: 2, parameterNorm: 8, tripoints: 3 }),
      resultWith({ seed: 1, bottleneckRank: 0, collapsed: true, parameterNorm: 0 }),
      resultWith({ seed: 2, bottleneckRank: 2, parameterNorm: 12, tripoints: 5 }),
      resultWith({ seed: 3, diverged: true, totalLoss: null, dataLoss: null, parameterNorm: null }),
    ]);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      depth: 4,
      runs: 3,
      bottleneckRank: 2,
      normPerLayer: 2,
      tripoints: 4,
      collapsed: 1 / 3,
    });
    expect(summary.testError).toBeNaN();
  });
});

describe('the fit of k + C/L', () => {
  it('finds the C of which the values were made', () => {
    const values = [2, 5, 13].map((depth) => ({ depth, value: 2 + 7 / depth }));
    expect(fitOverDepth(values, 2)).toBeCloseTo(7);
    expect(fitOverDepth([], 2)).toBeNaN();
  });
});

describe('the window map', () => {
  const at = (depth: number, points: number, ranks: number[], totals: number[]) =>
    ranks.map((bottleneckRank, seed) =>
      resultWith({ depth, points, seed, bottleneckRank, totalLoss: totals[seed] }),
    );

  it('shows what a run finds in the middle, and the cheapest of all paths beside it', () => {
    const [cell] = windowMap([
      ...at(24, 50, [1, 1, 2], [0.2, 0.21, 0.1]),
      resultWith({ depth: 24, points: 50, path: 'grown', bottleneckRank: 2, totalLoss: 0.09 }),
    ]);
    expect(cell.found).toMatchObject({ rank: 1, ranks: [1, 1, 2], totalLoss: 0.2 });
    expect(cell.cheapest).toMatchObject({ rank: 2, ranks: [2], totalLoss: 0.09 });
    expect(cell.share).toBeCloseTo(1 / 3);
    expect(cell.wins).toBe(false);
  });

  it('never compares the total losses of different data', () => {
    const [cell] = windowMap([
      resultWith({ dataSeed: 0, bottleneckRank: 1, totalLoss: 0.01 }),
      resultWith({ dataSeed: 1, bottleneckRank: 2, totalLoss: 0.2 }),
      resultWith({ dataSeed: 2, bottleneckRank: 2, totalLoss: 0.3 }),
    ]);
    expect(cell.cheapest).toMatchObject({ rank: 2, ranks: [1, 2, 2], totalLoss: 0.2 });
    expect(cell).toMatchObject({ share: 1, wins: true });
  });

  it('has a window between the depths where the rank is right, and says where it is too low', () => {
    const cells = windowMap([
      ...at(2, 50, [9], [1]),
      ...at(8, 50, [2], [1]),
      ...at(16, 50, [2], [1]),
      ...at(24, 50, [1], [1]),
      ...at(2, 6, [1], [1]),
    ]);
    expect(windows(cells, 2, 'found')).toEqual([
      { points: 6, from: undefined, to: undefined, below: 2 },
      { points: 50, from: 8, to: 16, below: 24 },
    ]);
  });

  it('tells the two reasons for a rank that is too low by the total loss', () => {
    const runs = (low: number) => at(48, 6, [1, 2], [low, 0.07]);
    expect(underestimate(runs(0.05), 2)?.reason).toBe('cheaper');
    expect(underestimate(runs(0.2), 2)?.reason).toBe('trapped');
    expect(underestimate(runs(0.2).slice(0, 1), 2)).toBeUndefined();
  });
});
