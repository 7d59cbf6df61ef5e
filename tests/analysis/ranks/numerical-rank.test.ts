import { describe, expect, it } from 'vitest';
import { bottleneckRank, numericalRank } from '../../../src/analysis/ranks/index.ts';

describe('the numerical rank', () => {
  it('counts singular values above the threshold times the largest', () => {
    expect(numericalRank([10, 2, 1.01, 1, 0.5], 0.1)).toBe(3);
    expect(numericalRank([10, 2, 1.01, 1, 0.5], 0.01)).toBe(5);
  });

  it('is zero where there is nothing but rounding', () => {
    expect(numericalRank([], 0.1)).toBe(0);
    expect(numericalRank([0, 0], 0.1)).toBe(0);
    expect(numericalRank([1e-9, 1e-9], 0.1)).toBe(0);
    expect(numericalRank([Number.NaN], 0.1)).toBe(0);
  });
});

describe('the bottleneck rank', () => {
  it('is the smallest rank over the hidden layers, not of the output', () => {
    const activations = [
      [5, 4, 3],
      [5, 2, 0.1],
      [5, 4, 0.1],
      [5, 0, 0],
    ];
    expect(bottleneckRank({ weights: [], activations }, 0.1)).toEqual({ rank: 2, layer: 2 });
  });

  it('is the rank of the matrix where there are no hidden layers', () => {
    expect(bottleneckRank({ weights: [[3, 0.1]], activations: [[1, 1]] }, 0.1).rank).toBe(1);
  });
});
