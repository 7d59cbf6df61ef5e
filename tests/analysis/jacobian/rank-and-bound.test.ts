import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridPoints,
  jacobianRank,
  jacobians,
  schattenBound,
  surveyJacobians,
  weightNorm,
} from '../../../src/analysis/jacobian/index.ts';
import { finish } from '../../../src/analysis/portions.ts';
import { singularValues } from '../../../src/engine/singular-values.ts';
import { randomStream } from '../../../src/experiment/random.ts';
import {
  type Network,
  networkOf,
  radiusNetwork,
  randomNetwork,
  randomPoints,
} from '../networks.ts';

const grid = gridPoints({ x: [-3, 3], y: [-3, 3] }, 12);

function survey({ dims, parameters }: Network, points: ArrayLike<number>) {
  return finish(surveyJacobians(dims, parameters, points));
}

function boundOf(network: Network, points: ArrayLike<number>) {
  const { dims, parameters } = network;
  return schattenBound(survey(network, points), dims, weightNorm(dims, parameters));
}

describe('the Jacobian rank of a collapsed network', () => {
  it('is 0, though its rounding has directions', () => {
    const { dims, parameters } = randomNetwork(1, [2, 6, 3]);
    const collapsed = { dims, parameters: parameters.map((value) => 1e-6 * value) };
    const { rank, counts } = jacobianRank(survey(collapsed, grid), { threshold: 0.1 });
    expect(rank).toBe(0);
    expect(counts[0]).toBe(grid.length / 2);
  });
});

