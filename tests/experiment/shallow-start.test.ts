import { describe, expect, it } from 'vitest';
import {
  completeExperiment,
  experimentOfStart,
  startsShallower,
} from '../../src/experiment/index.ts';

describe('a start of fewer layers', () => {
  it('has the ridge of the whole network, however it is scaled', () => {
    for (const ridge of ['per-depth', 'undivided'] as const) {
      const whole = completeExperiment({ data: 'line', depth: 40, ridge });
      const start = experimentOfStart(whole);
      const coefficient = ({ lambda, depth }: typeof whole) =>
        ridge === 'per-depth' ? lambda / depth : lambda;
      expect(start.depth).toBe(16);
      expect(coefficient(start)).toBeCloseTo(coefficient(whole), 12);
    }
  });

  it('has that of a network of its own depth on digits', () => {
    const whole = completeExperiment({ data: 'digits', depth: 48 });
    const start = experimentOfStart(whole);
    expect(start.depth).toBe(12);
    expect(start.lambda).toBe(whole.lambda);
  });

  it('is trained for its own steps, as a network of its depth is', () => {
    const start = experimentOfStart(completeExperiment({ data: 'line', depth: 40 }));
    const usual = completeExperiment({ data: 'line', depth: 16 });
    expect(start.steps).toBe(4000);
    expect(start.learningRate).toBe(usual.learningRate);
    expect(start.schedule).toBe(usual.schedule);
  });

  it('takes the steps of the deepest that is trained whole where its own depth is not', () => {
    const deep = completeExperiment({ data: 'circle', depth: 48 });
    expect(deep.startDepth).toBe(20);
    expect(experimentOfStart(deep).learningRate).toBe(
      completeExperiment({ data: 'circle', depth: 16 }).learningRate,
    );
    const chosen = completeExperiment({ data: 'digits', depth: 48, startDepth: 30 });
    expect(experimentOfStart(chosen).learningRate).toBe(
      completeExperiment({ data: 'digits', depth: 12 }).learningRate,
    );
  });

  it('is there only where layers cost something and are missing', () => {
    expect(startsShallower(completeExperiment({ data: 'line', depth: 40, lambda: 0 }))).toBe(false);
    expect(startsShallower(completeExperiment({ data: 'line', depth: 16 }))).toBe(false);
    expect(startsShallower(completeExperiment({ data: 'paper-s', depth: 48 }))).toBe(false);
    expect(startsShallower(completeExperiment({ data: 'paper-s', depth: 9, startDepth: 5 }))).toBe(
      true,
    );
    const whole = completeExperiment({ data: 'line', depth: 16 });
    expect(experimentOfStart(whole)).toBe(whole);
  });
});
