import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jacobians } from '../../../src/analysis/jacobian/index.ts';
import { randomStream } from '../../../src/experiment/random.ts';
import { evaluate, type Network, networkOf, randomNetwork, randomPoints } from '../networks.ts';

function worstDeviation(actual: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < wanted.length; i++) {
    worst = Math.max(worst, Math.abs(actual[i] - wanted[i]));
    largest = Math.max(largest, Math.abs(wanted[i]));
  }
  return worst / (largest || 1);
}

/** Central differences, exact up to rounding where no kink lies in between. */
function differences(network: Network, point: readonly number[], step = 1e-7): number[] {
  const columns = point.map((_, i) => {
    const moved = (by: number) => point.map((value, k) => (k === i ? value + by : value));
    const above = evaluate(network, moved(step));
    const below = evaluate(network, moved(-step));
    return above.map((value, o) => (value - below[o]) / (2 * step));
  });
  return columns[0].flatMap((_, o) => columns.map((column) => column[o]));
}

const networkShape = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  inputs: fc.integer({ min: 1, max: 9 }),
  outputs: fc.integer({ min: 1, max: 9 }),
  width: fc.integer({ min: 1, max: 14 }),
  depth: fc.integer({ min: 1, max: 9 }),
});

function dimsOf({ inputs, outputs, width, depth }: Record<string, number>): number[] {
  return [inputs, ...Array.from({ length: depth - 1 }, () => width), outputs];
}

describe('the Jacobian', () => {
  it('is the matrix of a network without hidden layers, transposed', () => {
    const { dims, parameters } = networkOf([
      {
        weights: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        biases: [7, 8, 9],
      },
    ]);
    expect([...jacobians(dims, parameters, [0.3, -2])]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('is the product of the matrices where every neuron is active', () => {
    const open = [100, 100, 100];
    const first = [
      [1, -2, 0],
      [3, 1, 1],
    ];
    const second = [
      [1, 0, 2],
      [0, 1, 1],
      [-1, 2, 0],
    ];
    const third = [[1], [2], [-1]];
    const { dims, parameters } = networkOf([
      { weights: first, biases: open },
      { weights: second, biases: open },
      { weights: third },
    ]);
    const product = (A: readonly number[][], B: readonly number[][]) =>
      A.map((row) => B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)));
    const wanted = product(product(first, second), third).map((row) => row[0]);
    expect([...jacobians(dims, parameters, [0.5, -0.25])]).toEqual(wanted);
  });

  it('agrees with finite differences for any shape, whichever order is cheaper', () => {
    let compared = 0;
    fc.assert(
      fc.property(networkShape, (shape) => {
        const network = randomNetwork(shape.seed, dimsOf(shape));
        const points = randomPoints(randomStream(shape.seed, 'points'), 4, shape.inputs);
        const size = shape.inputs * shape.outputs;
        const exact = jacobians(network.dims, network.parameters, points);
        for (let row = 0; row < 4; row++) {
          const point = [...points.subarray(row * shape.inputs, (row + 1) * shape.inputs)];
          const coarse = differences(network, point);
          // A kink nearby spoils the differences, and then the two step sizes disagree.
          if (worstDeviation(coarse, differences(network, point, 1e-8)) > 1e-6) continue;
          const own = exact.subarray(row * size, (row + 1) * size);
          expect(worstDeviation(own, coarse)).toBeLessThan(1e-5);
          compared++;
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('predicts the function exactly within a linear region', () => {
    const network = randomNetwork(5, [2, 20, 20, 20, 3]);
    const J = jacobians(network.dims, network.parameters, [0.4, 0.9]);
    const here = evaluate(network, [0.4, 0.9].map(Math.fround));
    const shift = [1e-6, -2e-6];
    const there = evaluate(
      network,
      [0.4, 0.9].map((x, i) => Math.fround(x) + shift[i]),
    );
    for (let o = 0; o < 3; o++) {
      const predicted = J[2 * o] * shift[0] + J[2 * o + 1] * shift[1];
      expect(Math.abs(there[o] - here[o] - predicted)).toBeLessThan(1e-13);
    }
  });

  it('is not changed beyond rounding by leaving out neurons that have shrunk to noise', () => {
    const { dims, parameters } = randomNetwork(8, [2, 12, 12, 3]);
    const noisy = parameters.slice();
    const silent = parameters.slice();
    // Half of the neurons of the first hidden layer: weights in, bias, weights out.
    for (let j = 6; j < 12; j++) {
      for (const i of [
        j,
        12 + j,
        24 + j,
        ...Array.from({ length: 12 }, (_, k) => 36 + 12 * j + k),
      ]) {
        noisy[i] *= 1e-12;
        silent[i] = 0;
      }
    }
    const points = randomPoints(randomStream(8, 'points'), 50, 2);
    const deviation = worstDeviation(
      jacobians(dims, noisy, points),
      jacobians(dims, silent, points),
    );
    expect(deviation).toBeLessThan(1e-15);
  });

  it('still feels a neuron ten thousand million times weaker than the others', () => {
    const { dims, parameters } = networkOf([
      {
        weights: [
          [1, 1e-10],
          [0, 1e-10],
        ],
      },
      {
        weights: [
          [1, 0],
          [1, 0.5],
        ],
      },
    ]);
    const J = jacobians(dims, parameters, [1, 1]);
    expect(J[1] / 1e-10).toBeCloseTo(1, 6);
    expect(J[3] / 0.5e-10).toBeCloseTo(1, 6);
  });

  it('keeps a neuron that is weak on one side only', () => {
    const { dims, parameters } = networkOf([
      {
        weights: [
          [1e-12, 1],
          [0, 1],
        ],
      },
      {
        weights: [
          [1e12, 0],
          [0, 1],
        ],
      },
    ]);
    const J = jacobians(dims, parameters, [1, 1]);
    expect(J[0]).toBeCloseTo(1, 6);
  });

  it('is zero for a network of zeros', () => {
    expect([...jacobians([2, 5, 5, 2], new Float32Array(15 + 30 + 12), [1, 2])]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('is NaN throughout where a parameter is not finite', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const { dims, parameters } = randomNetwork(1, [2, 4, 2]);
      parameters[3] = bad;
      const J = jacobians(dims, parameters, [0, 0, 1, 1]);
      expect(J).toHaveLength(8);
      expect(J.every(Number.isNaN)).toBe(true);
    }
  });

  it('refuses parameters that do not fit the layer sizes', () => {
    expect(() => jacobians([2, 3, 1], new Float32Array(12), [0, 0])).toThrow(RangeError);
  });
});
