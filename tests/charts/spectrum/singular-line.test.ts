import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularLine } from '../../../src/charts/spectrum/singular-line.ts';

describe('singularLine', () => {
  const scale = {
    x: (layer: number) => 10 * layer,
    y: (value: number) => -100 * Math.log10(value),
  };

  it('breaks where a layer has fewer values', () => {
    const layers = [Float32Array.of(1, 1), Float32Array.of(1), Float32Array.of(1, 1)];
    expect(singularLine(layers, 2, 0.1, scale).strong.match(/M/g)).toHaveLength(2);
  });

  it('changes from strong to weak where it crosses the threshold', () => {
    const layers = [Float32Array.of(1, 1), Float32Array.of(1, 0.01)];
    const line = singularLine(layers, 2, 0.1, scale);
    expect(line).toMatchObject({
      strong: 'M10,0L15,100',
      weak: 'M15,100L20,200',
      endsStrong: false,
    });
  });

  it('draws every piece either strong or weak, for any spectrum', () => {
    const layer = fc
      .array(fc.double({ min: 1e-6, max: 10, noNaN: true }), { minLength: 2, maxLength: 2 })
      .map((values) => Float32Array.from(values).sort().reverse());
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 12 }), (layers) => {
        const { strong, weak } = singularLine(layers, 2, 0.1, scale);
        const pieces = (path: string) => path.match(/L/g)?.length ?? 0;
        const crossings = layers.filter((values, k) => {
          const counts = (v: Float32Array | undefined) => Number(v?.[1]) > 0.1 * Number(v?.[0]);
          return k > 0 && counts(values) !== counts(layers[k - 1]);
        }).length;
        expect(pieces(strong) + pieces(weak)).toBe(layers.length - 1 + crossings);
      }),
    );
  });
});
