import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePoints,
  encodePoints,
  linkOrder,
  mostPoints,
  type OwnPoints,
  randomStream,
} from '../../../src/experiment/index.ts';
import { anyPoints, pointsOf } from './arbitrary-points.ts';

function decoded(text: string): OwnPoints {
  const points = decodePoints(text);
  if (!points) throw new Error(`“${text}” is no set of points.`);
  return points;
}

const half = 3 / 4095 + 1e-6;
const within = (value: number) => Math.min(3, Math.max(-3, value));

/** Points as sortable rows, so that sets can be compared whatever their order. */
function rows({ inputs, labels }: OwnPoints): [number, number, number][] {
  return Array.from(labels, (label, i): [number, number, number] => [
    label,
    inputs[2 * i],
    inputs[2 * i + 1],
  ]).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

describe('own points in a link', () => {
  it('come back as many of each class, each within half a grid line of where it was', () => {
    fc.assert(
      fc.property(anyPoints(60), (points) => {
        const back = decoded(encodePoints(points));
        expect(back.labels).toHaveLength(points.labels.length);
        const left = rows(back);
        for (const [label, x, y] of rows(points)) {
          const at = left.findIndex(
            (row) =>
              row[0] === label &&
              Math.abs(row[1] - within(x)) <= half &&
              Math.abs(row[2] - within(y)) <= half,
          );
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('do not change any more after the first round trip', () => {
    fc.assert(
      fc.property(anyPoints(60), (points) => {
        const text = encodePoints(points);
        expect(encodePoints(decoded(text))).toBe(text);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('give the same text in whatever order they were made', () => {
    const points = [
      { x: 1, y: 2, label: 0 },
      { x: -1, y: 0.5, label: 3 },
      { x: 1, y: 2, label: 0 },
      { x: 2, y: -2, label: 1 },
    ];
    expect(encodePoints(pointsOf([...points].reverse()))).toBe(encodePoints(pointsOf(points)));
  });

  it('come back in the order that is told beforehand', () => {
    fc.assert(
      fc.property(anyPoints(40), (points) => {
        const back = decoded(encodePoints(points));
        for (const [row, index] of linkOrder(points).entries()) {
          expect(back.labels[row]).toBe(points.labels[index]);
          expect(Math.abs(back.inputs[2 * row] - within(points.inputs[2 * index]))).toBeLessThan(
            half,
          );
        }
      }),
      { seed: 5 },
    );
  });

  it('use letters that a link does not have to escape', () => {
    fc.assert(
      fc.property(anyPoints(60), (points) => {
        expect(encodePoints(points)).toMatch(/^[\w-]*$/);
      }),
      { seed: 3 },
    );
  });

  it('fit into a link of 8,000 letters even when there are 2,000 of them all over the map', () => {
    const random = randomStream(0, 'scattered');
    const scattered = Array.from({ length: mostPoints }, (_, i) => ({
      x: 6 * random.uniform() - 3,
      y: 6 * random.uniform() - 3,
      label: i % 4,
    }));
    expect(encodePoints(pointsOf(scattered)).length).toBeLessThan(6000);
    const huddled = scattered.map(({ x, y, label }) => ({ x: x / 8, y: y / 8, label }));
    expect(encodePoints(pointsOf(huddled)).length).toBeLessThan(4000);
    expect(encodePoints(pointsOf(scattered.slice(0, 40))).length).toBeLessThan(180);
  });

  it('take no more than 2,000 points', () => {
    const same = Array.from({ length: mostPoints + 1 }, () => ({ x: 0, y: 0, label: 0 }));
    expect(decodePoints(encodePoints(pointsOf(same)))).toBeUndefined();
    expect(decodePoints(encodePoints(pointsOf(same.slice(1))))?.labels).toHaveLength(mostPoints);
  });

  it('are refused, not misread, where the text is cut short, too long or of other letters', () => {
    const text = encodePoints(
      pointsOf([
        { x: 1, y: 2, label: 0 },
        { x: -2, y: 0.5, label: 3 },
      ]),
    );
    for (let length = 1; length < text.length; length++) {
      expect(decodePoints(text.slice(0, length))).toBeUndefined();
    }
    for (const wrong of [`${text}A`, `${text}w`, `2${text.slice(1)}`, `${text.slice(0, -1)}!`]) {
      expect(decodePoints(wrong)).toBeUndefined();
    }
  });

  it('never make a reader fail, whatever the text', () => {
    const letters = fc.constantFrom(...'ABCDwxyz0189-_');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 80 }), (text) => {
        const points = decodePoints(`1${text}`);
        if (points) expect(points.inputs.every((value) => Math.abs(value) <= 3)).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('are the empty text where there are none', () => {
    expect(encodePoints(pointsOf([]))).toBe('');
    expect(decoded('').labels).toHaveLength(0);
  });
});
