import fc from 'fast-check';
import { Matrix, pseudoInverse, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { jacobiDecomposition } from '../../../src/engine/depth/jacobi.ts';
import { orthonormalBasis } from '../../../src/engine/depth/orthonormal-basis.ts';
import { regress } from '../../../src/engine/depth/regression.ts';
import { singularValues } from '../../../src/engine/singular-values.ts';
import { uniform } from '../problems.ts';

interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly rank: number;
  readonly seed: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  rows: fc.integer({ min: 1, max: 30 }),
  columns: fc.integer({ min: 1, max: 14 }),
  rank: fc.integer({ min: 0, max: 14 }),
  seed: fc.nat(100_000),
});

function randomMatrix(rows: number, columns: number, seed: number): Matrix {
  const random = uniform(seed);
  return Matrix.from1DArray(
    rows,
    columns,
    Array.from({ length: rows * columns }, () => random()),
  );
}

/** A random matrix of no more than this rank. */
function matrixOf({ rows, columns, rank, seed }: Case): Matrix {
  if (rank === 0) return Matrix.zeros(rows, columns);
  return randomMatrix(rows, rank, seed).mmul(randomMatrix(rank, columns, seed + 1));
}

function centred(matrix: Matrix): Matrix {
  return matrix.clone().subRowVector(matrix.mean('column'));
}

describe('orthonormalBasis', () => {
  test('is orthonormal, as large as the rank, and holds every given vector', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const A = matrixOf(given);
        const { vectors, rank, coordinates } = orthonormalBasis(A.to1DArray(), given.columns, {
          tolerance: 1e-9,
        });
        expect(rank).toBeLessThanOrEqual(Math.min(given.rank, given.rows, given.columns));
        if (rank === 0) return;
        const Q = Matrix.from1DArray(rank, given.columns, [...vectors]);
        const C = Matrix.from1DArray(rank, given.rows, [...coordinates]);
        expect(Q.mmul(Q.transpose()).sub(Matrix.eye(rank)).norm()).toBeLessThan(1e-12);
        expect(C.transpose().mmul(Q).sub(A).norm()).toBeLessThan(1e-7 * A.norm());
      }),
    );
  });

  test('stops at the tolerance, with the farthest vectors first, and at the most that are wanted', () => {
    const vectors = [0, 0, 1e-4, 0, 3, 0, 9, 0, 0];
    const whole = orthonormalBasis(vectors, 3, { tolerance: 1e-6 });
    expect(whole.pivots).toEqual([2, 1, 0]);
    expect(orthonormalBasis(vectors, 3, { tolerance: 1e-3 }).rank).toBe(2);
    expect(orthonormalBasis(vectors, 3, { tolerance: 1e-6, mostVectors: 1 }).rank).toBe(1);
    expect(orthonormalBasis(new Float64Array(6), 3, { tolerance: 1e-6 }).rank).toBe(0);
    expect(orthonormalBasis([], 3, { tolerance: 1e-6 }).rank).toBe(0);
  });
});

describe('jacobiDecomposition', () => {
  test('takes a matrix apart into orthogonal directions with ml-matrix’s singular values', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const A = matrixOf(given);
        const columns = Float64Array.from(A.transpose().to1DArray());
        const parts = jacobiDecomposition(columns, given.columns);
        const left = Matrix.from1DArray(given.columns, given.rows, [...parts.scaledLeft]);
        const right = Matrix.from1DArray(given.columns, given.columns, [...parts.right]);
        const identity = Matrix.eye(given.columns);
        expect(right.mmul(right.transpose()).sub(identity).norm()).toBeLessThan(1e-11);
        expect(left.transpose().mmul(right).sub(A).norm()).toBeLessThan(1e-11);
        const { diagonal } = new SingularValueDecomposition(A, { autoTranspose: true });
        const expected = diagonal.sort((a, b) => b - a);
        const actual = [...parts.singularValues].sort((a, b) => b - a);
        for (const [k, value] of actual.entries()) {
          expect(Math.abs(value - (expected[k] ?? 0))).toBeLessThan(1e-10);
        }
      }),
    );
  });

  test('keeps the digits of small singular values', () => {
    const columns = Float64Array.from([1, 1, 1e-9, 0, 1, 1, 0, 1e-9]);
    const { singularValues: values } = jacobiDecomposition(columns, 2);
    const expected = singularValues([1, 1, 1, 1, 1e-9, 0, 0, 1e-9], 4, 2);
    expect(Math.min(...values) / expected[1]).toBeCloseTo(1, 6);
  });
});

