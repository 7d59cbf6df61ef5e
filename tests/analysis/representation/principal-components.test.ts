import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import {
  alignedPlane,
  type PrincipalComponents,
  principalComponents,
} from '../../../src/analysis/representation/index.ts';
import { centredColumns } from '../../../src/engine/spectra.ts';
import { randomStream } from '../../../src/experiment/random.ts';

/** N points on `rank` directions of falling weight, plus a mean; every third neuron is dead. */
function activationsFrom(seed: number, rows: number, width: number, rank: number, fall: number) {
  const random = randomStream(seed, 'activations');
  const loadings = Array.from({ length: rank }, (_, r) =>
    Array.from({ length: width }, () => fall ** r * random.normal()),
  );
  const activations = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const factors = loadings.map(() => random.normal());
    for (let j = 0; j < width; j++) {
      if (width > 3 && j % 3 === 2) continue;
      let sum = 5;
      for (let r = 0; r < rank; r++) sum += factors[r] * loadings[r][j];
      activations[row * width + j] = sum;
    }
  }
  return activations;
}

function referenceOf(activations: Float32Array, width: number) {
  const matrix = Matrix.from1DArray(activations.length / width, width, [
    ...centredColumns(activations, width),
  ]);
  const svd = new SingularValueDecomposition(matrix, { autoTranspose: true });
  return { values: svd.diagonal, directions: svd.rightSingularVectors };
}

function cosine(components: PrincipalComponents, k: number, column: readonly number[]): number {
  const width = components.mean.length;
  return column.reduce((sum, entry, j) => sum + entry * components.directions[k * width + j], 0);
}

describe('principal components', () => {
  it.each([
    [400, 50, 20, 0.8],
    [39, 50, 30, 0.9],
    [500, 128, 60, 0.95],
    [200, 60, 60, 1],
    [100, 5, 5, 0.5],
    [30, 64, 3, 0.01],
  ])(
    'agree with ml-matrix on %i points of %i neurons, %i directions falling by %d',
    (rows, width, rank, fall) => {
      const activations = activationsFrom(rows + width, rows, width, rank, fall);
      const found = principalComponents(activations, width);
      const { values, directions } = referenceOf(activations, width);
      const total = values.reduce((sum, value) => sum + value * value, 0);
      for (let k = 0; k < 3; k++) {
        expect(Math.abs(found.singularValues[k] - values[k])).toBeLessThan(1e-8 * values[0]);
        expect(found.shares[k]).toBeCloseTo(values[k] ** 2 / total, 8);
        expect(Math.abs(cosine(found, k, directions.getColumn(k)))).toBeCloseTo(1, 5);
      }
    },
  );

  it('have orthonormal directions and scores that are projections on them', () => {
    const activations = activationsFrom(3, 60, 20, 8, 0.7);
    const { mean, directions, scores, singularValues } = principalComponents(activations, 20);
    for (let k = 0; k < 3; k++) {
      for (let m = 0; m <= k; m++) {
        let dot = 0;
        for (let j = 0; j < 20; j++) dot += directions[k * 20 + j] * directions[m * 20 + j];
        expect(dot).toBeCloseTo(k === m ? 1 : 0, 9);
      }
      let square = 0;
      for (let row = 0; row < 60; row++) {
        let score = 0;
        for (let j = 0; j < 20; j++) {
          score += (activations[row * 20 + j] - mean[j]) * directions[k * 20 + j];
        }
        expect(scores[row * 3 + k]).toBeCloseTo(score, 4);
        square += score * score;
      }
      expect(Math.sqrt(square)).toBeCloseTo(singularValues[k], 6);
    }
  });

  it('give shares of variance that fall and sum to at most one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 16 }),
        (seed, rows, width) => {
          const { shares } = principalComponents(activationsFrom(seed, rows, width, 4, 0.8), width);
          expect(shares[0]).toBeGreaterThanOrEqual(shares[1]);
          expect(shares[1]).toBeGreaterThanOrEqual(shares[2]);
          expect(shares[0] + shares[1] + shares[2]).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('explain everything with one component where the activations lie on a line', () => {
    const { shares, scores } = principalComponents(activationsFrom(7, 50, 40, 1, 1), 40);
    expect(shares[0]).toBeCloseTo(1, 10);
    const second = scores.filter((_, i) => i % 3 === 1);
    const first = scores.filter((_, i) => i % 3 === 0);
    expect(Math.max(...second.map(Math.abs))).toBeLessThan(1e-5 * Math.max(...first.map(Math.abs)));
  });

  it('are zero beyond the width and for constant activations', () => {
    const narrow = principalComponents(Float32Array.from([1, 2, 4]), 1);
    expect([...narrow.shares]).toEqual([1, 0, 0]);
    expect(narrow.scores[1]).toBe(0);
    const constant = principalComponents(new Float32Array(12).fill(3), 4);
    expect([...constant.shares, ...constant.scores]).toEqual(new Array(12).fill(0));
    expect([...constant.mean]).toEqual([3, 3, 3, 3]);
    const collapsed = principalComponents(Float32Array.of(1e-12, 0, 3e-12, 1e-12), 2);
    expect([...collapsed.shares, ...collapsed.scores]).toEqual(new Array(9).fill(0));
  });

  it('are NaN where an activation is not finite', () => {
    const { scores, shares } = principalComponents(Float32Array.of(1, 2, Number.NaN, 4), 2);
    expect([...scores, ...shares].every(Number.isNaN)).toBe(true);
  });

  it('do not depend on anything but the activations', () => {
    const activations = activationsFrom(2, 80, 30, 12, 0.9);
    expect(principalComponents(activations, 30)).toEqual(principalComponents(activations, 30));
  });
});

describe('alignment', () => {
  const layer = principalComponents(activationsFrom(5, 50, 12, 4, 0.6), 12);

  it('turns and mirrors a plane back onto its reference', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        fc.boolean(),
        (angle, mirrored) => {
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const reference = Float32Array.from({ length: 100 }, (_, i) => {
            const x = layer.scores[3 * (i >> 1)];
            const y = layer.scores[3 * (i >> 1) + 1] * (mirrored ? -1 : 1);
            return i % 2 === 0 ? cos * x - sin * y : sin * x + cos * y;
          });
          const plane = alignedPlane(layer, reference);
          for (let i = 0; i < 100; i++) expect(plane[i]).toBeCloseTo(reference[i], 4);
        },
      ),
    );
  });

  it('leaves a plane as it is where the reference says nothing', () => {
    const plane = alignedPlane(layer, new Float32Array(100));
    expect(plane[0]).toBe(layer.scores[0]);
    expect(plane[1]).toBe(layer.scores[1]);
    expect(() => alignedPlane({ scores: new Float32Array(3), count: 1 }, plane)).toThrow(
      RangeError,
    );
  });
});
