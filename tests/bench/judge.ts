/**
 * The same network in double precision with plain loops, written to be read. It judges whether
 * the contenders compute the same thing, and takes no part in the race.
 */
import { parameterLayout } from '../../src/engine/parameters.ts';
import { adam, type Problem, pointCount } from '../../src/engine/problem.ts';
import type { Task } from './sizes.ts';

/** J(θ) = data loss + ridge·‖θ‖² at `parameters`. */
export function objective(task: Task, parameters: ArrayLike<number>): number {
  const outputs = forward(task.problem, parameters);
  const { loss } = lossAndSlope(task.problem, outputs[outputs.length - 1]);
  return loss + task.ridge * squaredNorm(parameters);
}

/** J at the start and after each of `steps` updates: `steps + 1` values. */
export function trajectory(task: Task, steps: number): number[] {
  const { problem, ridge, learningRate } = task;
  const parameters = Float64Array.from(task.parameters);
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  const values = [objective(task, parameters)];
  for (let step = 1; step <= steps; step++) {
    const gradient = dataGradient(problem, parameters);
    for (let i = 0; i < parameters.length; i++) {
      const slope = gradient[i] + 2 * ridge * parameters[i];
      first[i] = adam.beta1 * first[i] + (1 - adam.beta1) * slope;
      second[i] = adam.beta2 * second[i] + (1 - adam.beta2) * slope * slope;
      const mean = first[i] / (1 - adam.beta1 ** step);
      const spread = Math.sqrt(second[i] / (1 - adam.beta2 ** step));
      parameters[i] -= (learningRate * mean) / (spread + adam.epsilon);
    }
    values.push(objective(task, parameters));
  }
  return values;
}

function squaredNorm(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

/** Outputs of every layer, ReLU applied but for the last, each [N, fan out]. */
function forward({ dims, inputs }: Problem, parameters: ArrayLike<number>): Float64Array[] {
  const points = inputs.length / dims[0];
  const layers = parameterLayout(dims);
  const outputs: Float64Array[] = [];
  let previous: ArrayLike<number> = inputs;
  layers.forEach(({ fanIn, fanOut, weights, biases }, layer) => {
    const output = new Float64Array(points * fanOut);
    for (let n = 0; n < points; n++) {
      const row = output.subarray(n * fanOut, (n + 1) * fanOut);
      for (let j = 0; j < fanOut; j++) row[j] = parameters[biases + j];
      for (let i = 0; i < fanIn; i++) {
        const input = previous[n * fanIn + i];
        const base = weights + i * fanOut;
        for (let j = 0; j < fanOut; j++) row[j] += input * parameters[base + j];
      }
      if (layer + 1 < layers.length) for (let j = 0; j < fanOut; j++) row[j] = Math.max(0, row[j]);
    }
    outputs.push(output);
    previous = output;
  });
  return outputs;
}

/** Mean data loss over the points, and its derivative with respect to the last layer's output [N, outputs]. */
function lossAndSlope(problem: Problem, output: Float64Array) {
  const points = pointCount(problem);
  const count = output.length / points;
  const slope = new Float64Array(output.length);
  let loss = 0;
  for (let n = 0; n < points; n++) {
    const row = output.subarray(n * count, (n + 1) * count);
    const largest = row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const total = row.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    for (let j = 0; j < count; j++) {
      const target = problem.targets[n * count + j];
      if (problem.loss === 'mse') {
        loss += (row[j] - target) ** 2 / points;
        slope[n * count + j] = (2 * (row[j] - target)) / points;
      } else {
        loss -= (target * (row[j] - largest - Math.log(total))) / points;
        slope[n * count + j] = (Math.exp(row[j] - largest) / total - target) / points;
      }
    }
  }
  return { loss, slope };
}

/** Gradient of the data loss, in the layout of `parameterLayout`. */
function dataGradient(problem: Problem, parameters: Float64Array): Float64Array {
  const layers = parameterLayout(problem.dims);
  const points = pointCount(problem);
  const outputs = forward(problem, parameters);
  const gradient = new Float64Array(parameters.length);
  let { slope } = lossAndSlope(problem, outputs[outputs.length - 1]);
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const { fanIn, fanOut, weights, biases } = layers[layer];
    const below = layer === 0 ? problem.inputs : outputs[layer - 1];
    const slopeBelow = new Float64Array(points * fanIn);
    for (let n = 0; n < points; n++) {
      const row = slope.subarray(n * fanOut, (n + 1) * fanOut);
      for (let j = 0; j < fanOut; j++) gradient[biases + j] += row[j];
      for (let i = 0; i < fanIn; i++) {
        const input = below[n * fanIn + i];
        // A silent neuron neither passes a slope on nor gives one to the weights above it.
        if (layer > 0 && input <= 0) continue;
        const base = weights + i * fanOut;
        let sum = 0;
        for (let j = 0; j < fanOut; j++) {
          gradient[base + j] += input * row[j];
          sum += parameters[base + j] * row[j];
        }
        slopeBelow[n * fanIn + i] = sum;
      }
    }
    slope = slopeBelow;
  }
  return gradient;
}
