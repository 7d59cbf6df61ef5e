import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFloat16, largestFloat16, toFloat16 } from '../../src/snapshot/float16.ts';

describe('half precision', () => {
  it('gives back every finite number it can hold', () => {
    for (let half = 0; half < 0x10000; half++) {
      const value = fromFloat16(half);
      if (Number.isFinite(value)) expect(toFloat16(value)).toBe(half);
    }
  });

  it('is off by at most half a unit in the last place', () => {
    fc.assert(
      fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const error = Math.abs(fromFloat16(toFloat16(value)) - value);
        expect(error).toBeLessThanOrEqual(Math.max(2 ** -11 * Math.abs(value), 2 ** -25));
      }),
    );
  });

  it('becomes infinite beyond the largest and keeps what is not a number', () => {
    expect(fromFloat16(toFloat16(largestFloat16))).toBe(largestFloat16);
    expect(fromFloat16(toFloat16(65520))).toBe(Number.POSITIVE_INFINITY);
    expect(fromFloat16(toFloat16(-1e9))).toBe(Number.NEGATIVE_INFINITY);
    expect(fromFloat16(toFloat16(Number.NaN))).toBeNaN();
  });

  it('rounds ties to even', () => {
    expect(fromFloat16(toFloat16(1 + 2 ** -11))).toBe(1);
    expect(fromFloat16(toFloat16(1 + 3 * 2 ** -11))).toBe(1 + 2 ** -9);
    expect(fromFloat16(toFloat16(2 ** -25))).toBe(0);
  });
});
