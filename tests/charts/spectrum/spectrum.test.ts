// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runs } from '../../../src/charts/spectrum/describe-spectrum.ts';
import {
  describeSpectrum,
  drawSpectrum,
  sharedSpectrumDomain,
} from '../../../src/charts/spectrum/spectrum.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const bottleneck = {
  title: 'sᵢ(Wₗ)',
  layers: [
    Float32Array.of(2, 1),
    Float32Array.of(1.5, 0.5, 0.02, 0.01),
    Float32Array.of(1.4, 0.03, 0.01, 0.004),
    Float32Array.of(1.8, 0.9, 0.4),
  ],
};
const size = { width: 420, height: 280, textSize: 12 };

describe('drawSpectrum', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });

  it('draws this markup', () => {
    drawSpectrum(svg, bottleneck, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    const options = { ...size, highlighted: { layer: 2, index: 2 } };
    drawSpectrum(svg, bottleneck, options);
    const once = markup(svg);
    drawSpectrum(svg, bottleneck, options);
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawSpectrum(svg, { title: '', layers: [] }, size);
    drawSpectrum(
      svg,
      { ...bottleneck, layers: [...bottleneck.layers, ...bottleneck.layers] },
      { ...size, highlighted: { layer: 7 } },
    );
    drawSpectrum(svg, bottleneck, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawSpectrum(fresh, bottleneck, size);
    expect(updated).toBe(markup(fresh));
  });

  it('names at the edge only what ends near it', () => {
    const [wide, narrow] = [Float32Array.of(3, 2, 1, 0.01), Float32Array.of(2)];
    drawSpectrum(svg, { title: '', layers: [wide, narrow] }, size);
    expect(texts(svg, '.names text')).toEqual(['σ₁', '0.1 σ₁']);
    // A single layer stands in the middle, and has its names all the same.
    drawSpectrum(svg, { title: '', layers: [wide] }, size);
    expect(texts(svg, '.names .strong')).toEqual(['σ₁', 'σ₂', 'σ₃']);
  });

  it('names each strong line, the threshold and the faint lines together', () => {
    drawSpectrum(svg, bottleneck, size);
    expect(texts(svg, '.names .strong')).toEqual(['σ₁', 'σ₂', 'σ₃']);
    expect(texts(svg, '.names .rule')).toEqual(['0.1 σ₁']);
    expect(texts(svg, '.names .weak')).toEqual(['σ₄']);
    drawSpectrum(svg, bottleneck, { ...size, threshold: 0.6 });
    expect(texts(svg, '.names text')).toEqual(['σ₁', '0.6 σ₁', 'σ₂…σ₄']);
  });

  it('draws only as many values as asked for', () => {
    drawSpectrum(svg, bottleneck, { ...size, shown: 2 });
    expect(svg.querySelectorAll('.lines .strong path')).toHaveLength(2);
  });

  it('marks zeros on the floor of the axis and keeps every number finite', () => {
    const layers = [
      Float32Array.of(1, 0),
      Float32Array.of(1, 1e-30),
      Float32Array.of(1, Number.NaN),
    ];
    drawSpectrum(svg, { title: '', layers }, size);
    const marks = svg.querySelector('.dots .clamped')?.getAttribute('d') ?? '';
    expect(marks.match(/M/g)).toHaveLength(3);
    expect(markup(svg)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    ['no layers', []],
    ['one layer', [Float32Array.of(2, 0.1)]],
    ['nothing but zeros', [new Float32Array(3), new Float32Array(3)]],
    [
      'a diverged run',
      [Float32Array.of(Number.POSITIVE_INFINITY, 1), Float32Array.of(Number.NaN, Number.NaN)],
    ],
    ['48 layers', Array.from({ length: 48 }, () => Float32Array.of(1, 0.01))],
  ])('draws %s at any size without a number that is none', (_, layers) => {
    for (const width of [280, 1600]) {
      drawSpectrum(svg, { title: 't', layers }, { width, height: 260, highlighted: { layer: 1 } });
      expect(markup(svg)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('leaves the title to the page when asked', () => {
    drawSpectrum(svg, bottleneck, { ...size, titled: false });
    expect(texts(svg, '.title')).toEqual(['']);
  });

  it('reads the value nearest to the pointer and tells the page', () => {
    const onHover = vi.fn();
    drawSpectrum(svg, bottleneck, { ...size, onHover });
    const layerTwo = svg.querySelectorAll('.x-labels text')[1];
    movePointer(svg, Number(layerTwo?.getAttribute('x')), 40);
    expect(onHover).toHaveBeenLastCalledWith({ layer: 2, index: 1 });
    movePointer(svg, Number(layerTwo?.getAttribute('x')), 250);
    expect(onHover).toHaveBeenLastCalledWith({ layer: 2, index: 4 });
    expect(texts(svg, '.read-out tspan')).toEqual([
      'layer 2, σ₄ = 0.01 (0.7\u00a0% of σ₁)',
      '2 of 4 above 0.1 σ₁',
    ]);
    movePointer(svg, 0, 0);
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });

  it('reads what the page highlights while the pointer is elsewhere', () => {
    drawSpectrum(svg, bottleneck, { ...size, highlighted: { layer: 3 } });
    expect(texts(svg, '.read-out tspan')).toEqual(['layer 3', 'σ₁ = 1.4', '1 of 4 above 0.1 σ₁']);
    drawSpectrum(svg, bottleneck, { ...size, highlighted: { layer: 9 } });
    expect(texts(svg, '.read-out tspan')).toEqual([]);
  });
});

describe('describeSpectrum', () => {
  it('says how many values count in each layer and where they are fewest', () => {
    expect(describeSpectrum(bottleneck)).toBe(
      "sᵢ(Wₗ): singular values of 4 layers. Number of them above 0.1 of the layer's largest, from layer 1 to 4: 2, 2, 1, 3. Fewest: 1, in layer 3. The largest of all is 2, in layer 1.",
    );
  });

  it('counts by the threshold it is given', () => {
    expect(describeSpectrum(bottleneck, { threshold: 0.01 })).toContain('to 4: 2, 3, 2, 3.');
  });

  it('says when there is nothing, or a single layer', () => {
    expect(describeSpectrum({ title: 'W', layers: [] })).toBe('W: nothing measured yet.');
    expect(describeSpectrum({ title: 'W', layers: [Float32Array.of(2, 1)] })).toContain(
      'one layer, 2 of 2 singular values',
    );
  });

  it('joins neighbouring layers', () => {
    expect(runs([1, 2, 3, 5, 8, 9])).toEqual(['1 to 3', '5', '8 to 9']);
  });
});

describe('sharedSpectrumDomain', () => {
  it('is an axis on which the values of all layers lie, whosever they are', () => {
    const [one, other] = [[Float32Array.of(2, 1e-3)], [Float32Array.of(40, 0.5)]];
    const [low, high] = sharedSpectrumDomain([...one, ...other]) ?? [0, 0];
    expect(low).toBeLessThanOrEqual(1e-3);
    expect(high).toBeGreaterThanOrEqual(40);
    expect(sharedSpectrumDomain([])).toBeUndefined();
  });
});
