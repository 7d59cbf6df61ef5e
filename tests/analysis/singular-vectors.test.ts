import * as fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { singularTriplets } from '../../src/analysis/singular-vectors.ts';
import { randomStream } from '../../src/experiment/index.ts';

function randomMatrix(rows: number, columns: number, seed: number): Float32Array {
  const random = randomStream(seed, 'matrix');
  return Float32Array.from({ length: rows * columns }, () => random.normal());
}

describe('the leading singular triplets', () => {
  it('belong together, are orthonormal and agree with a full decomposition', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 24 }),
      columns: fc.integer({ min: 1, max: 24 }),
      count: fc.integer({ min: 1, max: 6 }),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(sizes, ({ rows, columns, count, seed }) => {
        const matrix = randomMatrix(rows, columns, seed);
        const { values, left, right } = singularTriplets(matrix, rows, columns, count);
        const full = new SingularValueDecomposition(
          Matrix.from1DArray(rows, columns, Array.from(matrix)),
        );
        expect(values).toHaveLength(Math.min(rows, columns, count));
        for (const [one, value] of values.entries()) {
          expect(Math.abs(value - full.diagonal[one])).toBeLessThan(2e-3 * full.diagonal[0]);
          const u = left.subarray(one * rows, (one + 1) * rows);
          const v = right.subarray(one * columns, (one + 1) * columns);
          if (value < 1e-2 * values[0]) continue;
          for (let i = 0; i < rows; i++) {
            let image = 0;
            for (let k = 0; k < columns; k++) image += matrix[i * columns + k] * v[k];
            expect(Math.abs(image - value * u[i])).toBeLessThan(2e-2 * values[0]);
          }
          for (let other = 0; other <= one; other++) {
            let dot = 0;
            for (let i = 0; i < rows; i++) dot += u[i] * left[other * rows + i];
            expect(Math.abs(dot - (other === one ? 1 : 0))).toBeLessThan(2e-2);
          }
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('are zero where the matrix is, and point the same way every time', () => {
    const { values, left, right } = singularTriplets(new Float32Array(6), 2, 3, 2);
    expect([...values, ...right]).toEqual(new Array(8).fill(0));
    expect(left.every(Number.isFinite)).toBe(true);
    const flipped = singularTriplets(Float32Array.of(-2, 0, 0, 0), 2, 2, 1);
    expect(Array.from(flipped.left)).toEqual([1, 0]);
    expect(flipped.right[0]).toBe(-1);
  });
});
