import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge } from '../../../src/charts/parts/dodge.ts';

describe('dodge', () => {
  it('leaves labels that do not touch where they want to be', () => {
    expect(dodge([50, 10, 30], 15, 0, 100)).toEqual([50, 10, 30]);
  });

  it('spreads labels that want the same place evenly about it', () => {
    expect(dodge([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
  });

  it('keeps order, gaps and bounds whenever there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 12 }),
        (wanted) => {
          const places = dodge(wanted, 12, 0, 200);
          const order = wanted
            .map((_, k) => k)
            .sort((a, b) => Number(wanted[a]) - Number(wanted[b]));
          const sorted = order.map((k) => Number(places[k]));
          for (let k = 0; k < sorted.length; k++) {
            expect(Number(sorted[k])).toBeGreaterThanOrEqual(-1e-9);
            expect(Number(sorted[k])).toBeLessThanOrEqual(200 + 1e-9);
            if (k > 0) expect(Number(sorted[k]) - Number(sorted[k - 1])).toBeGreaterThan(12 - 1e-6);
          }
        },
      ),
    );
  });
});
