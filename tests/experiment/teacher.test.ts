import { describe, expect, it } from 'vitest';
import { totalVariance } from '../../src/analysis/squared-error.ts';
import { singularValues } from '../../src/engine/singular-values.ts';
import { randomStream, randomTeacher, sampleTeacher } from '../../src/experiment/index.ts';

const shape = { inputDimension: 8, outputDimension: 6, trueRank: 2 };

describe('a teacher', () => {
  it('has as many directions in its Jacobian as its rank, and no more', () => {
    const answer = randomTeacher(shape, randomStream(3, 'teacher'));
    const random = randomStream(3, 'place');
    const x = Float64Array.from({ length: 8 }, () => random.normal());
    const jacobian = new Float64Array(8 * 6);
    const step = 1e-5;
    for (let i = 0; i < 8; i++) {
      const [above, below] = [1, -1].map((side) =>
        answer(x.map((value, j) => value + (j === i ? side * step : 0))),
      );
      for (let j = 0; j < 6; j++) jacobian[i * 6 + j] = (above[j] - below[j]) / (2 * step);
    }
    const values = singularValues(jacobian, 8, 6);
    expect(values[1] / values[0]).toBeGreaterThan(1e-3);
    expect(values[2] / values[0]).toBeLessThan(1e-6);
  });

  it.each([
    [{ inputDimension: 1, outputDimension: 6, trueRank: 16 }, 1],
    [{ inputDimension: 8, outputDimension: 3, trueRank: 5 }, 3],
    [{ inputDimension: 8, outputDimension: 6, trueRank: 2 }, 2],
  ])('has no more rank than inputs or outputs (%j)', (asked, rank) => {
    expect(sampleTeacher(asked, 20, 0, randomStream(1, 'data')).trueRank).toBe(rank);
  });

  it('answers with variances that sum to 1, on test points as well', () => {
    const { targets, testTargets } = sampleTeacher(shape, 2000, 0, randomStream(1, 'data'));
    expect(totalVariance(targets, 6)).toBeCloseTo(1, 0);
    expect(totalVariance(testTargets, 6)).toBeGreaterThan(0.7);
    expect(totalVariance(testTargets, 6)).toBeLessThan(1.3);
  });

  it('is the same for more points, and errs by the noise asked for in training only', () => {
    const few = sampleTeacher(shape, 40, 0, randomStream(1, 'data'));
    const many = sampleTeacher(shape, 400, 0.1, randomStream(1, 'data'));
    expect(many.testTargets).toEqual(few.testTargets);
    expect(many.inputs.slice(0, 40 * 8)).toEqual(few.inputs);
    let squares = 0;
    for (let i = 0; i < few.targets.length; i++) squares += (many.targets[i] - few.targets[i]) ** 2;
    expect(Math.sqrt(squares / 40)).toBeCloseTo(0.1, 1);
  });
});
