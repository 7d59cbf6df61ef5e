import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveRank,
  largestGap,
  networkRanks,
  numericalRank,
  spectrumRanks,
  stableRank,
} from '../../../src/analysis/ranks/index.ts';

const spectrum = fc
  .array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((values) => values.sort((p, q) => q - p));

describe('the largest gap', () => {
  it('is where neighbouring singular values differ by the largest factor', () => {
    expect(largestGap([8, 4, 0.1, 0.05])).toEqual({ rank: 2, ratio: 40, capped: false });
  });

  it('is not between two remainders of training or rounding', () => {
    const gap = largestGap([3, 2, 1e-4, 1e-13, 0]);
    expect(gap?.rank).toBe(2);
    expect(gap?.ratio).toBeCloseTo(2 / 3e-3, 6);
    expect(gap?.capped).toBe(true);
  });

  it('is the first of equals, and 1 where all values are the same', () => {
    expect(largestGap([8, 4, 2, 1])).toEqual({ rank: 1, ratio: 2, capped: false });
    expect(largestGap([5, 5, 5])).toEqual({ rank: 1, ratio: 1, capped: false });
  });

  it('does not exist for fewer than two values, for zeros or for NaN', () => {
    expect(largestGap([])).toBeUndefined();
    expect(largestGap([3])).toBeUndefined();
    expect(largestGap([0, 0, 0])).toBeUndefined();
    expect(largestGap([1e-8, 1e-12])).toBeUndefined();
    expect(largestGap([Number.NaN, Number.NaN])).toBeUndefined();
    expect(largestGap([1, Number.NaN])).toBeUndefined();
  });
});

describe('stable and effective rank', () => {
  it('are k for k equal singular values among zeros', () => {
    for (const k of [1, 3, 7]) {
      const values = [...new Array(k).fill(2.5), 0, 0];
      expect(stableRank(values)).toBeCloseTo(k, 12);
      expect(effectiveRank(values)).toBeCloseTo(k, 12);
    }
  });

  it('lie between 1 and the number of values, the stable one lowest, whatever the scale', () => {
    fc.assert(
      fc.property(spectrum, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, scale) => {
        const [stable, effective] = [stableRank(values), effectiveRank(values)];
        expect(stable).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(stable).toBeLessThanOrEqual(effective * (1 + 1e-9));
        expect(effective).toBeLessThanOrEqual(values.length * (1 + 1e-9));
        const scaled = values.map((value) => scale * value);
        expect(stableRank(scaled)).toBeCloseTo(stable, 9);
        expect(effectiveRank(scaled)).toBeCloseTo(effective, 9);
      }),
    );
  });

  it('have the values of their definitions', () => {
    expect(stableRank([2, 1, 1])).toBeCloseTo(1.5, 12);
    // Shares ½, ¼, ¼: entropy 1.5 ln 2.
    expect(effectiveRank([2, 1, 1])).toBeCloseTo(2 ** 1.5, 12);
  });

  it('are 0 for zeros and NaN for NaN', () => {
    for (const rank of [stableRank, effectiveRank]) {
      expect(rank([])).toBe(0);
      expect(rank([0, 0])).toBe(0);
      expect(rank([1e-9, 1e-10])).toBe(0);
      expect(rank([Number.NaN, Number.NaN])).toBeNaN();
      expect(rank([1, Number.NaN])).toBeNaN();
    }
  });
});

describe('the ranks of a network', () => {
  const spectra = {
    weights: [
      [2, 1.9, 0.3],
      [1.3, 0.01, 0.001],
      [3, 0.4],
    ].map((values) => Float32Array.from(values)),
    activations: [
      [9, 4, 0.1],
      [7, 0.05, 0],
      [6, 0.0001],
    ].map((values) => Float32Array.from(values)),
  };

  it('are all four of every layer, of weights and activations', () => {
    const { layers } = networkRanks(spectra, { threshold: 0.1 });
    expect(layers.map(({ layer }) => layer)).toEqual([1, 2, 3]);
    expect(layers.map(({ activations }) => activations.numerical)).toEqual([2, 1, 1]);
    expect(layers.map(({ weights }) => weights.gap?.rank)).toEqual([2, 1, 1]);
    expect(layers[0].weights).toEqual(spectrumRanks(spectra.weights[0], { threshold: 0.1 }));
    expect(layers[0].weights.numerical).toBe(numericalRank(spectra.weights[0], 0.1));
    expect(layers[0].weights.stable).toBe(stableRank(spectra.weights[0]));
    expect(layers[0].weights.effective).toBe(effectiveRank(spectra.weights[0]));
  });

  it('come to the bottleneck and the clearest gap of the hidden layers, not of the output', () => {
    const { bottleneck, clearestGap } = networkRanks(spectra, { threshold: 0.1 });
    expect(bottleneck).toEqual({ rank: 1, layer: 2, directions: 1 });
    expect(clearestGap).toMatchObject({ layer: 2, rank: 1, capped: false });
    expect(clearestGap?.ratio).toBeCloseTo(140, 4);
  });

  it('pass the floor of the gap on', () => {
    const { layers } = networkRanks(spectra, { threshold: 0.1, gapFloor: 0.1 });
    expect(layers[1].activations.gap).toMatchObject({ rank: 1, capped: true });
    expect(layers[1].activations.gap?.ratio).toBeCloseTo(10, 5);
  });

  it('have no clearest gap without hidden layers', () => {
    const linear = { weights: [Float32Array.of(2, 1)], activations: [Float32Array.of(2, 1)] };
    const { bottleneck, clearestGap } = networkRanks(linear, { threshold: 0.1 });
    expect(bottleneck).toEqual({ rank: 2, layer: 0, directions: 2 });
    expect(clearestGap).toBeUndefined();
  });
});
