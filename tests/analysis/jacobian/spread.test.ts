import { describe, expect, it } from 'vitest';
import {
  affordablePoints,
  type JacobianSurvey,
  joinSurveys,
  singularSpreads,
} from '../../../src/analysis/jacobian/index.ts';
import { parameterCount } from '../../../src/engine/parameters.ts';

/** A survey of a function R³ → R² with these two singular values at each point. */
function survey(...points: [number, number][]): JacobianSurvey {
  return { inputs: 3, outputs: 2, singularValues: Float64Array.from(points.flat()) };
}

describe('the spread of singular values', () => {
  it('is taken of each index for itself', () => {
    const spreads = singularSpreads(survey([5, 1], [9, 0], [7, 4], [6, 2], [8, 3]), 10);
    expect(spreads).toEqual([
      { least: 5, lowerQuartile: 6, median: 7, upperQuartile: 8, largest: 9 },
      { least: 0, lowerQuartile: 1, median: 2, upperQuartile: 3, largest: 4 },
    ]);
  });

  it('falls between two points where it has to', () => {
    const [first] = singularSpreads(survey([1, 0], [2, 0]), 1);
    expect(first).toMatchObject({ lowerQuartile: 1.25, median: 1.5, upperQuartile: 1.75 });
  });

  it('leaves out points that are not finite, and says nothing where none is left', () => {
    expect(singularSpreads(survey([1, 1], [Number.NaN, Number.NaN]), 1)).toHaveLength(1);
    expect(singularSpreads(survey([Number.NaN, Number.NaN]), 2)).toEqual([]);
    expect(singularSpreads(survey(), 2)).toEqual([]);
  });
});

describe('surveys of one network', () => {
  it('are joined point after point', () => {
    const joined = joinSurveys(survey([5, 1]), survey([9, 0], [7, 4]));
    expect(joined).toEqual(survey([5, 1], [9, 0], [7, 4]));
  });
});

describe('the points that are affordable', () => {
  const points = (dims: readonly number[], multiplications: number) =>
    affordablePoints(dims, new Float32Array(parameterCount(dims)).fill(0.1), multiplications);

  it('grow with what may be spent and shrink with the network', () => {
    expect(points([2, 20, 20, 3], 1e7)).toBeCloseTo(10 * points([2, 20, 20, 3], 1e6), -2);
    expect(points([2, 20, 20, 20, 3], 1e7)).toBeLessThan(points([2, 20, 20, 3], 1e7));
    expect(points([50, 20, 50], 1e7)).toBeLessThan(points([50, 20, 2], 1e7));
  });

  it('are at least one', () => {
    expect(points([196, 30, 196], 1)).toBe(1);
  });
});
