/**
 * Training exactly as the engines' contract words it, in float64 and written to be read: slow,
 * but what every engine can be held to.
 */
import type { TrainingState } from '../engine/engine.ts';
import { type LayerSlice, parameterLayout } from '../engine/parameters.ts';
import { adam, type Loss, type Optimisation } from '../engine/problem.ts';
import { learningRateAt, ridgeAt, warmingUp, warmUpEnds } from '../engine/schedule.ts';

/** A `Problem` whose data may be in float64. */
export interface ExactProblem {
  readonly dims: readonly number[];
  readonly loss: Loss;
  readonly inputs: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
}

/** A `TrainingState` in float64, updated in place. */
export interface ExactState {
  step: number;
  rampStart: number;
  readonly parameters: Float64Array;
  readonly firstMoment: Float64Array;
  readonly secondMoment: Float64Array;
}

export interface ExactMeasurement {
  readonly dataLoss: number;
  /** Of the data loss: no ridge, no clipping. */
  readonly gradient: Float64Array;
  /** How close any hidden neuron's pre-activation comes to zero at any point, relative to the sum of the absolute values of its terms. */
  readonly kinkMargin: number;
}

/** The float64 state before the first step from `parameters`. */
export function exactStart(parameters: Float64Array): ExactState {
  return {
    step: 0,
    rampStart: warmingUp,
    parameters: parameters.slice(),
    firstMoment: new Float64Array(parameters.length),
    secondMoment: new Float64Array(parameters.length),
  };
}

/** Rounds a state to what an engine can be opened with. */
export function roundedState(state: ExactState): TrainingState {
  return {
    step: state.step,
    rampStart: state.rampStart,
    parameters: Float32Array.from(state.parameters),
    firstMoment: Float32Array.from(state.firstMoment),
    secondMoment: Float32Array.from(state.secondMoment),
  };
}

/** Data loss, its gradient and the closest kink, summed up point by point. */
export function measure(problem: ExactProblem, parameters: Float64Array): ExactMeasurement {
  const { dims, inputs, targets } = problem;
  const layers = parameterLayout(dims);
  const points = inputs.length / dims[0];
  const gradient = new Float64Array(parameters.length);
  let dataLoss = 0;
  let kinkMargin = Number.POSITIVE_INFINITY;
  for (let point = 0; point < points; point++) {
    const activations = [rowOf(inputs, point, dims[0])];
    layers.forEach((layer, index) => {
      const hidden = index + 1 < layers.length;
      const { outputs, margin } = layerOutputs(layer, parameters, activations[index], hidden);
      if (hidden) kinkMargin = Math.min(kinkMargin, margin);
      activations.push(outputs);
    });
    const target = rowOf(targets, point, dims[dims.length - 1]);
    const { loss, error } = pointLoss(problem.loss, activations[layers.length], target);
    dataLoss += loss / points;
    let back: Float64Array = error.map((value) => value / points);
    for (let index = layers.length - 1; index >= 0; index--) {
      back = backpropagate(layers[index], parameters, activations[index], back, gradient);
    }
  }
  return { dataLoss, gradient, kinkMargin };
}

function layerOutputs(
  { fanIn, fanOut, weights, biases }: LayerSlice,
  parameters: Float64Array,
  inputs: Float64Array,
  hidden: boolean,
) {
  let margin = Number.POSITIVE_INFINITY;
  const outputs = new Float64Array(fanOut);
  for (let j = 0; j < fanOut; j++) {
    let sum = parameters[biases + j];
    let size = Math.abs(sum);
    for (let i = 0; i < fanIn; i++) {
      const term = inputs[i] * parameters[weights + i * fanOut + j];
      sum += term;
      size += Math.abs(term);
    }
    if (size > 0) margin = Math.min(margin, Math.abs(sum) / size);
    outputs[j] = hidden ? Math.max(0, sum) : sum;
  }
  return { outputs, margin };
}

/** One point's loss and its derivative by the network's outputs. */
function pointLoss(kind: Loss, outputs: Float64Array, target: Float64Array) {
  if (kind === 'mse') {
    const error = outputs.map((value, k) => value - target[k]);
    return { loss: squaredNorm(error), error: error.map((value) => 2 * value) };
  }
  const highest = Math.max(...outputs);
  const exponentials = outputs.map((value) => Math.exp(value - highest));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  const ofTarget = exponentials.reduce((sum, value, k) => sum + value * target[k], 0);
  return {
    loss: -Math.log(ofTarget / total),
    error: exponentials.map((value, k) => value / total - target[k]),
  };
}

/** Adds a layer's share to `gradient` and returns the derivative by the outputs of the layer before. */
function backpropagate(
  { fanIn, fanOut, weights, biases }: LayerSlice,
  parameters: Float64Array,
  inputs: Float64Array,
  error: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const back = new Float64Array(fanIn);
  for (let j = 0; j < fanOut; j++) {
    gradient[biases + j] += error[j];
    for (let i = 0; i < fanIn; i++) {
      gradient[weights + i * fanOut + j] += inputs[i] * error[j];
      if (inputs[i] > 0) back[i] += error[j] * parameters[weights + i * fanOut + j];
    }
  }
  return back;
}

/** One optimiser step, in place. Returns what held before it. */
export function exactStep(
  problem: ExactProblem,
  optimisation: Optimisation,
  state: ExactState,
): { dataLoss: number; parameterNorm: number; kinkMargin: number } {
  const { parameters, firstMoment, secondMoment } = state;
  const { dataLoss, gradient, kinkMargin } = measure(problem, parameters);
  const parameterNorm = squaredNorm(parameters);
  if (state.rampStart === warmingUp && warmUpEnds(optimisation, state.step, dataLoss)) {
    state.rampStart = state.step;
  }
  const ridge = ridgeAt(optimisation, state.step, state.rampStart);
  const rate = learningRateAt(optimisation, state.step);
  const { clipNorm } = optimisation;
  const length = Math.sqrt(squaredNorm(gradient));
  const clip = clipNorm > 0 && length > clipNorm ? clipNorm / length : 1;
  state.step++;
  const correction1 = 1 - adam.beta1 ** state.step;
  const correction2 = 1 - adam.beta2 ** state.step;
  for (let i = 0; i < parameters.length; i++) {
    const slope = clip * gradient[i] + 2 * ridge * parameters[i];
    firstMoment[i] += (1 - adam.beta1) * (slope - firstMoment[i]);
    secondMoment[i] += (1 - adam.beta2) * (slope * slope - secondMoment[i]);
    const scale = Math.sqrt(secondMoment[i] / correction2) + adam.epsilon;
    parameters[i] -= (rate * firstMoment[i]) / correction1 / scale;
  }
  return { dataLoss, parameterNorm, kinkMargin };
}

function squaredNorm(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function rowOf(matrix: ArrayLike<number>, index: number, columns: number): Float64Array {
  return Float64Array.from({ length: columns }, (_, column) => matrix[index * columns + column]);
}
