// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { describeTwoMinima, drawTwoMinima, type TwoMinimaData } from '../../../src/charts/index.ts';
import { emptyPicture, markup, texts } from '../drawing.ts';

const stop = (depth: number, loss: number, tripoints: number) => ({
  depth,
  values: [loss, tripoints],
  lines: ['3 seeds'],
  href: `?depth=${depth}`,
});
const loop: TwoMinimaData = {
  quantities: [
    { title: 'total loss', scale: 'log' },
    { title: 'tripoints', scale: 'linear', whole: true },
  ],
  paths: [
    { path: 'grown', stops: [stop(2, 0.13, 3), stop(6, 0.055, 3), stop(9, 0.051, 3)] },
    { path: 'restarted', stops: [stop(2, 0.13, 3), stop(6, 0.0476, 0), stop(9, 0.0442, 0)] },
    { path: 'shrunk', stops: [stop(9, 0.0442, 0), stop(6, 0.048, 0), stop(2, 0.15, 1)] },
  ],
};
const size = { width: 420, height: 360, textSize: 12 };

describe('drawTwoMinima', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawTwoMinima(svg, loop, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawTwoMinima(svg, loop, size);
    const once = markup(svg);
    drawTwoMinima(svg, loop, size);
    expect(markup(svg)).toBe(once);
  });

  it('names every path in every panel', () => {
    drawTwoMinima(svg, loop, size);
    expect(texts(svg, '.ends text')).toEqual([
      ...['grown', 'restarted', 'shrunk'],
      ...['grown', 'restarted', 'shrunk'],
    ]);
  });

  it('has arrows of direction on the paths that have one', () => {
    drawTwoMinima(svg, loop, size);
    const heads = (path: string) =>
      svg.querySelector(`.panel .${path} .heads`)?.getAttribute('d') ?? '';
    const tips = (path: string) =>
      [...heads(path).matchAll(/M([\d.]+),[\d.]+L([\d.]+)/g)].map(([, tip, base]) =>
        Math.sign(Number(tip) - Number(base)),
      );
    expect(new Set(tips('grown'))).toEqual(new Set([1]));
    expect(new Set(tips('shrunk'))).toEqual(new Set([-1]));
    expect(heads('restarted')).toBe('');
  });

  it('makes every stop a link in every panel, and no place of what is not known', () => {
    drawTwoMinima(svg, loop, size);
    expect(svg.querySelectorAll('a.mark')).toHaveLength(18);
    const unknown = { path: 'grown' as const, stops: [stop(2, Number.NaN, 3)] };
    drawTwoMinima(svg, { ...loop, paths: [unknown] }, size);
    expect(svg.querySelectorAll('a.mark')).toHaveLength(1);
    drawTwoMinima(svg, { ...loop, paths: [] }, size);
    expect(markup(svg)).not.toMatch(/NaN|Infinity/);
  });
});

describe('describeTwoMinima', () => {
  it('says every quantity along every path', () => {
    const text = describeTwoMinima(loop);
    expect(text).toContain('total loss, grown: L = 2: 0.13, L = 6: 0.055, L = 9: 0.051.');
    expect(text).toContain('tripoints, shrunk: L = 2: 1, L = 6: 0, L = 9: 0.');
    expect(describeTwoMinima({ ...loop, paths: [] })).toBe('Nothing has been measured yet.');
  });
});
