// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  describeNonlinearity,
  drawNonlinearity,
} from '../../../src/charts/nonlinearity/nonlinearity.ts';
import { nonlinearityFrame } from '../../../src/charts/nonlinearity/nonlinearity-frame.ts';
import { spectrumFrame } from '../../../src/charts/spectrum/spectrum-frame.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const bottleneck = { ratios: [0.47, 0.03, 0, 0, 0.2] };
const size = { width: 400, height: 200, textSize: 12 };

describe('drawNonlinearity', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawNonlinearity(svg, bottleneck, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawNonlinearity(svg, bottleneck, { ...size, highlighted: 2 });
    const once = markup(svg);
    drawNonlinearity(svg, bottleneck, { ...size, highlighted: 2 });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawNonlinearity(svg, { ratios: [] }, size);
    drawNonlinearity(svg, { ratios: [0.9], layers: 40 }, { ...size, highlighted: 1 });
    drawNonlinearity(svg, bottleneck, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawNonlinearity(fresh, bottleneck, size);
    expect(updated).toBe(markup(fresh));
  });

  it.each([{}, { titled: false }, { symbol: 'singular value ', shown: 8 }])(
    'has its layers at the same pixels as a spectrum with the same options (%j)',
    (options) => {
      const layers = bottleneck.ratios.map(() => Float32Array.of(1, 0.5));
      const spectrum = spectrumFrame({ title: '', layers }, { ...size, ...options }, 12);
      const frame = nonlinearityFrame(bottleneck, { ...size, ...options }, 12);
      expect(frame.plot).toEqual(spectrum.plot);
      for (const layer of [1, 3, 5]) expect(frame.x(layer)).toBe(spectrum.x(layer));
    },
  );

  it('marks the layers without nonlinearity on the axis', () => {
    drawNonlinearity(svg, bottleneck, size);
    const count = (name: string) =>
      (svg.querySelector(`.dots .${name}`)?.getAttribute('d')?.match(/M/g) ?? []).length;
    expect([count('resting'), count('working')]).toEqual([2, 3]);
  });

  it('reaches from zero to a half, and higher only where it must', () => {
    const labels = (ratios: number[]) => {
      drawNonlinearity(svg, { ratios }, size);
      return texts(svg, '.y-labels text').map(Number);
    };
    expect(Math.max(...labels([0.1, 0]))).toBe(0.5);
    expect(Math.max(...labels([0.1, 0.83]))).toBeGreaterThanOrEqual(0.8);
    expect(Math.min(...labels([0.1, 0.83]))).toBe(0);
  });

  it('leaves a gap where nothing was measured', () => {
    drawNonlinearity(svg, { ratios: [0.1, Number.NaN, 0.3, 0.2] }, size);
    expect(svg.querySelector('.line')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('tells which layer the pointer is on', () => {
    const onHover = vi.fn();
    drawNonlinearity(svg, bottleneck, { ...size, onHover });
    const { x } = nonlinearityFrame(bottleneck, size, 12);
    movePointer(svg, x(1) + 4, 100);
    expect(onHover).toHaveBeenLastCalledWith(1);
    expect(texts(svg, '.read-out tspan')).toEqual(['layer 1, 0.47', 'σ takes away 47\u00a0%']);
    movePointer(svg, x(3), 100);
    expect(texts(svg, '.read-out tspan')[1]).toBe('σ takes away nothing');
    movePointer(svg, 0, 0, 'pointerleave');
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });
});

describe('describeNonlinearity', () => {
  it('says where the network is linear', () => {
    expect(describeNonlinearity(bottleneck)).toBe(
      'Share of the pre-activations that the nonlinearity takes away, from layer 1 to 5: 0.47, 0.03, 0, 0, 0.2. It does nothing in layers 3 to 4, which are linear on the data.',
    );
    expect(describeNonlinearity({ ratios: [0.5] })).toContain('It works in every layer.');
    expect(describeNonlinearity({ ratios: [] })).toBe('Nonlinearity: nothing measured yet.');
  });
});
