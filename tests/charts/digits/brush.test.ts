import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintStroke } from '../../../src/charts/digits/brush.ts';

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe('paintStroke', () => {
  it('lays as much ink as a capsule of this length and radius has area', () => {
    const values = new Float32Array(40 * 40);
    paintStroke(values, 40, { x: 10.2, y: 12.7 }, { x: 28.9, y: 25.1 }, 2);
    const length = Math.hypot(18.7, 12.4);
    expect(sum(values)).toBeCloseTo(4 * length + 4 * Math.PI, -0.5);
  });

  it('has a smooth rim: full inside, none outside, some between', () => {
    const values = new Float32Array(9 * 9);
    paintStroke(values, 9, { x: 4.5, y: 4.5 }, { x: 4.5, y: 4.5 }, 1.5);
    expect(values[4 * 9 + 4]).toBe(1);
    expect(values[3 * 9 + 3]).toBeGreaterThan(0);
    expect(values[3 * 9 + 3]).toBeLessThan(1);
    expect(values[0]).toBe(0);
  });

  it('never takes ink away and never lays more than there is', () => {
    const place = fc.record({
      x: fc.double({ min: -5, max: 33, noNaN: true }),
      y: fc.double({ min: -5, max: 33, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const values = new Float32Array(28 * 28);
        paintStroke(values, 28, a, b, 1.3);
        const before = values.slice();
        paintStroke(values, 28, b, c, 1.3);
        for (const [k, value] of values.entries()) {
          expect(value).toBeGreaterThanOrEqual(Number(before[k]));
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whether a straight stroke comes in one piece or in two', () => {
    const [one, two] = [new Float32Array(784), new Float32Array(784)];
    paintStroke(one, 28, { x: 4, y: 4 }, { x: 20, y: 12 }, 1.3);
    paintStroke(two, 28, { x: 4, y: 4 }, { x: 12, y: 8 }, 1.3);
    paintStroke(two, 28, { x: 12, y: 8 }, { x: 20, y: 12 }, 1.3);
    for (const [k, value] of one.entries()) expect(two[k]).toBeCloseTo(value, 5);
  });
});
