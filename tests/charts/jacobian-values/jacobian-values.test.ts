// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  describeJacobianValues,
  drawJacobianValues,
} from '../../../src/charts/jacobian-values/jacobian-values.ts';
import { jacobianValuesFrame } from '../../../src/charts/jacobian-values/jacobian-values-frame.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const spread = (median: number) => ({
  least: median / 4,
  lowerQuartile: median / 2,
  median,
  upperQuartile: median * 2,
  largest: median * 4,
});
const measured = {
  points: 2343,
  spreads: [spread(3), spread(0.02)],
  rank: 1,
  atRank: [4, 0.05],
};
const nothing = { points: 0, spreads: [], rank: 0, atRank: [] };
const size = { width: 400, height: 120, textSize: 12 };

describe('drawJacobianValues', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawJacobianValues(svg, measured, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawJacobianValues(svg, measured, size);
    const once = markup(svg);
    drawJacobianValues(svg, measured, size);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawJacobianValues(svg, nothing, size);
    drawJacobianValues(svg, { ...measured, rank: 2 }, { ...size, dimmed: true });
    drawJacobianValues(svg, measured, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawJacobianValues(fresh, measured, size);
    expect(updated).toBe(markup(fresh));
  });

  it('tells the values that count towards the rank from those that do not', () => {
    const marks = (rank: number) => {
      drawJacobianValues(svg, { ...measured, rank }, size);
      return ['strong', 'weak'].map(
        (name) => svg.querySelector(`.marks .${name}`)?.getAttribute('d')?.match(/M/g)?.length ?? 0,
      );
    };
    expect(marks(1)).toEqual([1, 1]);
    expect(marks(2)).toEqual([2, 0]);
    expect(marks(0)).toEqual([0, 2]);
  });

  it('reads a row out under the pointer', () => {
    drawJacobianValues(svg, measured, size);
    const { y } = jacobianValuesFrame(measured, size, 12);
    movePointer(svg, 200, y(1));
    expect(texts(svg, '.read-out tspan')).toEqual([
      's₂ from 0.005 to 0.08, median 0.02',
      'half of the points from 0.01 to 0.04',
      '0.05 at a point of rank 1',
    ]);
    movePointer(svg, 200, y(1), 'pointerleave');
    expect(texts(svg, '.read-out tspan')).toEqual([]);
  });

  it('keeps all values within the picture, whatever they are', () => {
    const extreme = {
      points: 1,
      spreads: [0, 1e-20, 1e-3, 1e5].map(spread),
      rank: 0,
      atRank: [0, Number.NaN, 1e9, 1],
    };
    const { x, plot } = jacobianValuesFrame(extreme, size, 12);
    for (const value of [0, 1e-20, 1, 4e5, 1e9, Number.NaN]) {
      expect(x(value)).toBeGreaterThanOrEqual(plot.left);
      expect(x(value)).toBeLessThanOrEqual(plot.right);
    }
  });

  it('has room for ten rows', () => {
    const ten = { ...measured, spreads: Array.from({ length: 10 }, () => spread(1)) };
    const { y, plot } = jacobianValuesFrame(ten, { ...size, height: 190 }, 12);
    expect(y(9)).toBeLessThan(plot.bottom);
    expect(plot.bottom).toBeLessThanOrEqual(190 - 36);
  });
});

describe('describeJacobianValues', () => {
  it('says how each value is spread, and what it is where the rank is largest', () => {
    expect(describeJacobianValues(measured)).toBe(
      'Singular values of the Jacobian over 2343 points: s₁ from 0.75 to 12, median 3; s₂ from 0.005 to 0.08, median 0.02. At a point of the largest rank, 1: 4, 0.05.',
    );
    expect(describeJacobianValues(nothing)).toBe('No Jacobians have been taken yet.');
  });
});
