/** Networks with known functions, as flat parameters in the layout of engine/parameters.ts. */
import { parameterCount, parameterLayout } from '../../src/engine/parameters.ts';
import { type Random, randomStream } from '../../src/experiment/random.ts';

export interface Network {
  readonly dims: readonly number[];
  readonly parameters: Float32Array;
}

/** He normal weights, and biases drawn like them. */
export function randomNetwork(seed: number, dims: readonly number[]): Network {
  const random = randomStream(seed, 'network');
  const parameters = new Float32Array(parameterCount(dims));
  for (const { fanIn, fanOut, weights, biases } of parameterLayout(dims)) {
    const deviation = Math.sqrt(2 / fanIn);
    for (let i = weights; i < biases + fanOut; i++) parameters[i] = deviation * random.normal();
  }
  return { dims, parameters };
}

/** From matrices [fan in][fan out] and biases; a layer without biases has zeros. */
export function networkOf(
  layers: readonly {
    readonly weights: readonly (readonly number[])[];
    readonly biases?: readonly number[];
  }[],
): Network {
  const dims = [layers[0].weights.length, ...layers.map(({ weights }) => weights[0].length)];
  const parameters = layers.flatMap(({ weights, biases }) => [
    ...weights.flat(),
    ...(biases ?? weights[0].map(() => 0)),
  ]);
  return { dims, parameters: Float32Array.from(parameters) };
}

/** Outputs at one point, in float64 and as plainly as can be. */
export function evaluate({ dims, parameters }: Network, point: readonly number[]): number[] {
  const layout = parameterLayout(dims);
  return layout.reduce<number[]>(
    (input, { fanOut, weights, biases }, layer) =>
      Array.from({ length: fanOut }, (_, j) => {
        const sum = input.reduce(
          (total, value, i) => total + value * parameters[weights + i * fanOut + j],
          parameters[biases + j],
        );
        return layer + 1 < layout.length ? Math.max(0, sum) : sum;
      }),
    [...point],
  );
}

export function randomPoints(random: Random, count: number, inputs: number, reach = 3) {
  return Float32Array.from({ length: count * inputs }, () => reach * (2 * random.uniform() - 1));
}

/** |x|, nearly: the mean of relu over many directions, through a hidden layer or several. */
export function radiusNetwork(directions: number, depth = 2): Network {
  const angles = Array.from({ length: directions }, (_, k) => (2 * Math.PI * k) / directions);
  const share = Math.PI / directions;
  const fold = {
    weights: [angles.map(Math.cos), angles.map(Math.sin)],
  };
  const sum = { weights: angles.map(() => [share]) };
  const pass = { weights: [[1]] };
  const ramp = { weights: [[1, -0.5, 0.2]], biases: [0, 1, -0.3] };
  const passes = Array.from({ length: depth - 2 }, () => pass);
  return networkOf([fold, sum, ...passes, ramp]);
}
