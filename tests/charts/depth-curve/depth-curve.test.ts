// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type DepthCurveData,
  describeDepthCurve,
  drawDepthCurve,
} from '../../../src/charts/index.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const dot = (depth: number, value: number, seed: number) => ({
  depth,
  value,
  lines: [`seed ${seed}`],
  href: `?depth=${depth}&seed=${seed}`,
});
const cost: DepthCurveData = {
  quantity: { title: '‖θ‖²/L', scale: 'linear' },
  dots: [dot(2, 48, 0), dot(2, 49, 1), dot(9, 4.7, 0), dot(9, 4.8, 1), dot(9, 5.4, 2)],
  guides: [
    { name: 'k = 1', constant: 1, overDepth: 0 },
    { name: 'k + C/L', constant: 1, overDepth: 40 },
  ],
};
const size = { width: 420, height: 260, textSize: 12 };

describe('drawDepthCurve', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawDepthCurve(svg, cost, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawDepthCurve(svg, cost, size);
    const once = markup(svg);
    drawDepthCurve(svg, cost, size);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawDepthCurve(svg, { ...cost, dots: [], guides: [] }, size);
    drawDepthCurve(svg, { ...cost, dots: cost.dots.slice(2) }, size);
    drawDepthCurve(svg, cost, size);
    const updated = texts(svg, '.ends text, .x-labels text, a');
    const fresh = emptyPicture();
    drawDepthCurve(fresh, cost, size);
    expect(updated).toEqual(texts(fresh, '.ends text, .x-labels text, a'));
    expect(svg.querySelector('.median')?.getAttribute('d')).toBe(
      fresh.querySelector('.median')?.getAttribute('d'),
    );
  });

  it('makes every run a link to it', () => {
    drawDepthCurve(svg, cost, size);
    const links = [...svg.querySelectorAll('a.mark')].map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(5);
    expect(links).toContain('?depth=9&seed=2');
  });

  it('reads a run out under the pointer and under the focus', () => {
    drawDepthCurve(svg, cost, size);
    const link = svg.querySelector<SVGAElement>('a[href="?depth=9&seed=2"]');
    const [, x, y] =
      /^M([\d.]+),([\d.]+)/.exec(link?.firstElementChild?.getAttribute('d') ?? '') ?? [];
    movePointer(svg, Number(x), Number(y));
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 9: 5.4', 'seed 2']);
    movePointer(svg, 0, 0);
    expect(texts(svg, '.read-out tspan')).toEqual([]);
    link?.focus();
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 9: 5.4', 'seed 2']);
  });

  it('has one stop in the order of tabs, from which the arrow keys go on', () => {
    drawDepthCurve(svg, cost, size);
    const stops = () => [...svg.querySelectorAll('a[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    (stops()[0] as SVGAElement).focus();
    const before = stops()[0].getAttribute('href');
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
    );
    expect(stops()).toHaveLength(1);
    expect(before).toContain('depth=2');
    expect(stops()[0].getAttribute('href')).toContain('depth=9');
    expect(document.activeElement).toBe(stops()[0]);
  });

  it('keeps the focus on a run while others come in', () => {
    drawDepthCurve(svg, { ...cost, dots: cost.dots.slice(3) }, size);
    const link = svg.querySelector<SVGAElement>('a[href="?depth=9&seed=2"]');
    link?.focus();
    drawDepthCurve(svg, cost, size);
    expect(document.activeElement).toBe(link);
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 9: 5.4', 'seed 2']);
  });

  it('leaves out runs whose value is not known', () => {
    drawDepthCurve(svg, { ...cost, dots: [dot(2, Number.NaN, 0), dot(9, 5, 0)] }, size);
    expect(svg.querySelectorAll('a.mark')).toHaveLength(1);
  });

  it('draws a guide through points, and the least of the runs where it is asked for', () => {
    const thread = {
      name: 'thread',
      points: [2, 9].map((depth) => ({ depth, value: 30 / depth })),
    };
    drawDepthCurve(svg, { ...cost, guides: [thread], line: 'least' }, size);
    expect(texts(svg, '.ends text').toSorted()).toEqual(['cheapest found', 'thread']);
    expect(svg.querySelector('.curves path')?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(2);
    expect(describeDepthCurve({ ...cost, line: 'least' })).toContain('L = 9: 4.7');
    drawDepthCurve(svg, { ...cost, guides: [{ name: 'thread', points: [] }] }, size);
    expect(texts(svg, '.ends text')).toEqual(['median']);
  });

  it('reads a point of a guide out where it has something to say', () => {
    const points = [
      { depth: 2, value: 15 },
      { depth: 9, value: 10, lines: ['‖θ‖² 90'] },
    ];
    drawDepthCurve(svg, { ...cost, guides: [{ name: 'thread', points }] }, size);
    const marks = svg.querySelectorAll<SVGAElement>('a.guide-point');
    expect([...marks].map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'L = 9: thread 10; ‖θ‖² 90',
    ]);
    expect(marks[0].hasAttribute('href')).toBe(false);
    marks[0].focus();
    expect(texts(svg, '.read-out tspan')).toEqual(['L = 9: thread 10', '‖θ‖² 90']);
  });

  it('shows an axis and nothing else before anything is known', () => {
    drawDepthCurve(svg, { ...cost, dots: [] }, size);
    expect(svg.querySelectorAll('a.mark, .ends text, .curves path')).toHaveLength(0);
    expect(markup(svg)).not.toMatch(/NaN|Infinity/);
  });
});

describe('describeDepthCurve', () => {
  it('says the medians from depth to depth', () => {
    expect(describeDepthCurve(cost)).toBe('‖θ‖²/L of 5 runs, medians: L = 2: 48.5, L = 9: 4.8.');
    expect(describeDepthCurve({ ...cost, line: 'medianRank' })).toContain('L = 2: 48, L = 9: 4.8');
    expect(describeDepthCurve({ ...cost, dots: [] })).toBe('Nothing has been measured yet.');
  });
});
