/** Random networks as the depth changes meet them: with dead neurons, few points, low ranks and a past. */
import fc from 'fast-check';
import type { NetworkState } from '../../../src/engine/depth/index.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import type { Loss } from '../../../src/engine/problem.ts';
import { initialState, randomProblem, uniform } from '../problems.ts';
import { forward, rowsOf } from '../reference-trainer.ts';

export interface Shape {
  readonly depth: number;
  readonly width: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly points: number;
  readonly loss: Loss;
  readonly seed: number;
  /** Share of the hidden neurons that no training point activates. */
  readonly dead: number;
  /** All points are the same few. */
  readonly distinct: number;
}

export const shapes: fc.Arbitrary<Shape> = fc.record({
  depth: fc.integer({ min: 2, max: 7 }),
  width: fc.integer({ min: 1, max: 17 }),
  inputs: fc.integer({ min: 1, max: 5 }),
  outputs: fc.integer({ min: 1, max: 6 }),
  points: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 60 })),
  loss: fc.constantFrom<Loss>('cross-entropy', 'mse'),
  seed: fc.nat(1_000_000),
  dead: fc.constantFrom(0, 0.3, 1),
  distinct: fc.constantFrom(1, 3, 60),
});

export function networkOf(shape: Shape): NetworkState {
  const { depth, width, inputs, outputs, points, loss, seed, dead, distinct } = shape;
  const dims = [inputs, ...new Array<number>(depth - 1).fill(width), outputs];
  const random = uniform(seed + 2);
  const problem = randomProblem(dims, points, loss, seed);
  for (let at = 0; at < problem.inputs.length; at++) {
    problem.inputs[at] = problem.inputs[at % (distinct * inputs)];
  }
  const start = initialState(dims, seed + 1);
  for (const { fanOut, biases } of parameterLayout(dims).slice(0, -1)) {
    for (let j = 0; j < fanOut; j++) {
      if ((random() + 1) / 2 < dead) start.parameters[biases + j] = -1000;
    }
  }
  const state = {
    ...start,
    step: 700,
    rampStart: 80,
    firstMoment: start.firstMoment.map(() => 1e-3 * random()),
    secondMoment: start.secondMoment.map(() => 1e-6 * Math.abs(random())),
  };
  return { problem, state };
}

/** Outputs of layers 1 … L at the training inputs, in double precision and rounded as an engine's. */
export function outputsOf({ problem, state }: NetworkState): Float32Array[] {
  const layers = forward(problem.dims, state.parameters, rowsOf(problem.inputs, problem.dims[0]));
  return layers.map((rows) => Float32Array.from(rows.flat()));
}

/** Largest change of an output as a share of the largest output. */
export function change(before: NetworkState, after: NetworkState): number {
  const [expected, actual] = [before, after].map((network) => outputsOf(network).at(-1));
  if (!expected || !actual) return Number.NaN;
  const largest = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const worst = expected.reduce((a, b, i) => Math.max(a, Math.abs(b - actual[i])), 0);
  return worst === 0 ? 0 : worst / largest;
}

export function squaredNorm(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
