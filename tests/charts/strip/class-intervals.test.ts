import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classIntervals, lanes, overlaps } from '../../../src/charts/strip/class-intervals.ts';

describe('class intervals', () => {
  it('reach from the first to the last point of each class, in order along the line', () => {
    expect(classIntervals([3, 1, -2, 2, Number.NaN], [0, 0, 2, 0, 2], 3)).toEqual([
      { class: 2, from: -2, to: -2 },
      { class: 0, from: 1, to: 3 },
    ]);
  });

  it('overlap where two or more share a stretch, which is told once', () => {
    const interval = (label: number, from: number, to: number) => ({ class: label, from, to });
    expect(overlaps([interval(0, 0, 2), interval(1, 3, 4)])).toEqual([]);
    expect(overlaps([interval(0, 0, 5), interval(1, 1, 2), interval(2, 4, 7)])).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(overlaps([interval(0, 0, 5), interval(1, 1, 4), interval(2, 2, 3)])).toEqual([[1, 4]]);
  });

  it('agree with asking of each place how many intervals it belongs to', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const intervals = pairs
          .map(([from, length], k) => ({ class: k, from, to: from + length }))
          .sort((a, b) => a.from - b.from || a.to - b.to);
        const common = overlaps(intervals);
        for (let place = 0.5; place < 40; place++) {
          const owners = intervals.filter(({ from, to }) => from < place && place < to).length;
          expect(common.some(([from, to]) => from < place && place < to)).toBe(owners > 1);
        }
      }),
    );
  });

  it('are laid in the fewest lanes in which they keep apart', () => {
    const stretches = [
      [0, 4],
      [2, 6],
      [5, 9],
      [7, 8],
    ] as const;
    expect(lanes(stretches, 0.5)).toEqual([0, 1, 0, 1]);
  });
});
