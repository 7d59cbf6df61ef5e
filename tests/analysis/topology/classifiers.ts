/** Classifiers of the plane with known topology, written as logits of a point. */
import type { EvaluateLogits } from '../../../src/analysis/topology/index.ts';
import type { Domain } from '../../../src/experiment/index.ts';

export type Logits = (x: number, y: number) => readonly number[];
export type Site = readonly [number, number];

export const square: Domain = { x: [-3, 3], y: [-3, 3] };

export function evaluating(logits: Logits): EvaluateLogits {
  return async (points) => {
    const rows: number[] = [];
    for (let i = 0; i < points.length; i += 2) rows.push(...logits(points[i], points[i + 1]));
    return Float32Array.from(rows);
  };
}

/** Each class wins nearest to its site. */
export function voronoi(sites: readonly Site[]): Logits {
  return (x, y) => sites.map(([u, v]) => -((x - u) ** 2) - (y - v) ** 2);
}

/** Class c wins where the level lies between c − ½ and c + ½. */
export function bands(classCount: number, level: (x: number, y: number) => number): Logits {
  return (x, y) => Array.from({ length: classCount }, (_, c) => -((level(x, y) - c) ** 2));
}

/** Class 1 wins where the function is positive. */
export function twoClasses(f: (x: number, y: number) => number): Logits {
  return (x, y) => [0, f(x, y)];
}

/** Numbers in [0, 1), the same for the same seed. (Marsaglia's xorshift, 2003.) */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761 + 88675123) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** A ReLU network with random weights and biases, two inputs and the given layer sizes. */
export function randomReluNetwork(seed: number, sizes: readonly number[]): Logits {
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const dims = [2, ...sizes];
  const layers = sizes.map((fanOut, layer) => {
    const fanIn = dims[layer];
    const gain = Math.sqrt(2 / fanIn);
    return Array.from({ length: fanOut }, () => ({
      weights: Array.from({ length: fanIn }, () => gain * normal()),
      bias: gain * normal(),
    }));
  });
  return (x, y) =>
    layers.reduce<number[]>(
      (input, layer, index) =>
        layer.map(({ weights, bias }) => {
          const sum = weights.reduce((total, weight, i) => total + weight * input[i], bias);
          return index + 1 < layers.length ? Math.max(0, sum) : sum;
        }),
      [x, y],
    );
}
