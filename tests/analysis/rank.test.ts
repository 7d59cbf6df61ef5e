import { describe, expect, it } from 'vitest';
import { accuracy, predictedClasses } from '../../src/analysis/classification.ts';
import { isConstant } from '../../src/analysis/collapse.ts';
import { bottleneckRank, numericalRank } from '../../src/analysis/rank.ts';

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

describe('predictions', () => {
  it('take the largest logit, and the lowest class on a tie', () => {
    const logits = Float32Array.from([1, 2, 0, 3, 3, 1]);
    expect([...predictedClasses(logits, 3)]).toEqual([1, 0]);
  });

  it('are right for a share of the points', () => {
    expect(accuracy(Uint8Array.of(0, 1, 2, 3), Uint8Array.of(0, 1, 2, 0))).toBe(0.75);
  });

  it('show a collapse by outputs that do not vary', () => {
    expect(isConstant([1e-5, 0], 39)).toBe(true);
    expect(isConstant([Number.NaN], 39)).toBe(true);
    expect(isConstant([4, 1], 39)).toBe(false);
    expect(isConstant([4, 1], 39, 1000)).toBe(true);
  });
});
