import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swarm } from '../../../src/charts/depth-curve/swarm.ts';

describe('swarm', () => {
  it('leaves dots that do not touch in the middle', () => {
    expect(swarm([0, 20, 40], 10, 50)).toEqual([0, 0, 0]);
  });

  it('moves dots of one height apart, to either side in turn', () => {
    expect(swarm([5, 5, 5], 10, 50)).toEqual([0, 10, -10]);
  });

  it('keeps dots apart while there is room, and none beyond the room', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, (all) => {
        const shifts = swarm(all, 6, 100);
        all.forEach((height, k) => {
          expect(Math.abs(shifts[k])).toBeLessThanOrEqual(100);
          for (let other = 0; other < k; other++) {
            const distance = Math.hypot(height - all[other], shifts[k] - shifts[other]);
            expect(distance).toBeGreaterThan(5.99);
          }
        });
      }),
    );
  });
});
