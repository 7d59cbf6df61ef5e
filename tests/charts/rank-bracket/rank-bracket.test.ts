// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/charts/chart.ts';
import {
  describeRankBracket,
  drawRankBracket,
} from '../../../src/charts/rank-bracket/rank-bracket.ts';
import { rankBracketFrame } from '../../../src/charts/rank-bracket/rank-bracket-frame.ts';
import { emptyPicture, markup, texts } from '../drawing.ts';

const measured = {
  jacobianRank: 1,
  bottleneckRank: 2,
  cost: 4.73,
  trail: [9, 7, 5],
  schatten: { bound: 2.9, holds: true },
};
const unknown = { jacobianRank: undefined, bottleneckRank: undefined, cost: undefined };
const size = { width: 400, height: 140, textSize: 12 };

/** The pixels from which and to which a label reaches. */
function span(label: Element | null) {
  const at = Number(label?.getAttribute('x'));
  const width = textWidth(label?.textContent ?? '', 12);
  const isLeft = label?.getAttribute('text-anchor') === 'end';
  return isLeft ? { from: at - width, to: at } : { from: at, to: at + width };
}

describe('drawRankBracket', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawRankBracket(svg, measured, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawRankBracket(svg, measured, size);
    const once = markup(svg);
    drawRankBracket(svg, measured, size);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawRankBracket(svg, unknown, size);
    drawRankBracket(
      svg,
      { ...measured, schatten: { bound: 50, holds: false } },
      { ...size, dimmed: true },
    );
    drawRankBracket(svg, measured, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawRankBracket(fresh, measured, size);
    expect(updated).toBe(markup(fresh));
  });

  it('has one label where both ranks are the same', () => {
    drawRankBracket(svg, { ...measured, bottleneckRank: 1 }, size);
    expect(texts(svg, '.names text')).toEqual(['Jacobian rank = bottleneck rank = 1']);
  });

  it('says when the bound does not hold', () => {
    drawRankBracket(svg, { ...measured, schatten: { bound: 6, holds: false } }, size);
    expect(svg.querySelectorAll('.broken')).toHaveLength(1);
    expect(texts(svg, '.schatten .name')[0]).toContain('broken');
  });

  it('does not call a bound broken because the pointer has moved on since', () => {
    drawRankBracket(svg, { ...measured, schatten: { bound: 6, holds: true } }, size);
    expect(svg.querySelectorAll('.broken')).toHaveLength(0);
    expect(texts(svg, '.schatten .name')).toEqual(['Schatten bound 6']);
  });

  it('marks where other depths came to rest, and names those that have room', () => {
    const settled = [
      { depth: 2, cost: 48 },
      { depth: 20, cost: 2.3 },
      { depth: 21, cost: 2.31 },
      { depth: 4, cost: 13 },
    ];
    drawRankBracket(svg, { ...measured, settled }, size);
    expect(svg.querySelector('.settled .ticks')?.getAttribute('d')?.match(/M/g)).toHaveLength(4);
    expect(texts(svg, '.settled text')).toEqual(['L = 20', 'L = 4', 'L = 2']);
    drawRankBracket(svg, measured, size);
    expect(texts(svg, '.settled text')).toEqual([]);
  });

  it('shows an axis and nothing else before anything is known', () => {
    drawRankBracket(svg, unknown, size);
    expect(texts(svg, '.name, .names text').join('')).toBe('');
    expect(svg.querySelectorAll('.trail circle')).toHaveLength(0);
    expect(texts(svg, '.x-labels text')).toContain('0');
  });

  it('keeps its labels apart and within the picture, whatever the ranks', () => {
    const rank = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(rank, rank, fc.integer({ min: 300, max: 900 }), (low, high, width) => {
        const data = { ...unknown, jacobianRank: low, bottleneckRank: high };
        const { ends } = rankBracketFrame(data, { ...size, width }, 12);
        const spans = ends.map(({ words, x, row }) => {
          const half = textWidth(words, 12) / 2;
          return { row, from: x - half, to: x + half };
        });
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(width);
        }
        const [first, second] = spans;
        if (first === undefined || second === undefined) return;
        expect(first.row !== second.row || first.to < second.from).toBe(true);
      }),
    );
  });

  it('writes the cost above the trail where there is room on no other side', () => {
    const height = (trail: number[]) => {
      drawRankBracket(svg, { ...measured, cost: 9.4, trail }, size);
      return Number(svg.querySelector('.cost .name')?.getAttribute('y'));
    };
    expect(height([5, 6, 7, 8, 9])).toBeLessThan(height([9.4]));
  });

  it('lays no label on an arm of the bracket or on the stem of the pointer, wherever they stand', () => {
    const rank = fc.integer({ min: 0, max: 4 });
    const cost = fc.double({ min: 1, max: 40, noNaN: true });
    const share = fc.double({ min: 0.6, max: 1, noNaN: true });
    fc.assert(
      fc.property(rank, rank, cost, share, (low, high, price, part) => {
        const bound = { bound: price * part, holds: true };
        const ranks = { jacobianRank: Math.min(low, high), bottleneckRank: Math.max(low, high) };
        const data = { ...measured, ...ranks, cost: price, trail: [], schatten: bound };
        drawRankBracket(svg, data, { ...size, width: 560 });
        const { x } = rankBracketFrame(data, { ...size, width: 560 }, 12);
        const uprights = [x(low), x(high)];
        for (const [name, lines] of [
          ['cost', uprights],
          ['schatten', [...uprights, x(price)]],
        ] as const) {
          const { from, to } = span(svg.querySelector(`.${name} .name`));
          expect(lines.filter((line) => from < line && line < to)).toEqual([]);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(560);
        }
      }),
    );
  });

  it('keeps a label beside its mark where nothing is in the way', () => {
    drawRankBracket(svg, { ...measured, cost: 24.5, trail: [], jacobianRank: 4 }, size);
    const { from } = span(svg.querySelector('.cost .name'));
    const { x } = rankBracketFrame({ ...measured, cost: 24.5 }, size, 12);
    expect(from - x(24.5)).toBeCloseTo(8.4, 0);
  });

  it('keeps the axis as long as it is told to', () => {
    const domain = (maximum: number | undefined) =>
      rankBracketFrame(measured, { ...size, maximum }, 12).x.domain()[1];
    expect(domain(undefined)).toBe(10);
    expect(domain(40)).toBe(50);
  });
});

describe('describeRankBracket', () => {
  it('says both ranks, where the norm is and whether the bound holds', () => {
    expect(describeRankBracket(measured)).toBe(
      'Jacobian rank 1, bottleneck rank 2. ‖θ‖²/L is 4.73, above both. Schatten bound: at least 2.9, which holds.',
    );
    expect(describeRankBracket({ ...measured, cost: 1.5 })).toContain('1.5, between them');
    const settled = [
      { depth: 4, cost: 13.4 },
      { depth: 2, cost: 48.4 },
    ];
    expect(describeRankBracket({ ...measured, settled })).toContain(
      'It came to rest at 48.4 for L = 2, 13.4 for L = 4.',
    );
    expect(describeRankBracket(unknown)).toBe('Jacobian rank unknown, bottleneck rank unknown.');
  });
});
