import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrow } from '../../../src/charts/parts/arrow.ts';

const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('arrow', () => {
  it('has its tip exactly at the end, and its shaft begins at the start', () => {
    const { shaft, head } = arrow({ x: 10, y: 20 }, { x: 110, y: 20 }, 12);
    expect(numbers(head).slice(0, 2)).toEqual([110, 20]);
    expect(numbers(shaft).slice(0, 2)).toEqual([10, 20]);
  });

  it('has a head that grows with its length between two bounds', () => {
    const headLength = (length: number) => {
      const [tip = 0, , base = 0] = numbers(arrow({ x: 0, y: 0 }, { x: length, y: 0 }, 12).head);
      return tip - base;
    };
    expect(headLength(2)).toBeCloseTo(4.3, 1);
    expect(headLength(12)).toBeCloseTo(5.4, 1);
    expect(headLength(300)).toBeCloseTo(8.6, 1);
  });

  it('is nothing where the ends are the same or one is not known', () => {
    const nothing = { shaft: '', head: '' };
    expect(arrow({ x: 3, y: 3 }, { x: 3.2, y: 3 }, 12)).toEqual(nothing);
    expect(arrow({ x: 3, y: 3 }, { x: Number.NaN, y: 3 }, 12)).toEqual(nothing);
  });

  it('never draws its shaft beyond its tip', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 500, noNaN: true }),
      y: fc.double({ min: 0, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const [x0 = 0, y0 = 0, x1 = x0, y1 = y0] = numbers(arrow(from, to, 12).shaft);
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        expect(Math.hypot(x1 - x0, y1 - y0)).toBeLessThanOrEqual(length + 0.2);
      }),
    );
  });
});
