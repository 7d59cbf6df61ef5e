import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growNetwork, growTo, shrinkNetwork, shrinkTo } from '../../../src/engine/depth/index.ts';
import { change, networkOf, outputsOf, type Shape, shapes, squaredNorm } from './networks.ts';

const plainShape: Shape = {
  depth: 5,
  width: 12,
  inputs: 2,
  outputs: 3,
  points: 50,
  loss: 'mse',
  seed: 5,
  dead: 0.3,
  distinct: 60,
};

describe('shrinkNetwork', () => {
  test('takes an inserted layer out again without a change at the training points', () => {
    fc.assert(
      fc.property(shapes, ({ seed, dead, points, distinct }) => {
        const network = networkOf({ ...plainShape, depth: 3, seed, dead, points, distinct });
        const { problem, state } = network;
        const grown = growNetwork(problem, state, outputsOf(network), plainShape.width);
        const back = shrinkNetwork(grown.problem, grown.state, outputsOf(grown));
        expect(back.problem.dims).toEqual(problem.dims);
        expect(change(network, back)).toBeLessThan(1e-4);
      }),
      { numRuns: 60 },
    );
  });

  test('gives finite networks of one layer less for any network', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const network = networkOf(shape);
        const { problem, state } = network;
        const shrunk = shrinkNetwork(problem, state, outputsOf(network), 1e-3);
        expect(shrunk.problem.dims).toEqual(problem.dims.toSpliced(1, 1));
        for (const name of ['parameters', 'firstMoment', 'secondMoment'] as const) {
          expect(shrunk.state[name].every(Number.isFinite)).toBe(true);
        }
        expect(shrunk.state.secondMoment.every((v) => v >= 0)).toBe(true);
        expect(shrunk.state.step).toBe(state.step);
        expect(shrunk.state.rampStart).toBe(state.rampStart);
      }),
    );
  });

  test('leaves out the layer that is affine on the data, wherever it is', () => {
    const network = networkOf({ ...plainShape, dead: 0 });
    const { problem, state } = network;
    const { width } = plainShape;
    // A bias that no point gets below zero from makes layer 2 affine.
    const parameters = state.parameters.slice();
    const biases = 3 * width + width * width;
    for (let j = 0; j < width; j++) parameters[biases + j] = 30;
    const affine = { problem, state: { ...state, parameters } };
    const shrunk = shrinkNetwork(problem, affine.state, outputsOf(affine));
    expect(change(affine, shrunk)).toBeLessThan(1e-3);
  });

  test('weighs the norm against the data loss where the norm has a price', () => {
    const network = networkOf({ ...plainShape, depth: 8 });
    const { problem, state } = network;
    const free = shrinkNetwork(problem, state, outputsOf(network), 0);
    const dear = shrinkNetwork(problem, state, outputsOf(network), 1000);
    expect(squaredNorm(dear.state.parameters)).toBeLessThanOrEqual(
      squaredNorm(free.state.parameters),
    );
  });

  test('refuses a network without hidden layers', () => {
    const network = networkOf({ ...plainShape, depth: 1 });
    const { problem, state } = network;
    expect(() => shrinkNetwork(problem, state, outputsOf(network))).toThrow('at least one layer');
  });

  test('does not change what it was given', () => {
    const network = networkOf(plainShape);
    const copy = structuredClone(network);
    shrinkNetwork(network.problem, network.state, outputsOf(network));
    expect(network).toEqual(copy);
  });
});

describe('shrinkTo', () => {
  test('undoes any number of insertions', () => {
    const network = networkOf({ ...plainShape, depth: 3 });
    const { problem, state } = network;
    const deep = growTo(problem, state, outputsOf(network), plainShape.width, 12);
    const back = shrinkTo(deep.problem, deep.state, outputsOf(deep), 3);
    expect(back.problem.dims).toEqual(problem.dims);
    expect(change(network, back)).toBeLessThan(1e-4);
  });

  test('goes down to a single layer, and does nothing where there is nothing to do', () => {
    const network = networkOf(plainShape);
    const { problem, state } = network;
    const linear = shrinkTo(problem, state, outputsOf(network), 1);
    expect(linear.problem.dims).toEqual([2, 3]);
    expect(linear.state.parameters.every(Number.isFinite)).toBe(true);
    expect(shrinkTo(problem, state, outputsOf(network), 5)).toEqual(network);
  });
});
