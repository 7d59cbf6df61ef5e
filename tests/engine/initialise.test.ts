import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../src/engine/initialise.ts';
import { parameterCount, parameterLayout } from '../../src/engine/parameters.ts';
import { type Experiment, randomStream } from '../../src/experiment/index.ts';

const dims = [2, 64, 64, 64, 4];
const start = { amplitude: 1e-3, gain: 1, biasScale: 1 };
const draw = (init: Experiment['init'], changes = {}) =>
  initialParameters(dims, { init, ...start, ...changes }, randomStream(1, 'weights'));

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('initial parameters', () => {
  it('fill the flat buffer', () => {
    expect(draw('he')).toHaveLength(parameterCount(dims));
    expect(parameterCount(dims)).toBe(2 * 64 + 64 + 2 * (64 * 64 + 64) + 64 * 4 + 4);
  });

  it('stay within ±1/√fan-in for the uniform start, biases too', () => {
    const parameters = draw('uniform');
    for (const { fanIn, fanOut, weights, biases } of parameterLayout(dims)) {
      const all = parameters.subarray(weights, biases + fanOut);
      expect(Math.max(...all.map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(fanIn) + 1e-7);
      expect(deviation(all)).toBeGreaterThan(0.3 / Math.sqrt(fanIn));
    }
  });

  it('have He’s spread, times a^(1/L) for the small function', () => {
    const layer = parameterLayout(dims)[1];
    const he = draw('he').subarray(layer.weights, layer.biases);
    const small = draw('small').subarray(layer.weights, layer.biases);
    expect(deviation(he)).toBeCloseTo(Math.sqrt(2 / 64), 2);
    expect(deviation(small) / deviation(he)).toBeCloseTo(1e-3 ** (1 / 4), 5);
  });

  it('have equal singular values for the orthogonal start, in every layer', () => {
    const parameters = draw('orthogonal', { gain: 1.5 });
    for (const { fanIn, fanOut, weights, biases } of parameterLayout(dims)) {
      const W = Matrix.from1DArray(fanIn, fanOut, [...parameters.subarray(weights, biases)]);
      for (const value of new SingularValueDecomposition(W, { autoTranspose: true }).diagonal) {
        expect(value).toBeCloseTo(1.5, 5);
      }
    }
  });

  it('pass on what they are given, from the seventh layer to the last but one, where they begin as the identity', () => {
    const deep = [2, ...Array.from({ length: 11 }, () => 16), 4];
    const drawn = { init: 'identity', amplitude: 1, gain: 1.2, biasScale: 1 } as const;
    const parameters = initialParameters(deep, drawn, randomStream(1, 'weights'));
    for (const [index, { fanIn, fanOut, weights, biases }] of parameterLayout(deep).entries()) {
      const W = Matrix.from1DArray(fanIn, fanOut, [...parameters.subarray(weights, biases)]);
      const b = parameters.subarray(biases, biases + fanOut);
      if (index >= 6 && index < 11) {
        expect(W.to2DArray()).toEqual(Matrix.eye(16).to2DArray());
        expect(b.every((value) => value === 0)).toBe(true);
      } else {
        const { diagonal } = new SingularValueDecomposition(W, { autoTranspose: true });
        for (const value of diagonal) expect(value).toBeCloseTo(1.2, 5);
        expect(b.some((value) => value !== 0)).toBe(true);
      }
    }
  });

  it('are those of the orthogonal start where an identity start has no more than seven layers', () => {
    expect(draw('identity')).toEqual(draw('orthogonal'));
  });

  it('leave the biases at zero where their scale is zero', () => {
    const parameters = draw('he', { biasScale: 0 });
    for (const { fanOut, biases } of parameterLayout(dims)) {
      expect(parameters.subarray(biases, biases + fanOut).every((b) => b === 0)).toBe(true);
    }
  });
});
