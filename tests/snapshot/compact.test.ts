import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterCount, parameterLayout } from '../../src/engine/index.ts';
import { networkSpectra } from '../../src/engine/spectra.ts';
import { compactNetwork } from '../../src/snapshot/compact.ts';
import type { CompactNetwork } from '../../src/snapshot/index.ts';
import { forward } from '../../src/snapshot/settled-network.ts';
import { deviation, networks, pointsFor, randomNetwork } from './networks.ts';

const outputsOf = (network: CompactNetwork, points: Float32Array) =>
  forward(network, points).at(-1) ?? [];

/**
 * The network with every hidden neuron split into `copies` that share its work in unequal parts,
 * as training leaves them, and `dead` neurons that do none.
 */
function split({ dims, parameters }: CompactNetwork, copies: number, dead: number): CompactNetwork {
  const last = dims.length - 1;
  const wide = dims.map((size, layer) =>
    layer === 0 || layer === last ? size : size * copies + dead,
  );
  // Squares add up to one.
  const shares = Array.from({ length: copies }, (_, copy) =>
    Math.sqrt((2 * (copy + 1)) / (copies * (copies + 1))),
  );
  const split = new Float32Array(parameterCount(wide));
  const from = parameterLayout(dims);
  for (const [index, to] of parameterLayout(wide).entries()) {
    const { fanIn, fanOut, weights, biases } = from[index];
    const rows = index === 0 ? [1] : shares;
    const columns = index === last - 1 ? [1] : shares;
    for (let j = 0; j < fanOut; j++) {
      for (const [b, columnShare] of columns.entries()) {
        const column = j * columns.length + b;
        split[to.biases + column] = columnShare * parameters[biases + j];
        for (let i = 0; i < fanIn; i++) {
          for (const [a, rowShare] of rows.entries()) {
            const row = i * rows.length + a;
            split[to.weights + row * to.fanOut + column] =
              rowShare * columnShare * parameters[weights + i * fanOut + j];
          }
        }
      }
    }
  }
  return { dims: wide, parameters: split };
}

describe('compacting a network', () => {
  it('unites neurons that were split, leaves out dead ones, and computes the same', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 3 }), (network, copies) => {
        const wide = split(network, copies, 2);
        const compact = compactNetwork(wide.dims, wide.parameters, 1e-4);
        for (const [layer, size] of compact.dims.entries()) {
          expect(size).toBeLessThanOrEqual(network.dims[layer]);
        }
        const points = pointsFor(network.dims[0], 20);
        expect(deviation(outputsOf(compact, points), outputsOf(network, points))).toBeLessThan(
          1e-4,
        );
      }),
    );
  });

  it('keeps the singular values of the weights of a balanced network, whose neurons were split', () => {
    const balanced = compactNetwork([2, 6, 5, 3], randomNetwork([2, 6, 5, 3], 1).parameters, 0);
    const wide = split(balanced, 3, 4);
    const compact = compactNetwork(wide.dims, wide.parameters, 1e-3);
    const points = pointsFor(2, 30);
    const spectraOf = (network: CompactNetwork) =>
      networkSpectra(network.dims, network.parameters, forward(network, points), { centred: true });
    const [found, wanted] = [spectraOf(compact), spectraOf(wide)];
    for (const kind of ['weights', 'activations'] as const) {
      for (const [layer, values] of found[kind].entries()) {
        expect(deviation(values, wanted[kind][layer].subarray(0, values.length))).toBeLessThan(
          1e-3,
        );
      }
    }
  });

  it('never raises the squared norm, and computes the same, where nothing is united', () => {
    fc.assert(
      fc.property(networks, ({ dims, parameters }) => {
        const compact = compactNetwork(dims, parameters, 0);
        const norm = (values: Float32Array) => values.reduce((sum, value) => sum + value ** 2, 0);
        expect(norm(compact.parameters)).toBeLessThanOrEqual(norm(parameters) * (1 + 1e-5));
        const points = pointsFor(dims[0], 20);
        const wanted = outputsOf({ dims, parameters }, points);
        expect(deviation(outputsOf(compact, points), wanted)).toBeLessThan(1e-4);
      }),
    );
  });

  it('leaves one neuron in a layer that is dead altogether', () => {
    const dims = [2, 5, 5, 3];
    const compact = compactNetwork(dims, new Float32Array(parameterCount(dims)), 0.1);
    expect(compact.dims).toEqual([2, 1, 1, 3]);
    expect([...compact.parameters].every((value) => value === 0)).toBe(true);
  });
});
