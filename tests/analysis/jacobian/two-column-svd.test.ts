import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoColumnSvd } from '../../../src/analysis/jacobian/index.ts';
import { singularValues } from '../../../src/engine/singular-values.ts';

function svdOf(entries: readonly number[]) {
  const result = { large: 0, small: 0, cos: 1, sin: 0 };
  twoColumnSvd(Float64Array.from(entries), 0, entries.length / 2, result);
  return result;
}

const entries = fc.integer({ min: 1, max: 8 }).chain((rows) =>
  fc.array(
    fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: -5, max: 5, noNaN: true }).map((x) => (Math.abs(x) < 1e-30 ? 0 : x)),
    ),
    { minLength: 2 * rows, maxLength: 2 * rows },
  ),
);

describe('the singular value decomposition of two columns', () => {
  it('has the singular values of the general routine', () => {
    fc.assert(
      fc.property(entries, (matrix) => {
        const { large, small } = svdOf(matrix);
        const [first, second = 0] = singularValues(matrix, matrix.length / 2, 2);
        expect(Math.abs(large - first)).toBeLessThanOrEqual(1e-14 * first);
        expect(Math.abs(small - second)).toBeLessThanOrEqual(1e-14 * first);
      }),
    );
  });

  it('has orthogonal directions that the matrix stretches by them', () => {
    fc.assert(
      fc.property(entries, (matrix) => {
        const { large, small, cos, sin } = svdOf(matrix);
        const stretched = (x: number, y: number) => {
          let square = 0;
          for (let i = 0; i < matrix.length; i += 2) {
            square += (x * matrix[i] + y * matrix[i + 1]) ** 2;
          }
          return Math.sqrt(square);
        };
        expect(Math.hypot(cos, sin)).toBeCloseTo(1, 14);
        expect(Math.abs(stretched(cos, sin) - large)).toBeLessThanOrEqual(1e-14 * large);
        expect(Math.abs(stretched(-sin, cos) - small)).toBeLessThanOrEqual(2e-14 * large);
      }),
    );
  });

  it('resolves a small singular value far below the square root of the precision', () => {
    // diag(1, 1e-12) turned by 30°.
    const [c, s] = [Math.sqrt(3) / 2, 0.5];
    const { large, small } = svdOf([c, s, -1e-12 * s, 1e-12 * c]);
    expect(large).toBeCloseTo(1, 14);
    expect(Math.abs(small / 1e-12 - 1)).toBeLessThan(1e-3);
  });

  it.each([1e-200, 1e200])('neither over- nor underflows at %d', (scale) => {
    const { large, small } = svdOf([3 * scale, 0, 0, 4 * scale]);
    expect(large / scale).toBeCloseTo(4, 12);
    expect(small / scale).toBeCloseTo(3, 12);
  });

  it('gives zeros for a zero matrix, a zero small value for a single row, and NaN for NaN', () => {
    expect(svdOf([0, 0, 0, 0])).toEqual({ large: 0, small: 0, cos: 1, sin: 0 });
    expect(svdOf([3, 4])).toMatchObject({ large: 5, small: 0 });
    expect(svdOf([1, Number.NaN, 0, 1]).large).toBeNaN();
  });
});
