/**
 * The training step in plain TypeScript and double precision, straight from the definitions in
 * problem.ts: slow, obvious, and written without a look at any engine.
 */
import type { TrainingState } from '../../src/engine/engine.ts';
import { parameterLayout } from '../../src/engine/parameters.ts';
import { adam, type Optimisation, type Problem, pointCount } from '../../src/engine/problem.ts';
import { learningRateAt, ridgeAt, warmingUp, warmUpEnds } from '../../src/engine/schedule.ts';

/** Outputs of every layer, each [points][fanOut]. */
export function forward(
  dims: readonly number[],
  parameters: ArrayLike<number>,
  points: number[][],
): number[][][] {
  const layers: number[][][] = [];
  let input = points;
  parameterLayout(dims).forEach(({ fanIn, fanOut, weights, biases }, index) => {
    const last = index === dims.length - 2;
    input = input.map((row) =>
      Array.from({ length: fanOut }, (_, j) => {
        let sum = parameters[biases + j];
        for (let i = 0; i < fanIn; i++) sum += row[i] * parameters[weights + i * fanOut + j];
        return last ? sum : Math.max(0, sum);
      }),
    );
    layers.push(input);
  });
  return layers;
}

/** Rows of a row-major matrix. */
export function rowsOf(matrix: ArrayLike<number>, columns: number): number[][] {
  return Array.from({ length: matrix.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, column) => matrix[row * columns + column]),
  );
}

function lossAndDelta(
  problem: Problem,
  outputs: number[][],
): { dataLoss: number; delta: number[][] } {
  const points = pointCount(problem);
  const targets = rowsOf(problem.targets, problem.dims[problem.dims.length - 1]);
  let dataLoss = 0;
  const delta = outputs.map((row, n) => {
    if (problem.loss === 'mse') {
      return row.map((output, j) => {
        dataLoss += (output - targets[n][j]) ** 2 / points;
        return (2 * (output - targets[n][j])) / points;
      });
    }
    const largest = Math.max(...row);
    const powers = row.map((output) => Math.exp(output - largest));
    const sum = powers.reduce((a, b) => a + b, 0);
    row.forEach((output, j) => {
      dataLoss -= (targets[n][j] * (output - largest - Math.log(sum))) / points;
    });
    return powers.map((power, j) => (power / sum - targets[n][j]) / points);
  });
  return { dataLoss, delta };
}

/** The data loss and its gradient in the layout of `parameterLayout`. */
export function lossAndGradient(
  problem: Problem,
  parameters: ArrayLike<number>,
): { dataLoss: number; gradient: Float64Array } {
  const { dims } = problem;
  const layout = parameterLayout(dims);
  const inputs = rowsOf(problem.inputs, dims[0]);
  const layers = forward(dims, parameters, inputs);
  const { dataLoss, delta: outputDelta } = lossAndDelta(problem, layers[layers.length - 1]);
  const gradient = new Float64Array(parameters.length);
  let delta = outputDelta;
  for (let index = layout.length - 1; index >= 0; index--) {
    const { fanIn, fanOut, weights, biases } = layout[index];
    const input = index > 0 ? layers[index - 1] : inputs;
    const previous = input.map(() => new Array<number>(fanIn).fill(0));
    delta.forEach((row, n) => {
      for (let j = 0; j < fanOut; j++) {
        gradient[biases + j] += row[j];
        for (let i = 0; i < fanIn; i++) {
          gradient[weights + i * fanOut + j] += input[n][i] * row[j];
          if (input[n][i] > 0) previous[n][i] += row[j] * parameters[weights + i * fanOut + j];
        }
      }
    });
    delta = previous;
  }
  return { dataLoss, gradient };
}

export interface ReferenceState {
  step: number;
  rampStart: number;
  parameters: Float64Array;
  firstMoment: Float64Array;
  secondMoment: Float64Array;
}

export function referenceState(state: TrainingState): ReferenceState {
  return {
    step: state.step,
    rampStart: state.rampStart,
    parameters: Float64Array.from(state.parameters),
    firstMoment: Float64Array.from(state.firstMoment),
    secondMoment: Float64Array.from(state.secondMoment),
  };
}

/** One training step in place; returns the data loss and ‖θ‖² before it. */
export function referenceStep(
  problem: Problem,
  optimisation: Optimisation,
  state: ReferenceState,
): { dataLoss: number; parameterNorm: number } {
  const { dataLoss, gradient } = lossAndGradient(problem, state.parameters);
  const parameterNorm = state.parameters.reduce((sum, p) => sum + p * p, 0);
  if (state.rampStart === warmingUp && warmUpEnds(optimisation, state.step, dataLoss)) {
    state.rampStart = state.step;
  }
  const norm = Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0));
  const { clipNorm } = optimisation;
  const clip = clipNorm > 0 && norm > clipNorm ? clipNorm / norm : 1;
  const ridge = ridgeAt(optimisation, state.step, state.rampStart);
  const rate = learningRateAt(optimisation, state.step);
  const t = ++state.step;
  for (let i = 0; i < gradient.length; i++) {
    const g = clip * gradient[i] + 2 * ridge * state.parameters[i];
    state.firstMoment[i] = adam.beta1 * state.firstMoment[i] + (1 - adam.beta1) * g;
    state.secondMoment[i] = adam.beta2 * state.secondMoment[i] + (1 - adam.beta2) * g * g;
    const first = state.firstMoment[i] / (1 - adam.beta1 ** t);
    const second = state.secondMoment[i] / (1 - adam.beta2 ** t);
    state.parameters[i] -= (rate * first) / (Math.sqrt(second) + adam.epsilon);
  }
  return { dataLoss, parameterNorm };
}
