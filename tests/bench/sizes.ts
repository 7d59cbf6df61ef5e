/** The seven networks and data sets on which everything is timed. */
import { initialParameters } from '../../src/engine/initialise.ts';
import { parameterLayout } from '../../src/engine/parameters.ts';
import { type Loss, type Problem, pointCount } from '../../src/engine/problem.ts';
import { randomStream } from '../../src/experiment/index.ts';

export interface Size {
  readonly name: string;
  readonly depth: number;
  readonly width: number;
  readonly points: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly loss: Loss;
}

const classifier = (depth: number, width: number, points: number): Size => ({
  name: `L${depth} w${width} N${points}`,
  depth,
  width,
  points,
  inputs: 2,
  outputs: 4,
  loss: 'cross-entropy',
});

export const sizes: readonly Size[] = [
  classifier(9, 50, 39),
  classifier(4, 64, 500),
  classifier(6, 64, 400),
  classifier(8, 64, 1000),
  classifier(20, 64, 400),
  classifier(48, 32, 200),
  { ...classifier(13, 100, 500), inputs: 50, outputs: 50, loss: 'mse' },
];

/** What every contender minimises, from where, and how: full-batch Adam at a constant rate. */
export interface Task {
  readonly problem: Problem;
  /** Coefficient of ‖θ‖², biases included. */
  readonly ridge: number;
  readonly learningRate: number;
  readonly parameters: Float32Array;
}

/**
 * Random points with something to learn about them, the same at every call. The weights start at
 * 0.7 of He's size with biases of the same spread: from there rounding errors do not grow for
 * twenty steps, so that single precision has no excuse. (From He's own start they grow so fast at
 * L = 20 that no two contenders agree.)
 */
export function taskOf(size: Size): Task {
  const { depth, width, points, inputs, outputs, loss } = size;
  const dims = [inputs, ...Array.from({ length: depth - 1 }, () => width), outputs];
  const data = randomStream(0, 'bench/data');
  const targets = new Float32Array(points * outputs);
  const problem: Problem = {
    dims,
    loss,
    inputs: Float32Array.from({ length: points * inputs }, () => 2 * data.uniform() - 1),
    targets,
  };
  for (let point = 0; point < points; point++) {
    const x = problem.inputs.subarray(point * inputs, (point + 1) * inputs);
    const y = targets.subarray(point * outputs, (point + 1) * outputs);
    // Bands of classes across the square, or every coordinate bent: there is something to learn, so
    // that no gradient is a sum that cancels, whose sign rounding alone would decide.
    if (loss === 'mse') y.set(x.map((value, i) => Math.abs(value) + 0.5 * x[(i + 1) % inputs]));
    else y[Math.min(outputs - 1, Math.floor(((x[0] + 1) / 2) * outputs))] = 1;
  }
  const start = { init: 'he', gain: 0.7, amplitude: 1, biasScale: 1 } as const;
  const parameters = initialParameters(dims, start, randomStream(0, 'bench/weights'));
  return { problem, ridge: 1e-3 / depth, learningRate: 1e-3, parameters };
}

/**
 * Floating-point operations of one training step, matrix products only: 2·N·fan-in·fan-out each
 * for the forward pass, the weight gradient and the input gradient, the last of which the first
 * layer does not need.
 */
export function stepOperations(problem: Problem): number {
  const points = pointCount(problem);
  return parameterLayout(problem.dims).reduce(
    (sum, { fanIn, fanOut }, layer) => sum + 2 * points * fanIn * fanOut * (layer === 0 ? 2 : 3),
    0,
  );
}
