// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeLayerStack, drawLayerStack } from '../../../src/charts/layer-stack/layer-stack.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const net = { depth: 5, width: 50, inputs: 2, outputs: 4, ranks: [9, 3, 1, 1, 3] };
const size = { width: 280, height: 300, textSize: 12 };

describe('drawLayerStack', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it.each(['up', 'right'] as const)('draws this markup with the output %s', (orientation) => {
    drawLayerStack(svg, net, { ...size, orientation });
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawLayerStack(svg, net, { ...size, highlighted: 3 });
    const once = markup(svg);
    drawLayerStack(svg, net, { ...size, highlighted: 3 });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawLayerStack(svg, { ...net, depth: 2, ranks: undefined }, size);
    drawLayerStack(
      svg,
      { ...net, depth: 48, ranks: new Array(48).fill(2) },
      { ...size, dimmed: true },
    );
    drawLayerStack(svg, net, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawLayerStack(fresh, net, size);
    expect(updated).toBe(markup(fresh));
  });

  it('inks each slab as far as its rank reaches', () => {
    drawLayerStack(svg, net, size);
    const width = (selector: string) =>
      [...svg.querySelectorAll(selector)].map((bar) => Number(bar.getAttribute('width')));
    const [full = 0] = width('.neurons rect').slice(1);
    expect(width('.inked rect')[0]).toBeCloseTo((9 / 50) * full, 0);
    expect(svg.querySelectorAll('.inked .narrowest')).toHaveLength(2);
  });

  it('shows the layers alone before ranks are known', () => {
    drawLayerStack(svg, { ...net, ranks: undefined }, size);
    expect(svg.querySelectorAll('.neurons rect')).toHaveLength(6);
    expect(svg.querySelectorAll('.inked rect, .figures text')).toHaveLength(0);
  });

  it('fits any depth, and never lets the figures touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 48 }),
        fc.integer({ min: 160, max: 900 }),
        (depth, height) => {
          const ranks = Array.from({ length: depth }, (_, k) => 1 + ((k * 7) % 5));
          drawLayerStack(svg, { ...net, depth, ranks }, { ...size, height });
          const tops = [...svg.querySelectorAll('.neurons rect')].map((bar) =>
            Number(bar.getAttribute('y')),
          );
          expect(Math.min(...tops)).toBeGreaterThan(0);
          expect(Math.max(...tops)).toBeLessThan(height);
          const figures = [...svg.querySelectorAll('.figures text')]
            .map((figure) => Number(figure.getAttribute('y')))
            .sort((a, b) => a - b);
          expect(figures.length).toBeGreaterThan(0);
          for (let k = 1; k < figures.length; k++) {
            expect(Number(figures[k]) - Number(figures[k - 1])).toBeGreaterThan(12);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells which layer the pointer is on', () => {
    const onHover = vi.fn();
    drawLayerStack(svg, net, { ...size, onHover });
    const second = svg.querySelectorAll('.neurons rect')[2];
    movePointer(svg, 140, Number(second?.getAttribute('y')) + 2);
    expect(onHover).toHaveBeenLastCalledWith(2);
    expect(texts(svg, '.read-out tspan')).toEqual(['layer 2', 'rank 3 of 50']);
    movePointer(svg, 140, 1, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });
});

describe('describeLayerStack', () => {
  it('says how the ranks run and where they are least', () => {
    expect(describeLayerStack(net)).toBe(
      'A network of depth 5: 2 inputs, 4 hidden layers of 50 neurons, 4 outputs. Rank of the centred activations, from layer 1 to 5: 9, 3, 1, 1, 3. The narrowest: 1, in layers 3 to 4.',
    );
  });

  it('knows networks without hidden layers and without ranks', () => {
    expect(describeLayerStack({ ...net, depth: 1, ranks: undefined })).toBe(
      'A network of depth 1: 2 inputs, 4 outputs. Ranks not measured yet.',
    );
  });
});