describe('regress', () => {
  const free = {
    tolerance: 1e-10,
    directions: Number.POSITIVE_INFINITY,
    squaredNorm: Number.POSITIVE_INFINITY,
  };

  /** Squared error of an affine map whose bias is the best for its weights. */
  const errorOf = (A: Matrix, B: Matrix, W: Matrix) =>
    centred(A).mmul(W).sub(centred(B)).norm() ** 2;

  test('finds the smallest affine map of least squared error, as ml-matrix does', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 6 }), (given, fanOut) => {
        const A = matrixOf(given);
        const B = randomMatrix(given.rows, fanOut, given.seed + 9);
        const { map, relativeError } = regress(
          Float64Array.from(A.to1DArray()),
          given.columns,
          Float64Array.from(B.to1DArray()),
          fanOut,
          free,
        );
        const W = Matrix.from1DArray(given.columns, fanOut, [...map.weights]);
        const best = pseudoInverse(centred(A), 1e-9).mmul(centred(B));
        const scale = 1 + best.norm();
        expect(W.norm()).toBeLessThan(best.norm() + 1e-4 * scale);
        expect(errorOf(A, B, W)).toBeLessThan(errorOf(A, B, best) + 1e-6 * scale);
        const deviation = centred(B).norm() ** 2;
        const share = deviation === 0 ? 0 : errorOf(A, B, W) / deviation;
        expect(Math.abs(relativeError ** 2 - share)).toBeLessThan(1e-6);
        const b = B.mean('column').map((mean, j) => {
          const inputs = A.mean('column');
          return mean - inputs.reduce((sum, input, i) => sum + input * W.get(i, j), 0);
        });
        for (const [j, value] of b.entries()) expect(map.biases[j]).toBeCloseTo(value, 6);
      }),
    );
  });

  test('keeps to the bound on the norm, and no ridge within the bound does better', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.01, max: 4, noNaN: true }), (given, squaredNorm) => {
        const A = matrixOf(given);
        const B = randomMatrix(given.rows, 3, given.seed + 9);
        const { map } = regress(
          Float64Array.from(A.to1DArray()),
          given.columns,
          Float64Array.from(B.to1DArray()),
          3,
          {
            ...free,
            squaredNorm,
          },
        );
        const W = Matrix.from1DArray(given.columns, 3, [...map.weights]);
        expect(W.norm() ** 2).toBeLessThan(squaredNorm * (1 + 1e-6));
        const error = errorOf(A, B, W);
        const H = centred(A);
        for (const ridge of [1e-4, 1e-2, 0.1, 1, 10]) {
          const gram = H.transpose().mmul(H).add(Matrix.eye(given.columns).mul(ridge));
          const other = pseudoInverse(gram).mmul(H.transpose()).mmul(centred(B));
          if (other.norm() ** 2 > squaredNorm) continue;
          expect(error).toBeLessThan(errorOf(A, B, other) + 1e-6);
        }
      }),
    );
  });

  test('answers with the mean where nothing may be explained', () => {
    const none = { ...free, squaredNorm: 0 };
    const { map, relativeError } = regress(
      Float64Array.of(1, 2, 4),
      1,
      Float64Array.of(3, 5, 10),
      1,
      none,
    );
    expect([...map.weights]).toEqual([0]);
    expect(map.biases[0]).toBeCloseTo(6, 12);
    expect(relativeError).toBeCloseTo(1, 12);
  });
});