describe('a survey of Jacobians', () => {
  it.each([
    [2, 4],
    [2, 1],
    [5, 3],
    [3, 6],
  ])(
    'holds the singular values at each point of a network from R^%i to R^%i',
    (inputs, outputs) => {
      const { dims, parameters } = randomNetwork(3, [inputs, 16, 16, outputs]);
      const points = randomPoints(randomStream(3, 'points'), 30, inputs);
      const { singularValues: surveyed } = survey({ dims, parameters }, points);
      const matrices = jacobians(dims, parameters, points);
      const perPoint = Math.min(inputs, outputs);
      expect(surveyed).toHaveLength(30 * perPoint);
      for (let row = 0; row < 30; row++) {
        const size = inputs * outputs;
        const wanted = singularValues(
          matrices.subarray(row * size, (row + 1) * size),
          outputs,
          inputs,
        );
        for (let i = 0; i < perPoint; i++) {
          expect(Math.abs(surveyed[row * perPoint + i] - wanted[i])).toBeLessThan(
            1e-13 * wanted[0],
          );
        }
      }
    },
  );

  it('pauses often enough to be cut into slices', () => {
    const { dims, parameters } = randomNetwork(1, [2, 50, 50, 50, 50, 4]);
    const portions = surveyJacobians(dims, parameters, grid);
    let pauses = 0;
    while (!portions.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(4);
  });
});

describe('the grid', () => {
  it('reaches from border to border, row by row', () => {
    expect([...gridPoints({ x: [0, 2], y: [-1, 1] }, 3)]).toEqual([
      0, -1, 1, -1, 2, -1, 0, 0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 1,
    ]);
  });
});

describe('the Jacobian rank', () => {
  it('is the number of directions that a random network passes on: its narrowest layer', () => {
    for (const narrow of [1, 2, 3]) {
      const network = randomNetwork(narrow, [5, 24, narrow, 24, 6]);
      const points = randomPoints(randomStream(narrow, 'points'), 200, 5);
      expect(jacobianRank(survey(network, points), { threshold: 1e-6, floor: 1e-6 }).rank).toBe(
        narrow,
      );
    }
  });

  it('is 1 for a function of the radius, though its directions turn all the way round', () => {
    const { rank, counts } = jacobianRank(survey(radiusNetwork(60, 4), grid), { threshold: 1e-6 });
    expect(rank).toBe(1);
    expect(counts[1]).toBeGreaterThan(100);
  });

  it('is a maximum over points, attained where it is plainest', () => {
    // relu(x) and relu(y) with weights: rank 2 in the first quadrant, 1 in two, 0 in one.
    const quadrants = networkOf([
      {
        weights: [
          [1, 0],
          [0, 1],
        ],
      },
      {
        weights: [
          [1, 0],
          [0, 0.5],
        ],
      },
    ]);
    const points = [-1, -1, -1, 1, 1, -1, 1, 1];
    expect(jacobianRank(survey(quadrants, points), { threshold: 0.1 })).toEqual({
      rank: 2,
      point: 3,
      counts: [1, 2, 1],
    });
    expect(jacobianRank(survey(quadrants, points), { threshold: 0.6 }).rank).toBe(1);
  });

  it('does not count directions where the function is nearly flat', () => {
    const found = { inputs: 2, outputs: 2, singularValues: Float64Array.of(1, 0.01, 1e-4, 9e-5) };
    expect(jacobianRank(found, { threshold: 0.1 })).toEqual({
      rank: 1,
      point: 0,
      counts: [1, 1, 0],
    });
    expect(jacobianRank(found, { threshold: 0.1, floor: 0 }).rank).toBe(2);
  });

  it('is 0 where nothing is known, finite or steep', () => {
    const none = { inputs: 2, outputs: 3, singularValues: new Float64Array(0) };
    expect(jacobianRank(none, { threshold: 0.1 })).toEqual({
      rank: 0,
      point: -1,
      counts: [0, 0, 0],
    });
    const broken = { ...none, singularValues: Float64Array.of(Number.NaN, Number.NaN) };
    expect(jacobianRank(broken, { threshold: 0.1 }).rank).toBe(0);
    const flat = { ...none, singularValues: new Float64Array(4) };
    expect(jacobianRank(flat, { threshold: 0.1 })).toEqual({
      rank: 0,
      point: 0,
      counts: [2, 0, 0],
    });
  });
});

describe('the Schatten bound', () => {
  it('holds for random networks of any shape and scale', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 0, max: 1e6 }),
          inputs: fc.integer({ min: 1, max: 6 }),
          outputs: fc.integer({ min: 1, max: 6 }),
          width: fc.integer({ min: 1, max: 10 }),
          depth: fc.integer({ min: 1, max: 48 }),
          scale: fc.double({ min: 0.05, max: 4, noNaN: true }),
        }),
        ({ seed, inputs, outputs, width, depth, scale }) => {
          const hidden = Array.from({ length: depth - 1 }, () => width);
          const network = randomNetwork(seed, [inputs, ...hidden, outputs]);
          for (let i = 0; i < network.parameters.length; i++) network.parameters[i] *= scale;
          const points = randomPoints(randomStream(seed, 'points'), 10, inputs);
          const { left, right, holds } = boundOf(network, points);
          expect(holds).toBe(true);
          expect(left).toBeLessThanOrEqual(right * (1 + 1e-9));
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([2, 9, 24, 48])('is an equality for a balanced diagonal network of depth %i', (depth) => {
    const scales = [4, 1, 0.25].map((s) => s ** (1 / depth));
    const diagonal = scales.map((s, i) => scales.map((_, j) => (i === j ? s : 0)));
    const network = networkOf(Array.from({ length: depth }, () => ({ weights: diagonal })));
    const { left, right, margin, holds } = boundOf(network, [1, 1, 1]);
    expect(holds).toBe(true);
    expect(left / right).toBeCloseTo(1, 6);
    expect(margin).toBeCloseTo(0, 5);
    const exact = [4, 1, 0.25].reduce((sum, s) => sum + s ** (2 / depth), 0);
    expect(right).toBeCloseTo(exact, 5);
  });

  it('is an equality for a balanced rank-1 network too: rounding noise is left out', () => {
    const depth = 48;
    const v = [0.6, 0.64, 0.48];
    const projector = v.map((a) => v.map((b) => a * b));
    const network = networkOf(Array.from({ length: depth }, () => ({ weights: projector })));
    const { left, right, holds } = boundOf(network, [1, 1, 1]);
    expect(left).toBeCloseTo(1, 5);
    expect(right).toBeCloseTo(1, 5);
    expect(holds).toBe(true);
  });

  it('names the point where the left side is largest, and its size', () => {
    const network = networkOf([{ weights: [[1, -1]] }, { weights: [[9], [4]] }]);
    const { left, right, point } = boundOf(network, [-2, -1, 1, 2]);
    expect(point).toBe(2);
    expect(left).toBeCloseTo(9, 12);
    expect(right).toBeCloseTo((1 + 1 + 81 + 16) / 2, 12);
  });

  it('does not need the biases, which make the right side larger', () => {
    const { dims, parameters } = networkOf([{ weights: [[3]], biases: [100] }]);
    expect(weightNorm(dims, parameters)).toBe(9);
  });

  it('does not hold for what is not finite', () => {
    const found = { inputs: 1, outputs: 1, singularValues: Float64Array.of(1, Number.NaN, 2) };
    expect(schattenBound(found, [1, 1], 9)).toMatchObject({ holds: false, point: 1 });
  });
});
