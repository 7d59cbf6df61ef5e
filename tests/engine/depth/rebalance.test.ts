import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebalance, rebalanceState } from '../../../src/engine/depth/index.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { change, networkOf, type Shape, shapes, squaredNorm } from './networks.ts';

/** The network with every layer multiplied by a power of ten, so that nothing is in balance. */
function unbalanced(shape: Shape, exponents: readonly number[]) {
  const network = networkOf(shape);
  const parameters = network.state.parameters.slice();
  for (const [layer, { weights, biases, fanOut }] of parameterLayout(
    network.problem.dims,
  ).entries()) {
    const scale = 10 ** exponents[layer % exponents.length];
    for (let at = weights; at < biases + fanOut; at++) parameters[at] *= scale;
  }
  return { ...network, state: { ...network.state, parameters } };
}

const exponents = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 6 });

/** The norms of what comes in, with the bias, and of what goes out, for every hidden neuron. */
function sides(dims: readonly number[], parameters: Float32Array): [number, number][] {
  const layers = parameterLayout(dims);
  return layers.slice(0, -1).flatMap(({ fanIn, fanOut, weights, biases }, index) => {
    const next = layers[index + 1];
    return Array.from({ length: fanOut }, (_, j): [number, number] => {
      let incoming = parameters[biases + j] ** 2;
      for (let i = 0; i < fanIn; i++) incoming += parameters[weights + i * fanOut + j] ** 2;
      const from = next.weights + j * next.fanOut;
      return [incoming, squaredNorm(parameters.subarray(from, from + next.fanOut))];
    });
  });
}

describe('rebalance', () => {
  test('changes no output and never adds to the norm', () => {
    fc.assert(
      fc.property(shapes, exponents, (shape, powers) => {
        const network = unbalanced(shape, powers);
        const { dims } = network.problem;
        const parameters = rebalance(dims, network.state.parameters);
        const balanced = { ...network, state: { ...network.state, parameters } };
        expect(change(network, balanced)).toBeLessThan(2e-5);
        const before = squaredNorm(network.state.parameters);
        expect(squaredNorm(parameters)).toBeLessThan(before * (1 + 1e-6));
      }),
    );
  });

  test('makes every neuron’s incoming and outgoing norms the same, to 3 in 1,000 of its layer’s', () => {
    fc.assert(
      fc.property(shapes, exponents, (shape, powers) => {
        const network = unbalanced({ ...shape, dead: 0 }, powers);
        const { dims } = network.problem;
        const neurons = sides(dims, rebalance(dims, network.state.parameters));
        for (let first = 0; first < neurons.length; first += shape.width) {
          const layer = neurons.slice(first, first + shape.width);
          const whole = layer.reduce((sum, [incoming, outgoing]) => sum + incoming + outgoing, 0);
          for (const [incoming, outgoing] of layer) {
            const difference = Math.abs(Math.sqrt(incoming) - Math.sqrt(outgoing));
            expect(difference / Math.sqrt(whole)).toBeLessThan(3e-3);
          }
        }
      }),
    );
  });

  test('leaves a balanced network as it is', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { problem, state } = networkOf(shape);
        const once = rebalance(problem.dims, state.parameters);
        const twice = rebalance(problem.dims, once);
        const before = squaredNorm(once);
        const moved = squaredNorm(twice.map((value, at) => value - once[at]));
        expect(Math.sqrt(moved / before)).toBeLessThan(1e-2);
        expect(squaredNorm(twice)).toBeLessThanOrEqual(before * (1 + 1e-6));
        expect(squaredNorm(twice)).toBeGreaterThan(before * (1 - 1e-4));
      }),
    );
  });

  test('levels layers of very different norms in a network of 48 layers', () => {
    const shape: Shape = {
      depth: 48,
      width: 8,
      inputs: 2,
      outputs: 3,
      points: 5,
      loss: 'mse',
      seed: 3,
      dead: 0,
      distinct: 5,
    };
    const ramp = Array.from({ length: 48 }, (_, layer) => (layer - 23.5) / 12);
    const { problem, state } = networkOf(shape);
    const reference = squaredNorm(rebalance(problem.dims, state.parameters));
    const steep = state.parameters.slice();
    for (const [layer, { weights, biases, fanOut }] of parameterLayout(problem.dims).entries()) {
      const before = 10 ** ramp.slice(0, layer).reduce((a, b) => a + b, 0);
      const factor = 10 ** ramp[layer];
      for (let at = weights; at < biases; at++) steep[at] *= factor;
      for (let at = biases; at < biases + fanOut; at++) steep[at] *= before * factor;
    }
    expect(squaredNorm(steep)).toBeGreaterThan(100 * reference);
    expect(squaredNorm(rebalance(problem.dims, steep)) / reference).toBeCloseTo(1, 3);
  });

  test('leaves a neuron without incoming or outgoing weights alone', () => {
    // Inputs 1, hidden neurons 2, outputs 1; the second neuron leads nowhere.
    const parameters = Float32Array.from([4, 3, 0, 0, 1, 0, 0.5]);
    expect([...rebalance([1, 2, 1], parameters)]).toEqual([2, 3, 0, 0, 2, 0, 0.5]);
  });

  test('moves Adam’s averages against the parameters, by the power of the gradient they hold', () => {
    const parameters = Float32Array.from([4, 3, 0, 0, 1, 0, 0.5]);
    const moments = Float32Array.from([1, 1, 1, 1, 1, 1, 1]);
    const state = {
      step: 9,
      rampStart: 3,
      parameters,
      firstMoment: moments,
      secondMoment: moments,
    };
    const balanced = rebalanceState([1, 2, 1], state);
    expect([...balanced.parameters]).toEqual([2, 3, 0, 0, 2, 0, 0.5]);
    expect([...balanced.firstMoment]).toEqual([2, 1, 2, 1, 0.5, 1, 1]);
    expect([...balanced.secondMoment]).toEqual([4, 1, 4, 1, 0.25, 1, 1]);
    expect(balanced.step).toBe(9);
    expect(balanced.rampStart).toBe(3);
  });
});
