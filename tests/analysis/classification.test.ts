import { describe, expect, it } from 'vitest';
import { accuracy, predictedClasses } from '../../src/analysis/classification.ts';

describe('predictions', () => {
  it('take the largest logit, and the lowest class on a tie', () => {
    const logits = Float32Array.from([1, 2, 0, 3, 3, 1]);
    expect([...predictedClasses(logits, 3)]).toEqual([1, 0]);
  });

  it('are right for a share of the points', () => {
    expect(accuracy(Uint8Array.of(0, 1, 2, 3), Uint8Array.of(0, 1, 2, 0))).toBe(0.75);
  });
});
