/** The format of a golden trajectory: a small network, its start and what float64 training made of it. */
import * as v from 'valibot';
import type { TrainingState } from '../engine/engine.ts';
import { type LayerSlice, parameterCount, parameterLayout } from '../engine/parameters.ts';
import type { Optimisation, Problem } from '../engine/problem.ts';
import {
  type ExactProblem,
  type ExactState,
  exactStart,
  roundedState,
} from './float64-training.ts';

const numbers = v.array(v.number());
const matrix = v.array(numbers);

const format = v.object({
  name: v.string(),
  /** Layer sizes [inputs, …, outputs]. */
  dims: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(2)),
  loss: v.picklist(['cross-entropy', 'mse']),
  /** The objective is data loss + (lambda_ / L)·‖θ‖². */
  lambda_: v.number(),
  learningRate: v.number(),
  /** One row a point. */
  X: v.pipe(matrix, v.minLength(1)),
  Y: v.pipe(matrix, v.minLength(1)),
  /** One entry a layer; weights are row-major [fan in, fan out]. */
  W0: matrix,
  b0: matrix,
  gradW0: matrix,
  gradB0: matrix,
  singularValues0: matrix,
  /** Of the centred activations. */
  activationSingularValues0: matrix,
  /** [data loss, ‖θ‖²] before each step. */
  trajectory: v.pipe(v.array(v.tuple([v.number(), v.number()])), v.minLength(1)),
  W: matrix,
  b: matrix,
});

export type ReferenceFile = v.InferOutput<typeof format>;

/** A file that is not of the format; the message names the field and what is wrong with it. */
export class MalformedReference extends Error {
  override readonly name = 'MalformedReference';
}

/** Reads the text of a reference file. Throws `MalformedReference`. */
export function parseReference(text: string): ReferenceFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MalformedReference(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const result = v.safeParse(format, json);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue);
    throw new MalformedReference(path === null ? issue.message : `${path}: ${issue.message}`);
  }
  checkShapes(result.output);
  return result.output;
}

function checkShapes(file: ReferenceFile): void {
  const layers = parameterLayout(file.dims);
  const points = file.X.length;
  const rows = (width: number) => new Array<number>(points).fill(width);
  const of = (size: (layer: LayerSlice) => number) => layers.map(size);
  const expected = {
    X: rows(file.dims[0]),
    Y: rows(file.dims[file.dims.length - 1]),
    W0: of(({ fanIn, fanOut }) => fanIn * fanOut),
    b0: of(({ fanOut }) => fanOut),
    gradW0: of(({ fanIn, fanOut }) => fanIn * fanOut),
    gradB0: of(({ fanOut }) => fanOut),
    singularValues0: of(({ fanIn, fanOut }) => Math.min(fanIn, fanOut)),
    activationSingularValues0: of(({ fanOut }) => Math.min(points, fanOut)),
    W: of(({ fanIn, fanOut }) => fanIn * fanOut),
    b: of(({ fanOut }) => fanOut),
  };
  for (const [field, lengths] of Object.entries(expected)) {
    const entries = file[field as keyof typeof expected];
    if (entries.length !== lengths.length) {
      throw new MalformedReference(
        `${field}: ${lengths.length} entries expected, got ${entries.length}`,
      );
    }
    lengths.forEach((length, index) => {
      if (entries[index].length === length) return;
      throw new MalformedReference(
        `${field}.${index}: ${length} numbers expected, got ${entries[index].length}`,
      );
    });
  }
}

/** Per-layer weights and biases as one flat buffer in the layout of `parameterLayout`. */
export function flatten(
  dims: readonly number[],
  weights: readonly number[][],
  biases: readonly number[][],
): Float64Array {
  const flat = new Float64Array(parameterCount(dims));
  parameterLayout(dims).forEach((layer, index) => {
    flat.set(weights[index], layer.weights);
    flat.set(biases[index], layer.biases);
  });
  return flat;
}

/** What the file asks to be minimised, and how, in float64. */
export function exactReplayOf(file: ReferenceFile): {
  problem: ExactProblem;
  optimisation: Optimisation;
  start: ExactState;
} {
  const { dims, loss, learningRate } = file;
  return {
    problem: { dims, loss, inputs: file.X.flat(), targets: file.Y.flat() },
    optimisation: {
      learningRate,
      schedule: 'constant',
      stepBudget: file.trajectory.length,
      ridge: file.lambda_ / (dims.length - 1),
      warmUpShare: 1,
      warmUpLoss: 0,
      rampSteps: 0,
      clipNorm: 0,
    },
    start: exactStart(flatten(dims, file.W0, file.b0)),
  };
}

/** The same rounded to float32: what an engine has to be opened with to replay the file. */
export function replayOf(file: ReferenceFile): {
  problem: Problem;
  optimisation: Optimisation;
  start: TrainingState;
} {
  const { problem, optimisation, start } = exactReplayOf(file);
  return {
    problem: {
      ...problem,
      inputs: Float32Array.from(problem.inputs),
      targets: Float32Array.from(problem.targets),
    },
    optimisation,
    start: roundedState(start),
  };
}
