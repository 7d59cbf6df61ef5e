import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { growNetwork, growTo } from '../../../src/engine/depth/index.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { change, networkOf, outputsOf, shapes, squaredNorm } from './networks.ts';

const plainShape = {
  depth: 4,
  width: 12,
  inputs: 2,
  outputs: 3,
  points: 50,
  loss: 'cross-entropy',
  seed: 5,
  dead: 0.3,
  distinct: 60,
} as const;

/** The index of the one layer that `after` has and `before` does not. */
function insertedLayer(before: readonly number[], after: Float32Array, parameters: Float32Array) {
  const layers = parameterLayout(before);
  const same = layers.findIndex(({ weights, biases, fanOut }) => {
    const end = biases + fanOut;
    return parameters.subarray(weights, end).some((value, i) => value !== after[weights + i]);
  });
  return same === -1 ? layers.length - 1 : same;
}

describe('growNetwork', () => {
  test('leaves the outputs at the training points as they are, whatever is dead or repeated', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const network = networkOf(shape);
        const { problem, state } = network;
        const grown = growNetwork(problem, state, outputsOf(network), shape.width);
        expect(grown.problem.dims).toHaveLength(problem.dims.length + 1);
        expect(change(network, grown)).toBeLessThan(1e-5);
      }),
    );
  });

  test('adds a norm² that is a whole number, no more than its activations can span', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const network = networkOf(shape);
        const { problem, state } = network;
        const grown = growNetwork(problem, state, outputsOf(network), shape.width);
        const added = squaredNorm(grown.state.parameters) - squaredNorm(state.parameters);
        const rounding = 1e-4 + 1e-6 * squaredNorm(state.parameters);
        expect(Math.abs(added - Math.round(added))).toBeLessThan(rounding);
        const most = Math.min(shape.width, shape.points, shape.distinct);
        expect(Math.round(added)).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('inserts an orthogonal projector without biases, of the rank of its layer', () => {
    // One hidden layer on three distinct points: their activations span three dimensions.
    const network = networkOf({ ...plainShape, depth: 2, distinct: 3, dead: 0 });
    const { problem, state } = network;
    const { width } = plainShape;
    const grown = growNetwork(problem, state, outputsOf(network), width);
    const { weights, biases } = parameterLayout(grown.problem.dims)[1];
    const P = grown.state.parameters.subarray(weights, biases);
    expect(squaredNorm(P)).toBeCloseTo(3, 5);
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) {
        let square = 0;
        for (let k = 0; k < width; k++) square += P[i * width + k] * P[k * width + j];
        expect(square).toBeCloseTo(P[i * width + j], 6);
        expect(P[j * width + i]).toBe(P[i * width + j]);
      }
    }
    const b = grown.state.parameters.subarray(biases, biases + width);
    expect(b.every((value) => value === 0)).toBe(true);
  });

  test('leaves parameters, averages and progress of all other layers as they are', () => {
    const network = networkOf(plainShape);
    const { problem, state } = network;
    const grown = growNetwork(problem, state, outputsOf(network), plainShape.width);
    const size = plainShape.width * (plainShape.width + 1);
    const at = insertedLayer(problem.dims, grown.state.parameters, state.parameters);
    const { weights } = parameterLayout(problem.dims)[at];
    for (const name of ['parameters', 'firstMoment', 'secondMoment'] as const) {
      const buffer = [...grown.state[name]];
      buffer.splice(weights, size);
      expect(buffer).toEqual([...state[name]]);
    }
    expect(grown.state.step).toBe(state.step);
    expect(grown.state.rampStart).toBe(state.rampStart);
  });

  test('gives the new layer a second moment as large as its neighbours and no first moment', () => {
    const network = networkOf(plainShape);
    const { problem, state } = network;
    const grown = growNetwork(problem, state, outputsOf(network), plainShape.width);
    const at = insertedLayer(problem.dims, grown.state.parameters, state.parameters);
    const { weights, biases } = parameterLayout(grown.problem.dims)[at];
    expect(grown.state.firstMoment.subarray(weights, biases).every((m) => m === 0)).toBe(true);
    const [v] = grown.state.secondMoment.subarray(weights, biases);
    expect(v).toBeGreaterThan(4e-7);
    expect(v).toBeLessThan(6e-7);
  });

  test('does not change what it was given', () => {
    const network = networkOf(plainShape);
    const copy = structuredClone(network);
    growNetwork(network.problem, network.state, outputsOf(network), plainShape.width);
    expect(network).toEqual(copy);
  });
});

