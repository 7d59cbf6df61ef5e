import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { singularValues } from '../../src/engine/singular-values.ts';
import { centredColumns, networkSpectra } from '../../src/engine/spectra.ts';

/** Singular values by ml-matrix, descending, padded with zeros to min(rows, columns). */
function expected(entries: readonly number[], rows: number, columns: number): number[] {
  const matrix = Matrix.from1DArray(rows, columns, [...entries]);
  const { diagonal } = new SingularValueDecomposition(matrix, { autoTranspose: true });
  return diagonal.slice(0, Math.min(rows, columns)).sort((a, b) => b - a);
}

function worstDeviation(actual: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < wanted.length; i++) worst = Math.max(worst, Math.abs(actual[i] - wanted[i]));
  return worst / (wanted[0] || 1);
}

const shape = fc.record({
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 12 }),
});

/** Small whole numbers make deficient ranks likely; the doubles are none of the tiny ones that ml-matrix itself gets wrong. */
const entry = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -5, max: 5, noNaN: true }).map((x) => (Math.abs(x) < 1e-30 ? 0 : x)),
);

/** Pseudo-random normal-ish entries from a seed. */
function entriesFrom(seed: number, count: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    let sum = 0;
    for (let i = 0; i < 4; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sum += state / 2 ** 32 - 0.5;
    }
    return sum;
  });
}

function product(left: number[], right: number[], rows: number, inner: number, columns: number) {
  const entries = new Array<number>(rows * columns).fill(0);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      for (let j = 0; j < columns; j++) {
        entries[i * columns + j] += left[i * inner + k] * right[k * columns + j];
      }
    }
  }
  return entries;
}

