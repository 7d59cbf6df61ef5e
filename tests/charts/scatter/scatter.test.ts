// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  describeScatter,
  drawScatter,
  type ScatterData,
} from '../../../src/charts/scatter/scatter.ts';
import { scatterFrame } from '../../../src/charts/scatter/scatter-frame.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const data: ScatterData = {
  points: [-2, 0.5, -1, -0.5, 1, 0.25, 2, -0.25],
  labels: [0, 0, 1, 1],
  classCount: 2,
  explained: [0.97, 0.021],
};
const size = { width: 400, height: 300, textSize: 12 };

describe('drawScatter', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawScatter(svg, data, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawScatter(svg, data, { ...size, highlighted: 2 });
    const once = markup(svg);
    drawScatter(svg, data, { ...size, highlighted: 2 });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawScatter(svg, { points: [], labels: [], classCount: 0 }, size);
    drawScatter(
      svg,
      { points: [1, 1], labels: [4], classCount: 5 },
      { ...size, highlighted: 0, dimmed: true },
    );
    drawScatter(svg, data, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawScatter(fresh, data, size);
    expect(updated).toBe(markup(fresh));
  });

  it('writes the explained shares into the axis titles', () => {
    drawScatter(svg, data, size);
    expect(texts(svg, '.x-title, .y-title')).toEqual(['PC 1, 97\u00a0%', 'PC 2, 2.1\u00a0%']);
    drawScatter(svg, { ...data, explained: undefined }, size);
    expect(texts(svg, '.x-title, .y-title')).toEqual(['PC 1', 'PC 2']);
  });

  it('keeps the commands of its paths while points move, so that they can glide', () => {
    const commands = () =>
      [...svg.querySelectorAll('.symbols path')].map((path) =>
        path.getAttribute('d')?.replace(/[^a-zA-Z]/g, ''),
      );
    drawScatter(svg, data, size);
    const before = commands();
    drawScatter(
      svg,
      { ...data, points: data.points.length > 0 ? [5, 5, 4, 4, 3, 3, 9, 9] : [] },
      size,
    );
    expect(commands()).toEqual(before);
  });

  it('has equal scales and keeps every point within the plot', () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), (pairs) => {
        const labels = pairs.map(() => 0);
        const frame = scatterFrame({ points: pairs.flat(), labels, classCount: 1 }, size, 12);
        expect(frame.y.factor).toBe(-frame.x.factor);
        for (const [x, y] of pairs) {
          const [px, py] = [
            frame.x.offset + frame.x.factor * x,
            frame.y.offset + frame.y.factor * y,
          ];
          expect(px).toBeGreaterThan(frame.plot.left - 0.01);
          expect(px).toBeLessThan(frame.plot.right + 0.01);
          expect(py).toBeGreaterThan(frame.plot.top - 0.01);
          expect(py).toBeLessThan(frame.plot.bottom + 0.01);
        }
      }),
    );
  });

  it('still has an axis when all points lie in one place', () => {
    drawScatter(svg, { ...data, points: new Float32Array(8) }, size);
    expect(new Set(texts(svg, '.x-labels text')).size).toBeGreaterThan(1);
    expect(markup(svg)).not.toMatch(/NaN|Infinity/);
  });

  it('tells which point the pointer is on', () => {
    const onHover = vi.fn();
    drawScatter(svg, data, { ...size, classNames: ['left', 'right'], onHover });
    const { x, y } = scatterFrame(data, size, 12);
    movePointer(svg, x.offset + 2 * x.factor + 3, y.offset - 0.25 * y.factor);
    expect(onHover).toHaveBeenLastCalledWith(3);
    expect(texts(svg, '.read-out tspan')).toEqual(['class right', '2, −0.25']);
    movePointer(svg, 0, 0, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
    expect(texts(svg, '.read-out tspan')).toEqual([]);
  });
});

describe('describeScatter', () => {
  it('says what the axes explain and where the classes are', () => {
    expect(describeScatter(data)).toBe(
      '4 points by the first two principal coordinates. They explain 97\u00a0% and 2.1\u00a0% of the variance. Middle of each class: A at (−1.5, 0) and B at (1.5, 0).',
    );
    expect(describeScatter({ points: [], labels: [], classCount: 0 })).toBe(
      'No points to show yet.',
    );
  });
});
