// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeStrip, drawStrip, type StripData } from '../../../src/charts/strip/strip.ts';
import { stripFrame } from '../../../src/charts/strip/strip-frame.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const apart: StripData = {
  positions: [-3, -2, 0, 1, 3, 4],
  labels: [1, 1, 0, 0, 2, 2],
  classCount: 3,
  explained: 0.97,
};
const overlapping: StripData = { ...apart, positions: [-3, 0.5, 0, 1, 3, 4] };
const cut = [
  { class: 1, from: -20, to: -1 },
  { class: 0, from: -1, to: 2 },
  { class: 2, from: 2, to: 30 },
];
const size = { width: 500, height: 140, textSize: 12 };

describe('drawStrip', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawStrip(svg, overlapping, { ...size, marker: 2 });
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawStrip(svg, apart, { ...size, highlighted: 2, marker: 3.5 });
    const once = markup(svg);
    drawStrip(svg, apart, { ...size, highlighted: 2, marker: 3.5 });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawStrip(svg, { positions: [], labels: [], classCount: 0 }, size);
    drawStrip(svg, overlapping, { ...size, highlighted: 2, marker: 1, dimmed: true });
    drawStrip(svg, apart, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawStrip(fresh, apart, size);
    expect(updated).toBe(markup(fresh));
  });

  it('names the classes in the order in which they lie', () => {
    drawStrip(svg, apart, { ...size, classNames: ['P', 'Q', 'R'] });
    expect(texts(svg, '.letters text')).toEqual(['Q', 'P', 'R']);
    expect(texts(svg, '.x-title')).toEqual(['PC 1, 97\u00a0%']);
  });

  it('hatches what belongs to two classes, and sets their brackets one above the other', () => {
    const heights = () =>
      new Set([...svg.querySelectorAll('.letters text')].map((text) => text.getAttribute('y')));
    drawStrip(svg, apart, size);
    expect(svg.querySelector('.overlaps')?.getAttribute('d')).toBe('');
    expect(heights().size).toBe(1);
    drawStrip(svg, overlapping, size);
    expect(svg.querySelector('.overlaps')?.getAttribute('d')).not.toBe('');
    expect(heights().size).toBe(2);
  });

  it('keeps the height of a point while it moves, and spreads the points over the strip', () => {
    const before = stripFrame(apart, size, 12);
    const after = stripFrame({ ...apart, positions: [-9, 2, 0, 1, 3, 7] }, { ...size }, 12);
    for (let n = 0; n < 6; n++) {
      expect(after.place(n).y - after.plot.top).toBeGreaterThan(0);
      expect(before.place(n).y).toBeLessThan(before.plot.bottom);
    }
    const again = stripFrame({ ...apart, positions: [-3, -2, 0.1, 1, 3, 4] }, size, 12);
    expect(again.place(2).y).toBe(before.place(2).y);
    expect(new Set([0, 1, 2, 3, 4, 5].map((n) => before.place(n).y)).size).toBe(6);
  });

  it('still has an axis when the network has collapsed', () => {
    drawStrip(
      svg,
      { ...apart, positions: apart.labels.length > 0 ? [2, 2, 2, 2, 2, 2] : [] },
      size,
    );
    const labels = texts(svg, '.x-labels text');
    expect(new Set(labels).size).toBe(labels.length);
    expect(markup(svg)).not.toMatch(/NaN|Infinity/);
  });

  it('makes room for a marker beyond the data', () => {
    const frame = stripFrame(apart, { ...size, marker: 9 }, 12);
    expect(frame.x(9)).toBeLessThan(size.width);
  });

  it('tints the whole line by the class it is sent to, under what has data, and marks the cuts', () => {
    drawStrip(svg, { ...apart, stretches: cut }, size);
    const { x, plot } = stripFrame(apart, size, 12);
    const rects = [...svg.querySelectorAll('.stretches rect')];
    const ends = rects.map((rect) => {
      const [from, width] = ['x', 'width'].map((name) => Number(rect.getAttribute(name)));
      return [from, from + width];
    });
    // Beyond the picture nothing is drawn, and between its ends nothing is left out.
    expect(ends[0][0]).toBe(plot.left);
    expect(ends[2][1]).toBeCloseTo(plot.right);
    expect(ends[0][1]).toBeCloseTo(x(-1), 0);
    expect(svg.querySelector('.cuts .lines')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    movePointer(svg, x(-1.2), (plot.top + plot.bottom) / 2);
    expect(texts(svg, '.read-out tspan')[0]).toBe('sent to B');
  });

  it('tells which point the pointer is on, else the place alone', () => {
    const onHover = vi.fn();
    drawStrip(svg, apart, { ...size, onHover });
    const { place, x, plot } = stripFrame(apart, size, 12);
    movePointer(svg, place(4).x + 2, place(4).y);
    expect(onHover).toHaveBeenLastCalledWith({ position: 3, point: 4 });
    expect(texts(svg, '.read-out tspan')).toEqual(['class C', '3']);
    movePointer(svg, x(-1), (plot.top + plot.bottom) / 2);
    expect(onHover.mock.lastCall?.[0]).toMatchObject({ point: undefined });
    expect(texts(svg, '.read-out tspan')[0]).toBe('between the classes');
    movePointer(svg, 0, 0, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });
});

describe('describeStrip', () => {
  it('says in which order the classes lie and whether they overlap', () => {
    expect(describeStrip(apart)).toBe(
      '6 points on the first principal coordinate (97\u00a0% of the variance). In order: B from −3 to −2, A from 0 to 1 and C from 3 to 4. No two classes overlap.',
    );
    expect(describeStrip(overlapping)).toContain('Classes overlap from 0 to 0.5.');
    expect(describeStrip({ ...apart, stretches: cut })).toContain(
      'The network cuts the line itself into B from −20 to −1, A from −1 to 2 and C from 2 to 30.',
    );
  });
});
