/** Arbitrary networks for the tests of the snapshots. */
import fc from 'fast-check';
import { parameterCount } from '../../src/engine/index.ts';
import { randomStream } from '../../src/experiment/index.ts';
import type { CompactNetwork } from '../../src/snapshot/index.ts';

/** A network of normal weights with these layer sizes. */
export function randomNetwork(dims: readonly number[], seed: number): CompactNetwork {
  const random = randomStream(seed, 'test network');
  return {
    dims,
    parameters: Float32Array.from({ length: parameterCount(dims) }, () => random.normal()),
  };
}

export const networks = fc
  .record({
    dims: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
    seed: fc.integer({ min: 0, max: 9999 }),
  })
  .map(({ dims, seed }) => randomNetwork(dims, seed));

/** Points [M, inputs] to ask a network at. */
export function pointsFor(inputs: number, count: number): Float32Array {
  const random = randomStream(7, 'test points');
  return Float32Array.from({ length: inputs * count }, () => random.normal());
}

/** The largest difference of two vectors as a share of the largest number of the second. */
export function deviation(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let difference = 0;
  let scale = Number.MIN_VALUE;
  for (let i = 0; i < wanted.length; i++) {
    difference = Math.max(difference, Math.abs(found[i] - wanted[i]));
    scale = Math.max(scale, Math.abs(wanted[i]));
  }
  return difference / scale;
}
