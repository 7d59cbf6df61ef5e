// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CountedRanks,
  describeLayerRanks,
  drawLayerRanks,
} from '../../../src/charts/layer-ranks/layer-ranks.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const ranks = (numerical: number, hasGap = true): CountedRanks => ({
  numerical,
  gap: hasGap ? numerical : undefined,
  stable: numerical / 2 + 0.5,
  effective: numerical + 0.4,
});
const data = {
  title: 'Activations Z, centred',
  layers: [ranks(6), ranks(2), ranks(1), ranks(1), ranks(3, false)],
  bottleneck: 3,
};
const size = { width: 400, height: 220, textSize: 12 };

describe('drawLayerRanks', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws a line for three of the counts and a diamond for every gap', () => {
    drawLayerRanks(svg, data, size);
    const corners = (name: string) =>
      (svg.querySelector(`.${name}`)?.getAttribute('d')?.match(/[ML]/g) ?? []).length;
    expect(['numerical', 'stable', 'effective'].map((name) => corners(`line-${name}`))).toEqual([
      5, 5, 5,
    ]);
    expect(svg.querySelector('.line-gap')?.getAttribute('d')).toBe('');
    expect(corners('dots-gap')).toBe(4);
    expect(corners('dots-numerical')).toBe(5);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawLayerRanks(svg, { title: '', layers: [] }, { ...size, highlighted: 1 });
    drawLayerRanks(svg, { title: 'W', layers: [ranks(40), ranks(2)] }, { ...size, dimmed: true });
    drawLayerRanks(svg, data, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawLayerRanks(fresh, data, size);
    expect(updated).toBe(markup(fresh));
  });

  it('names each way of counting where it ends, without overlap', () => {
    drawLayerRanks(svg, data, size);
    const names = [...svg.querySelectorAll('.names text')];
    expect(names.map((name) => name.textContent)).toEqual([
      'effective',
      'stable',
      'above threshold',
    ]);
    const heights = names.map((name) => Number(name.getAttribute('y'))).sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) {
      expect(heights[i] - heights[i - 1]).toBeGreaterThanOrEqual(12);
    }
  });

  it('keeps a rank of nothing on the floor and every mark within the picture', () => {
    drawLayerRanks(svg, { title: '', layers: [ranks(0, false), ranks(200)] }, size);
    const numbers = (svg.querySelector('.line-effective')?.getAttribute('d') ?? '')
      .split(/[ML,]/)
      .filter((part) => part !== '')
      .map(Number);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(Math.max(...numbers.filter((_, k) => k % 2 === 1))).toBeLessThanOrEqual(size.height);
  });

  it('reads out all four counts of the layer under the pointer and reports it', () => {
    const onHover = vi.fn();
    drawLayerRanks(svg, data, { ...size, onHover });
    const place = svg.querySelector('.bottleneck .rule')?.getAttribute('d') ?? '';
    movePointer(svg, Number(place.slice(1).split(',')[0]), 100);
    expect(onHover).toHaveBeenLastCalledWith(3);
    expect(texts(svg, '.read-out-text tspan, .read-out-text text').join(' ')).toContain('layer 3');
    expect(svg.textContent).toContain('stable 1');
    movePointer(svg, 0, 0, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });
});

describe('describeLayerRanks', () => {
  it('tells every count of every layer, and where the bottleneck is', () => {
    const words = describeLayerRanks(data);
    expect(words).toContain('above threshold: 6, 2, 1, 1, 3.');
    expect(words).toContain('before the gap: 6, 2, 1, 1, –.');
    expect(words).toContain('The bottleneck is at layer 3.');
    expect(describeLayerRanks({ title: '', layers: [] })).toBe('Nothing has been trained yet.');
  });
});
