import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decades, logTicks, roundLogDomain } from '../../../src/charts/parts/log-axis.ts';

describe('log axes', () => {
  it('marks powers of ten over many decades and keeps 1 when it thins them', () => {
    expect(logTicks(1e-6, 10, 5).map(({ label }) => label)).toEqual(['10⁻⁶', '10⁻⁴', '0.01', '1']);
    expect(decades(1e-3, 100, 99)).toEqual([-3, -2, -1, 0, 1, 2]);
  });

  it('marks twos and fives between when the axis is short', () => {
    expect(logTicks(0.2, 5, 9).map(({ label }) => label)).toEqual(['0.2', '0.5', '1', '2', '5']);
  });

  it('always has a tick, and all of them on the axis', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 4, noNaN: true }),
        fc.double({ min: 0.31, max: 9, noNaN: true }),
        fc.integer({ min: 2, max: 10 }),
        (start, span, most) => {
          const [low, high] = roundLogDomain(10 ** start, 10 ** (start + span));
          const ticks = logTicks(low, high, most);
          expect(ticks.length).toBeGreaterThan(0);
          for (const { value } of ticks) {
            expect(value).toBeGreaterThanOrEqual(low * 0.99);
            expect(value).toBeLessThanOrEqual(high * 1.01);
          }
        },
      ),
    );
  });

  it('rounds a domain outwards', () => {
    expect(roundLogDomain(0.013, 37)).toEqual([0.01, 50]);
  });
});