describe('growTo', () => {
  test('inserts as many layers as are missing, and none where none is', () => {
    const network = networkOf(plainShape);
    const { problem, state } = network;
    const { width } = plainShape;
    const once = growNetwork(problem, state, outputsOf(network), width);
    const added = squaredNorm(once.state.parameters) - squaredNorm(state.parameters);
    const deep = growTo(problem, state, outputsOf(network), width, 48);
    expect(deep.problem.dims).toHaveLength(49);
    expect(change(network, deep)).toBeLessThan(1e-5);
    const all = squaredNorm(deep.state.parameters) - squaredNorm(state.parameters);
    expect(all / added).toBeCloseTo(44, 3);
    expect(growTo(problem, state, outputsOf(network), width, 4)).toEqual(network);
  });
});

describe('growing a network without hidden layers', () => {
  const linear = (inputs: number, outputs: number, seed: number) =>
    networkOf({ ...plainShape, depth: 1, inputs, outputs, seed, dead: 0 });

  test('leaves its outputs as they are where the rank fits through the width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 8 }),
        fc.nat(10_000),
        (inputs, outputs, spare, seed) => {
          const network = linear(inputs, outputs, seed);
          const width = Math.min(inputs, outputs) + spare;
          const { problem, state } = network;
          const grown = growNetwork(problem, state, outputsOf(network), width);
          expect(grown.problem.dims).toEqual([inputs, width, outputs]);
          expect(change(network, grown)).toBeLessThan(1e-5);
          const deep = growTo(problem, state, outputsOf(network), width, 5);
          expect(deep.problem.dims).toEqual([inputs, width, width, width, width, outputs]);
          expect(change(network, deep)).toBeLessThan(1e-5);
        },
      ),
    );
  });

  test('is exact away from the training points too, with two neurons for every dimension', () => {
    const network = linear(2, 3, 1);
    const { problem, state } = network;
    const grown = growNetwork(problem, state, outputsOf(network), 4);
    const inputs = problem.inputs.map((x) => -20 * x + 3);
    const elsewhere = { problem: { ...problem, inputs }, state };
    const grownElsewhere = { ...grown, problem: { ...grown.problem, inputs } };
    expect(change(elsewhere, grownElsewhere)).toBeLessThan(1e-5);
  });

  test('gives neurons to spare incoming weights and no outgoing ones, so that they can learn', () => {
    const network = linear(2, 3, 1);
    const { problem, state } = network;
    const { parameters } = growNetwork(problem, state, outputsOf(network), 10).state;
    for (let neuron = 4; neuron < 10; neuron++) {
      expect(Math.abs(parameters[neuron]) + Math.abs(parameters[10 + neuron])).toBeGreaterThan(0);
      expect([...parameters.subarray(30 + 3 * neuron, 33 + 3 * neuron)]).toEqual([0, 0, 0]);
    }
    const activations = outputsOf(growNetwork(problem, state, outputsOf(network), 10))[0];
    for (let neuron = 4; neuron < 10; neuron++) {
      expect(activations.some((value, at) => at % 10 === neuron && value > 0)).toBe(true);
    }
  });

  test('passes the best approximation that fits through a width that is too small, and says its rank', () => {
    const [inputs, outputs, width] = [7, 6, 3];
    const network = linear(inputs, outputs, 1);
    const { problem, state } = network;
    const grown = growNetwork(problem, state, outputsOf(network), width);
    expect(grown.problem.dims).toEqual([inputs, width, outputs]);
    expect(grown.rankBefore).toBe(6);
    const [before] = outputsOf(network);
    const after = outputsOf(grown).at(-1) ?? before;
    const error = squaredNorm(before.map((value, at) => after[at] - value));
    const rows = Array.from({ length: before.length / outputs }, (_, n) =>
      Array.from(before.subarray(n * outputs, (n + 1) * outputs)),
    );
    const { diagonal } = new SingularValueDecomposition(new Matrix(rows).center('column'));
    const least = diagonal.slice(width).reduce((sum, sigma) => sum + sigma ** 2, 0);
    expect(error / least).toBeCloseTo(1, 3);
    expect(growTo(problem, state, outputsOf(network), width, 5)).toMatchObject({
      problem: { dims: [inputs, width, width, width, width, outputs] },
      rankBefore: 6,
    });
  });

  test('is exact where the training points need no more than the width', () => {
    const network = networkOf({ ...plainShape, depth: 1, inputs: 7, outputs: 6, points: 3 });
    const { problem, state } = network;
    const grown = growNetwork(problem, state, outputsOf(network), 3);
    expect(change(network, grown)).toBeLessThan(1e-5);
    expect(grown.rankBefore).toBeUndefined();
  });
});
