/** Random problems with awkward sizes, for the property-based tests. */
import fc from 'fast-check';
import type { TrainingState } from '../../src/engine/engine.ts';
import { parameterLayout } from '../../src/engine/parameters.ts';
import type { Optimisation, Problem } from '../../src/engine/problem.ts';

export interface Setting {
  readonly problem: Problem;
  readonly optimisation: Optimisation;
  readonly state: TrainingState;
}

/** Uniform in [−1, 1), the same for the same seed: a linear congruential generator, discarding its first values. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}

/** A network with He-like weights of gain `gain` and small biases, at step 0. */
export function initialState(dims: readonly number[], seed: number, gain = 1): TrainingState {
  const random = uniform(seed);
  const layout = parameterLayout(dims);
  const parameters = layout.flatMap(({ fanIn, fanOut }) => [
    ...Array.from({ length: fanIn * fanOut }, () => random() * gain * Math.sqrt(6 / fanIn)),
    ...Array.from({ length: fanOut }, () => random() * 0.2),
  ]);
  return {
    step: 0,
    rampStart: -1,
    parameters: Float32Array.from(parameters),
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length),
  };
}

export function randomProblem(
  dims: readonly number[],
  points: number,
  loss: Problem['loss'],
  seed: number,
): Problem {
  const random = uniform(seed);
  const outputs = dims[dims.length - 1];
  const inputs = Float32Array.from({ length: points * dims[0] }, random);
  const targets = Float32Array.from({ length: points * outputs }, random);
  if (loss === 'cross-entropy') {
    targets.fill(0);
    for (let n = 0; n < points; n++) {
      targets[n * outputs + Math.floor(((random() + 1) / 2) * outputs)] = 1;
    }
  }
  return { dims, loss, inputs, targets };
}

export const plain: Optimisation = {
  learningRate: 1e-3,
  schedule: 'constant',
  stepBudget: 1000,
  ridge: 1e-3,
  warmUpShare: 1,
  warmUpLoss: 0,
  rampSteps: 0,
  clipNorm: 0,
};

const optimisations: fc.Arbitrary<Optimisation> = fc.record({
  learningRate: fc.constantFrom(1e-4, 1e-3),
  schedule: fc.constantFrom('constant', 'drop', 'cosine'),
  stepBudget: fc.integer({ min: 5, max: 30 }),
  ridge: fc.constantFrom(0, 1e-3, 0.02),
  warmUpShare: fc.constantFrom(0.3, 1),
  warmUpLoss: fc.constantFrom(0, 1, 100),
  rampSteps: fc.constantFrom(0, 7),
  clipNorm: fc.constantFrom(0, 0.1, 1),
});

/** Depths from 1, widths and numbers of points that fill no tile, up to ten classes. */
export const settings: fc.Arbitrary<Setting> = fc
  .record({
    depth: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 23 }),
    inputs: fc.integer({ min: 1, max: 6 }),
    outputs: fc.integer({ min: 2, max: 10 }),
    points: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 140 })),
    loss: fc.constantFrom<Problem['loss']>('cross-entropy', 'mse'),
    optimisation: optimisations,
    seed: fc.nat(),
  })
  .map(({ depth, width, inputs, outputs, points, loss, optimisation, seed }) => {
    const dims = [inputs, ...new Array<number>(depth - 1).fill(width), outputs];
    return {
      problem: randomProblem(dims, points, loss, seed),
      optimisation,
      state: initialState(dims, seed + 1),
    };
  });

/** The shapes that are easiest to get wrong, each with either loss somewhere, clipped and not. */
export const edges: Readonly<Record<string, Setting>> = {
  'ten classes': edge([2, 13, 13, 10], 37, 'cross-entropy'),
  'ten classes, clipped': edge([3, 21, 10], 50, 'cross-entropy', { clipNorm: 0.05 }),
  'one layer': edge([3, 4], 21, 'cross-entropy', { clipNorm: 0.1 }),
  'one layer, squared error': edge([2, 3], 18, 'mse'),
  'one point': edge([2, 7, 7, 3], 1, 'cross-entropy'),
  'one point, squared error, clipped': edge([2, 9, 5], 1, 'mse', { clipNorm: 0.1 }),
  'one point, one layer, ten classes': edge([1, 10], 1, 'cross-entropy', { clipNorm: 0.5 }),
  'odd widths': edge([5, 17, 17, 17, 9], 30, 'mse', { clipNorm: 0.05 }),
  'a point more than a tile': edge([2, 12, 12, 3], 65, 'cross-entropy'),
  'a point less than two blocks, and every schedule': edge([4, 11, 11, 5], 127, 'cross-entropy', {
    schedule: 'cosine',
    stepBudget: 8,
    warmUpShare: 0.3,
    warmUpLoss: 100,
    rampSteps: 7,
    clipNorm: 0.1,
  }),
};

function edge(
  dims: readonly number[],
  points: number,
  loss: Problem['loss'],
  change: Partial<Optimisation> = {},
): Setting {
  return {
    problem: randomProblem(dims, points, loss, 101),
    optimisation: { ...plain, ridge: 0.01, ...change },
    state: initialState(dims, 102),
  };
}