describe('singularValues', () => {
  test('agrees with ml-matrix within 1e-10 of the largest on matrices of any shape', () => {
    fc.assert(
      fc.property(
        shape.chain(({ rows, columns }) =>
          fc.tuple(
            fc.constant({ rows, columns }),
            fc.array(entry, {
              minLength: rows * columns,
              maxLength: rows * columns,
            }),
          ),
        ),
        ([{ rows, columns }, entries]) => {
          const actual = singularValues(entries, rows, columns);
          expect(actual).toHaveLength(Math.min(rows, columns));
          expect(worstDeviation(actual, expected(entries, rows, columns))).toBeLessThan(1e-10);
        },
      ),
    );
  });

  test.each([
    [50, 50],
    [39, 50],
    [200, 20],
    [7, 128],
    [128, 128],
  ])('agrees with ml-matrix on a random %i × %i matrix', (rows, columns) => {
    const entries = entriesFrom(rows + columns, rows * columns);
    const actual = singularValues(entries, rows, columns);
    expect(worstDeviation(actual, expected(entries, rows, columns))).toBeLessThan(1e-12);
  });

  test('gives zeros beyond the rank of a product of thin matrices', () => {
    for (const rank of [1, 3, 9]) {
      const entries = product(
        entriesFrom(rank, 40 * rank),
        entriesFrom(99 + rank, rank * 30),
        40,
        rank,
        30,
      );
      const values = singularValues(entries, 40, 30);
      expect(values[rank - 1] / values[0]).toBeGreaterThan(1e-3);
      expect(values[rank] / values[0]).toBeLessThan(1e-14);
    }
  });

  test('resolves singular values that AᵀA would lose', () => {
    // D = H·diag(1, 1e-6, 1e-12)·H with a Householder reflection H.
    const h = [1, 2, 2].map((x) => x / 3);
    const reflection = [0, 1, 2].flatMap((i) =>
      [0, 1, 2].map((j) => (i === j ? 1 : 0) - 2 * h[i] * h[j]),
    );
    const scaled = reflection.map((x, index) => x * [1, 1e-6, 1e-12][Math.floor(index / 3)]);
    const values = singularValues(product(reflection, scaled, 3, 3, 3), 3, 3);
    expect(values[1]).toBeCloseTo(1e-6, 15);
    expect(Math.abs(values[2] - 1e-12)).toBeLessThan(1e-15);
  });

  test('handles graded bidiagonal matrices in both directions', () => {
    const size = 20;
    for (const sign of [1, -1]) {
      const entries = new Array<number>(size * size).fill(0);
      for (let i = 0; i < size; i++) {
        entries[i * size + i] = 10 ** (sign * 0.4 * i);
        if (i + 1 < size) entries[i * size + i + 1] = 10 ** (sign * 0.4 * i);
      }
      const deviation = worstDeviation(
        singularValues(entries, size, size),
        expected(entries, size, size),
      );
      expect(deviation).toBeLessThan(1e-12);
    }
  });

  test('handles a bidiagonal matrix with zeros on its diagonal', () => {
    const entries = [1, 2, 0, 0, 0, 0, 3, 0, 0, 0, 4, 5, 0, 0, 0, 0];
    const deviation = worstDeviation(singularValues(entries, 4, 4), expected(entries, 4, 4));
    expect(deviation).toBeLessThan(1e-12);
  });

  test('gives zeros for a zero matrix and nothing for an empty one', () => {
    expect([...singularValues(new Float64Array(12), 3, 4)]).toEqual([0, 0, 0]);
    expect(singularValues([], 0, 4)).toHaveLength(0);
  });

  test('leaves out zero rows and columns and pads with zeros', () => {
    expect([...singularValues([0, 0, 0, 0, 3, 0, 0, 0, 0], 3, 3)]).toEqual([3, 0, 0]);
    expect([...singularValues([0, 0, 0, 3, 0, 4], 2, 3)]).toEqual([5, 0]);
  });

  test('takes the Euclidean norm of a single row or column', () => {
    expect(singularValues([3, 0, -4], 1, 3)[0]).toBeCloseTo(5, 14);
    expect(singularValues([3, 0, -4], 3, 1)[0]).toBeCloseTo(5, 14);
  });

  test.each([1e300, 1e-300, 1e-310])('scales with the matrix even at %d', (scale) => {
    const entries = entriesFrom(5, 30);
    const plain = singularValues(entries, 6, 5);
    const scaled = singularValues(
      entries.map((x) => x * scale),
      6,
      5,
    );
    for (let i = 0; i < 5; i++) expect(scaled[i] / scale / plain[i]).toBeCloseTo(1, 9);
  });

  test('answers NaN for every value when an entry is not finite', () => {
    expect([...singularValues([1, Number.NaN, 0, 1], 2, 2)]).toEqual([Number.NaN, Number.NaN]);
    expect([...singularValues([1, Number.POSITIVE_INFINITY], 1, 2)]).toEqual([Number.NaN]);
  });

  test('refuses a matrix whose entries do not fill its shape', () => {
    expect(() => singularValues([1, 2, 3], 2, 2)).toThrow(RangeError);
  });
});

describe('networkSpectra', () => {
  const dims = [2, 3, 2];
  const parameters = Float32Array.from([3, 0, 0, 0, 4, 0, 9, 9, 9, 1, 0, 0, 2, 0, 0, 9, 9]);
  const activations = [
    Float32Array.from([1, 5, 0, 1, 5, 0, 1, 5, 0, 1, 5, 0]),
    Float32Array.from([1, 0, -1, 0, 1, 0, -1, 0]),
  ];

  test('reads each weight matrix, without its biases, out of the flat buffer', () => {
    const { weights } = networkSpectra(dims, parameters, activations, { centred: true });
    expect(weights.map((values) => [...values])).toEqual([
      [4, 3],
      [2, 1],
    ]);
  });

  test('sees a constant activation only when it is not centred', () => {
    const centred = networkSpectra(dims, parameters, activations, { centred: true });
    const raw = networkSpectra(dims, parameters, activations, { centred: false });
    expect([...centred.activations[0]]).toEqual([0, 0, 0]);
    expect(raw.activations[0][0]).toBeCloseTo(2 * Math.sqrt(26), 5);
    expect([...centred.activations[1]]).toEqual([2, 0]);
  });

  test('centres each column over the points', () => {
    expect([...centredColumns(Float32Array.from([1, 10, 3, 30]), 2)]).toEqual([-1, -10, 1, 10]);
  });
});
