import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from '../../../src/charts/history/decimate.ts';

const values = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 1,
  maxLength: 500,
});

/** First, least, greatest and last value of each column. */
function columns(x: ArrayLike<number>, y: ArrayLike<number>) {
  const found = new Map<number, number[]>();
  for (let k = 0; k < x.length; k++) {
    const column = Math.floor(Number(x[k]));
    found.set(column, [...(found.get(column) ?? []), Number(y[k])]);
  }
  return new Map(
    [...found].map(([column, all]) => [
      column,
      [all[0], Math.min(...all), Math.max(...all), all.at(-1)],
    ]),
  );
}

describe('decimate', () => {
  it('keeps first, least, greatest and last of every pixel column', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 60 }), (series, width) => {
        const float = Float32Array.from(series);
        const x = Float32Array.from(float, (_, k) => (k / float.length) * width);
        const line = decimate(float, float.length, (k) => Number(x[k]));
        expect(columns(line.x, line.y)).toEqual(columns(x, float));
        expect(line.x.length).toBeLessThanOrEqual(4 * width);
        expect([...line.x]).toEqual([...line.x].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves a series with fewer entries than pixels as it is', () => {
    const line = decimate([3, 1, 2], 3, (k) => 10 * k);
    expect([...line.y]).toEqual([3, 1, 2]);
    expect([...line.x]).toEqual([0, 10, 20]);
  });

  it('turns any run of missing values into one gap', () => {
    const gap = Number.NaN;
    const line = decimate([gap, gap, 1, gap, gap, gap, 2, gap], 8, (k) => k);
    expect([...line.y]).toEqual([1, gap, 2, gap]);
  });

  it('does not join the two sides of a gap within one pixel', () => {
    const line = decimate([1, Number.NaN, 2], 3, () => 0);
    expect([...line.y]).toEqual([1, Number.NaN, 2]);
  });

  it('is empty for an empty series', () => {
    expect(decimate([], 0, () => 0).x).toHaveLength(0);
  });
});
