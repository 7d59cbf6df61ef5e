import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatching } from '../../../src/charts/strip/hatching.ts';

describe('hatching', () => {
  it('stays within its box', () => {
    const at = fc.integer({ min: 0, max: 300 });
    const extent = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(at, at, extent, extent, (left, top, width, height) => {
        const [right, bottom] = [left + width, top + height];
        const ends = hatching({ left, top, right, bottom }, 6).match(/[\d.]+,[\d.]+/g) ?? [];
        for (const end of ends) {
          const [x = 0, y = 0] = end.split(',').map(Number);
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x).toBeLessThanOrEqual(right);
          expect(y).toBeGreaterThanOrEqual(top);
          expect(y).toBeLessThanOrEqual(bottom);
        }
      }),
    );
  });

  it('has its lines where they were when the box grows', () => {
    const box = { left: 20, top: 0, right: 50, bottom: 12 };
    const wider = hatching({ ...box, right: 80 }, 6);
    const whole = hatching(box, 6).split('M').slice(2, 5);
    for (const line of whole) expect(wider).toContain(line);
  });
});
