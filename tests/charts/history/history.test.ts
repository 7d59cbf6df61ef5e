// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  describeHistory,
  drawHistory,
  type HistoryData,
} from '../../../src/charts/history/history.ts';
import { nearest } from '../../../src/charts/history/history-read-out.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

function run(count: number): HistoryData {
  const steps = Array.from({ length: count }, (_, k) => k * 10);
  return {
    steps,
    series: [
      {
        title: 'loss',
        unit: 'cross-entropy',
        values: steps.map((s) => 1.4 * 0.99 ** s + 0.01),
        scale: 'log',
      },
      {
        title: 'accuracy',
        values: steps.map((s) => Math.min(1, 0.25 + s / 100)),
        scale: 'linear',
        domain: [0, 1],
        percent: true,
      },
      { title: '‖θ‖²/L', values: steps.map((s) => 4 + s / 50), scale: 'linear' },
    ],
    events: [{ step: 40, label: 'ridge rises' }],
  };
}
const size = { width: 420, height: 340, textSize: 12 };

describe('drawHistory', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawHistory(svg, run(12), size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    const options = { ...size, highlighted: 50 };
    drawHistory(svg, run(12), options);
    const once = markup(svg);
    drawHistory(svg, run(12), options);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawHistory(svg, { steps: [], series: [], events: [] }, size);
    drawHistory(svg, run(30), { ...size, highlighted: 50, arrangement: 'columns' });
    drawHistory(svg, run(12), size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawHistory(fresh, run(12), size);
    expect(updated).toBe(markup(fresh));
  });

  it('writes the last value of each series at the end of its line', () => {
    drawHistory(svg, run(12), size);
    expect(texts(svg, '.final')).toEqual(['0.473', '100\u00a0%', '6.2']);
  });

  it('marks events in every panel and names them once', () => {
    drawHistory(svg, run(12), size);
    expect(texts(svg, '.events text')).toEqual(['ridge rises']);
    const rules = [...svg.querySelectorAll('.rules')].map((rule) => rule.getAttribute('d'));
    expect(rules.every((path) => path !== '')).toBe(true);
  });

  it('draws at most four vertices for a pixel column, however many steps there are', () => {
    const steps = Float64Array.from({ length: 20000 }, (_, k) => k);
    const values = steps.map((step) => (Math.sin(step * 12.9898) * 43758.5453) % 1);
    drawHistory(
      svg,
      { steps, series: [{ title: 'noise', values, scale: 'linear' }], events: [] },
      size,
    );
    const vertices = svg.querySelector('.line')?.getAttribute('d')?.match(/[ML]/g)?.length ?? 0;
    expect(vertices).toBeGreaterThan(size.width);
    expect(vertices).toBeLessThanOrEqual(4 * size.width);
  });

  it('breaks a line at what is not a number, and at nothing positive on a log axis', () => {
    const values = [1, 2, Number.NaN, 4, 0, 5];
    const steps = [0, 10, 20, 30, 40, 50];
    const pieces = (scale: 'log' | 'linear') => {
      drawHistory(svg, { steps, series: [{ title: 't', values, scale }], events: [] }, size);
      return svg.querySelector('.line')?.getAttribute('d')?.match(/M/g)?.length;
    };
    expect(pieces('linear')).toBe(2);
    expect(pieces('log')).toBe(3);
  });

  it.each([
    ['nothing', run(0)],
    ['one step', run(1)],
    [
      'a diverged run',
      {
        ...run(2),
        series: [{ title: 't', values: [1, Number.POSITIVE_INFINITY], scale: 'log' as const }],
      },
    ],
  ])('draws %s on either step axis without a number that is none', (_, data) => {
    for (const xScale of ['linear', 'log'] as const) {
      drawHistory(svg, data, { ...size, width: 280, xScale, highlighted: 0 });
      expect(markup(svg)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('leaves room for the steps still to come', () => {
    drawHistory(svg, run(12), { ...size, lastStep: 1000 });
    expect(texts(svg, '.x-labels text').at(-1)).toBe('1000');
  });

  it('reads all series at the step under the pointer', () => {
    const onHover = vi.fn();
    drawHistory(svg, run(12), { ...size, onHover });
    const tick = [...svg.querySelectorAll('.x-labels text')].find(
      (label) => label.textContent === '20',
    );
    movePointer(svg, Number(tick?.getAttribute('x')), 60);
    expect(onHover).toHaveBeenLastCalledWith(20);
    expect(texts(svg, '.cross-hair .value')).toEqual(['step 20: 1.16', '45\u00a0%', '4.4']);
    movePointer(svg, 0, 0, 'pointerleave');
    expect(texts(svg, '.cross-hair .value')).toEqual([]);
  });
});

describe('nearest', () => {
  it('finds the nearest entry of any ascending series', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: -100, max: 1100 }),
        (steps, value) => {
          const ascending = steps.sort((a, b) => a - b);
          const least = Math.min(...ascending.map((step) => Math.abs(step - value)));
          expect(Math.abs(Number(ascending[nearest(ascending, value)]) - value)).toBe(least);
        },
      ),
    );
  });
});

describe('describeHistory', () => {
  it('says where each series began, what it ranged over and where it is', () => {
    expect(describeHistory(run(12))).toBe(
      '12 entries, up to step 110. loss (cross-entropy): from 1.41 to 0.473, between 0.473 and 1.41. accuracy: from 25\u00a0% to 100\u00a0%, between 25\u00a0% and 100\u00a0%. ‖θ‖²/L: from 4 to 6.2, between 4 and 6.2. Marked: ridge rises at step 40.',
    );
  });

  it('says so when nothing was trained or measured yet', () => {
    expect(describeHistory(run(0))).toBe('No steps trained yet.');
    const series = [{ title: 'accuracy', values: [Number.NaN], scale: 'linear' as const }];
    expect(describeHistory({ steps: [0], series, events: [] })).toBe(
      '1 entry, up to step 0. accuracy: not measured yet.',
    );
  });
});
