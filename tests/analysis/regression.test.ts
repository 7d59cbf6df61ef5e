import { describe, expect, it } from 'vitest';
import { isConstant, scaleAskedFor } from '../../src/analysis/collapse.ts';
import { distanceToCurve, meanDistanceToCurve } from '../../src/analysis/distance-to-curve.ts';
import { errorRatio, meanSquaredError, totalVariance } from '../../src/analysis/squared-error.ts';

const corner = [
  [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
] as const;

describe('the distance to a curve', () => {
  it.each([
    [0.5, 0.2, 0.2],
    [0.5, 0, 0],
    [-3, 4, 5],
    [2, 0.5, 1],
    [1, 3, 2],
  ])('of (%f, %f) to a bent line is %f', (x, y, distance) => {
    expect(distanceToCurve(x, y, corner)).toBeCloseTo(distance, 12);
  });

  it('is that to the nearest of several stretches, and infinite to none', () => {
    const two = [corner[0], [[5, 5] as const, [5, 6] as const]];
    expect(distanceToCurve(5.5, 5.5, two)).toBeCloseTo(0.5, 12);
    expect(distanceToCurve(0, 0, [])).toBe(Number.POSITIVE_INFINITY);
  });

  it('is averaged over points', () => {
    expect(meanDistanceToCurve(Float32Array.of(0.5, 0.25, 0.5, 0), corner)).toBeCloseTo(0.125, 12);
  });

  it('is zero to a stretch without length only at its place', () => {
    expect(distanceToCurve(3, 4, [[[0, 0] as const, [0, 0] as const]])).toBe(5);
  });
});

describe('the squared error', () => {
  const targets = Float32Array.of(1, 0, -1, 0);

  it('is summed over outputs and averaged over points', () => {
    expect(meanSquaredError(Float32Array.of(1, 2, -1, 1), targets, 2)).toBe(2.5);
    expect(meanSquaredError(new Float32Array(0), new Float32Array(0), 2)).toBe(0);
  });

  it('of the best constant is the total variance', () => {
    expect(totalVariance(targets, 2)).toBe(1);
    expect(
      totalVariance(
        targets.map((value) => value + 7),
        2,
      ),
    ).toBe(1);
  });

  it('that is left is compared distance by distance', () => {
    const clean = Float32Array.of(0, 0, 0, 0);
    const noisy = Float32Array.of(3, 4, 0, 5);
    const denoised = Float32Array.of(0, 1, 2, 0);
    expect(errorRatio(noisy, denoised, clean, 2)).toBeCloseTo(0.3, 12);
  });
});

describe('a collapse', () => {
  const problem = {
    dims: [1, 1],
    inputs: Float32Array.of(0, 1),
    targets: Float32Array.of(100, -100),
  };

  it('is judged by the spread of the targets in regression, and by 1 for logits', () => {
    expect(scaleAskedFor({ ...problem, loss: 'mse' })).toBe(100);
    expect(scaleAskedFor({ ...problem, loss: 'cross-entropy' })).toBe(1);
    expect(isConstant([0.05], 2, 100)).toBe(true);
    expect(isConstant([0.05], 2, 1)).toBe(false);
  });
});
