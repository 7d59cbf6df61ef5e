/** Inputs that are not trained on, to see what a network does to them. */
import { curveDomain } from './data/domain.ts';
import { type Random, randomStream } from './random.ts';

/** `count` points [count, 2] drawn evenly from the square of the curves; the same ones every time. */
export function evenProbes(count: number): Float32Array {
  const random = randomStream(0, 'probes');
  const along = ([from, to]: readonly [number, number]) => from + (to - from) * random.uniform();
  return Float32Array.from({ length: 2 * count }, (_, i) =>
    along(i % 2 === 0 ? curveDomain.x : curveDomain.y),
  );
}

/** The centres [side², 2] of the cells of a grid over the square of the curves. */
export function gridProbes(side: number): Float32Array {
  const along = ([from, to]: readonly [number, number], cell: number) =>
    from + ((to - from) * (cell + 0.5)) / side;
  return Float32Array.from({ length: 2 * side ** 2 }, (_, i) => {
    const probe = Math.floor(i / 2);
    return i % 2 === 0
      ? along(curveDomain.x, probe % side)
      : along(curveDomain.y, Math.floor(probe / side));
  });
}

/** The values with Gaussian noise of this standard deviation added to each, unclipped. */
export function noisyCopy(values: Float32Array, deviation: number, random: Random): Float32Array {
  return values.map((value) => value + deviation * random.normal());
}
