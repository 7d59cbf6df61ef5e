import { describe, expect, it } from 'vitest';
import { byPath, type CellResult, gapsBetween, inSlice, sliceAxes } from '../../src/sweep/index.ts';

const run = (
  path: CellResult['path'],
  depth: number,
  totalLoss: number | null,
  more: Partial<CellResult> = {},
): CellResult => ({
  key: `${path} ${depth} ${totalLoss}`,
  query: `depth=${depth}`,
  path,
  depth,
  points: 39,
  lambda: 0.009,
  width: 50,
  dataSeed: 0,
  seed: 0,
  steps: 100,
  dataLoss: 0.01,
  parameterNorm: 10 * depth,
  totalLoss,
  bottleneckRank: 1,
  bottleneckLayer: 2,
  jacobianRank: 1,
  collapsed: false,
  diverged: totalLoss === null,
  settled: false,
  seconds: 1,
  ...more,
});

const results = [
  run('restarted', 9, 0.044),
  run('restarted', 9, 0.046),
  run('restarted', 9, 0.045, { tripoints: 2 }),
  run('grown', 9, 0.09, { tripoints: 3 }),
  run('grown', 4, 0.06),
  run('grown', 13, null),
];

describe('byPath', () => {
  it('has the median of every path at every depth, and the run in the middle', () => {
    const paths = byPath(results);
    expect([...paths.keys()]).toEqual(['restarted', 'grown']);
    expect(paths.get('restarted')).toMatchObject([
      { depth: 9, totalLoss: 0.045, normPerLayer: 10, tripoints: 2, typical: { totalLoss: 0.045 } },
    ]);
    expect(paths.get('grown')?.map(({ depth }) => depth)).toEqual([4, 9]);
  });
});

describe('gapsBetween', () => {
  it('says at common depths which path is cheaper and by how much', () => {
    const paths = byPath(results);
    const gaps = gapsBetween(paths.get('grown') ?? [], paths.get('restarted') ?? []);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      depth: 9,
      cheaper: { path: 'restarted' },
      dearer: { path: 'grown' },
    });
    expect(gaps[0].share).toBeCloseTo(1);
  });
});

describe('a slice', () => {
  it('holds the axes that it names', () => {
    const wide = run('restarted', 9, 0.04, { width: 64 });
    expect(inSlice([...results, wide], { width: 64 })).toEqual([wide]);
    expect(inSlice([...results, wide], { width: 50, path: 'grown' })).toHaveLength(3);
    expect(sliceAxes([...results, wide])).toEqual({
      points: [39],
      lambda: [0.009],
      width: [50, 64],
      path: ['restarted', 'grown'],
    });
  });
});
