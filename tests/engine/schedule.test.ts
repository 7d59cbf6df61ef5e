import { describe, expect, it } from 'vitest';
import type { Optimisation } from '../../src/engine/problem.ts';
import { learningRateAt, ridgeAt, warmingUp, warmUpEnds } from '../../src/engine/schedule.ts';

const optimisation: Optimisation = {
  learningRate: 1e-3,
  schedule: 'drop',
  stepBudget: 1000,
  ridge: 0.01,
  warmUpShare: 0.3,
  warmUpLoss: 0.1,
  rampSteps: 200,
  clipNorm: 0,
};

describe('the learning rate', () => {
  it('drops to a tenth for the last fifth of the budget and stays there', () => {
    expect(learningRateAt(optimisation, 799)).toBe(1e-3);
    expect(learningRateAt(optimisation, 800)).toBeCloseTo(1e-4, 12);
    expect(learningRateAt(optimisation, 5000)).toBeCloseTo(1e-4, 12);
  });

  it('falls to zero along a cosine', () => {
    const cosine = { ...optimisation, schedule: 'cosine' as const };
    expect(learningRateAt(cosine, 0)).toBe(1e-3);
    expect(learningRateAt(cosine, 500)).toBeCloseTo(5e-4, 12);
    expect(learningRateAt(cosine, 1000)).toBeCloseTo(0, 12);
    expect(learningRateAt(cosine, 2000)).toBeCloseTo(0, 12);
  });
});

describe('the ridge', () => {
  it('keeps its share until the warm-up ends and then rises linearly', () => {
    expect(ridgeAt(optimisation, 500, warmingUp)).toBeCloseTo(0.003, 12);
    expect(ridgeAt(optimisation, 500, 500)).toBeCloseTo(0.003, 12);
    expect(ridgeAt(optimisation, 600, 500)).toBeCloseTo(0.0065, 12);
    expect(ridgeAt(optimisation, 900, 500)).toBeCloseTo(0.01, 12);
  });

  it('is full at once where there is no ramp', () => {
    expect(ridgeAt({ ...optimisation, rampSteps: 0 }, 500, 500)).toBeCloseTo(0.01, 12);
  });

  it('looks for the end of the warm-up at every eighth step only', () => {
    expect(warmUpEnds(optimisation, 16, 0.05)).toBe(true);
    expect(warmUpEnds(optimisation, 17, 0.05)).toBe(false);
    expect(warmUpEnds(optimisation, 16, 0.2)).toBe(false);
  });
});
