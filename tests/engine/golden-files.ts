/** Reads the golden trajectories of tests/reference, made in double precision by NumPy. */
import { readFileSync } from 'node:fs';
import type { TrainingState } from '../../src/engine/engine.ts';
import { parameterCount } from '../../src/engine/parameters.ts';
import type { Optimisation, Problem } from '../../src/engine/problem.ts';

export const goldenNames = [
  'classifier-depth4',
  'classifier-depth12',
  'regression-depth6',
] as const;

interface GoldenFile {
  readonly dims: number[];
  readonly loss: 'cross-entropy' | 'mse';
  readonly lambda_: number;
  readonly learningRate: number;
  readonly X: number[][];
  readonly Y: number[][];
  readonly W0: number[][];
  readonly b0: number[][];
  readonly gradW0: number[][];
  readonly gradB0: number[][];
  readonly singularValues0: number[][];
  readonly activationSingularValues0: number[][];
  /** [data loss, ‖θ‖²] before each step. */
  readonly trajectory: [number, number][];
  readonly W: number[][];
  readonly b: number[][];
}

export interface Golden {
  readonly file: GoldenFile;
  readonly problem: Problem;
  readonly optimisation: Optimisation;
  readonly state: TrainingState;
}

/** W₁, b₁, W₂, b₂, … one after the other. */
export function flatten(weights: number[][], biases: number[][]): number[] {
  return weights.flatMap((layer, index) => [...layer, ...biases[index]]);
}

export function readGolden(name: (typeof goldenNames)[number]): Golden {
  const file: GoldenFile = JSON.parse(readFileSync(`tests/reference/${name}.json`, 'utf8'));
  const { dims, loss, lambda_, learningRate, X, Y, W0, b0 } = file;
  const length = parameterCount(dims);
  return {
    file,
    problem: {
      dims,
      loss,
      inputs: Float32Array.from(X.flat()),
      targets: Float32Array.from(Y.flat()),
    },
    optimisation: {
      learningRate,
      schedule: 'constant',
      stepBudget: file.trajectory.length,
      ridge: lambda_ / (dims.length - 1),
      warmUpShare: 1,
      warmUpLoss: 0,
      rampSteps: 0,
      clipNorm: 0,
    },
    state: {
      step: 0,
      rampStart: -1,
      parameters: Float32Array.from(flatten(W0, b0)),
      firstMoment: new Float32Array(length),
      secondMoment: new Float32Array(length),
    },
  };
}
