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
    const found = bottleneckRank({ weights: [], activations }, 0.1);
    expect(found).toEqual({ rank: 2, layer: 2, directions: 2 });
  });

  it('is no more than the number of inputs and that of outputs, through which the function passes', () => {
    const wide = [5, 4, 3, 2];
    const weights = (inputs: number, outputs: number) => [
      wide.slice(0, inputs),
      wide,
      wide.slice(0, outputs),
    ];
    const activations = [wide, wide.slice(0, 3), [1, 1]];
    const of = (inputs: number, outputs: number) =>
      bottleneckRank({ weights: weights(inputs, outputs), activations }, 0.1);
    expect(of(2, 4)).toEqual({ rank: 2, layer: 2, directions: 3 });
    expect(of(4, 1)).toEqual({ rank: 1, layer: 2, directions: 3 });
    expect(of(4, 4)).toEqual({ rank: 3, layer: 2, directions: 3 });
  });

  it('is the rank of the matrix where there are no hidden layers', () => {
    expect(bottleneckRank({ weights: [[3, 0.1]], activations: [[1, 1]] }, 0.1).rank).toBe(1);
  });
});
