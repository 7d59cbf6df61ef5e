import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../../../src/charts/class-map/contains.ts';

describe('contains', () => {
  it('agrees with the distance from the middle of a many-cornered ring', () => {
    const ring = Float32Array.from({ length: 400 }, (_, k) => {
      const angle = (2 * Math.PI * Math.floor(k / 2)) / 200;
      return k % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
    });
    const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const distance = Math.hypot(x, y);
        fc.pre(Math.abs(distance - 1) > 0.01);
        expect(contains([ring], x, y)).toBe(distance < 1);
      }),
    );
  });
});
