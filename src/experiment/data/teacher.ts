/**
 * Regression data of a chosen true rank: a teacher R^d → R^k → R^d' is the composition of two
 * random networks with one hidden layer each, so its bottleneck rank is k. The set-up of Figure 1
 * of Jacot, "Implicit Bias of Large Depth Networks" (ICLR 2023).
 */
import type { Random } from '../random.ts';
import type { TeacherData } from './data-set.ts';
import type { Described } from './described.ts';

export interface TeacherShape {
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** Width k of the narrow middle: the bottleneck rank, unless inputs or outputs are fewer. */
  readonly trueRank: number;
}

/** The bottleneck rank of a teacher: a middle wider than its inputs or its outputs is no bottleneck, they are. */
export function teacherRank({ inputDimension, outputDimension, trueRank }: TeacherShape): number {
  return Math.min(trueRank, inputDimension, outputDimension);
}

export interface TeacherFamily extends Described {
  readonly kind: 'teacher';
}

export const teacher: TeacherFamily = {
  kind: 'teacher',
  points: 500,
  fixed: false,
  noise: 0,
};

/** Hidden units of each of the two networks. */
const hiddenUnits = 30;
/** Standard normal inputs over which the scale of the latent and of the output is set. */
const calibrationPoints = 2000;
const testPoints = 500;

type Transform = (inputs: Float64Array) => Float64Array;

/** A random network with one hidden layer of ReLUs: He-normal weights, biases as wide as the weights. */
function randomNetwork(fanIn: number, fanOut: number, random: Random): Transform {
  const hidden = affine(fanIn, hiddenUnits, random);
  const output = affine(hiddenUnits, fanOut, random);
  return (inputs) => output(hidden(inputs).map((value) => Math.max(0, value)));
}

function affine(fanIn: number, fanOut: number, random: Random): Transform {
  const deviation = Math.sqrt(2 / fanIn);
  const weights = Float64Array.from({ length: fanIn * fanOut }, () => deviation * random.normal());
  const biases = Float64Array.from({ length: fanOut }, () => deviation * random.normal());
  return (inputs) => {
    const rows = inputs.length / fanIn;
    const outputs = new Float64Array(rows * fanOut);
    for (let row = 0; row < rows; row++) {
      const into = outputs.subarray(row * fanOut, (row + 1) * fanOut);
      into.set(biases);
      for (let i = 0; i < fanIn; i++) {
        const value = inputs[row * fanIn + i];
        if (value === 0) continue;
        for (let j = 0; j < fanOut; j++) into[j] += value * weights[i * fanOut + j];
      }
    }
    return outputs;
  };
}

/**
 * The affine map that gives every column of `sample` mean 0, and either every column variance 1
 * (`each`) or all columns together (`total`).
 */
function normalisation(sample: Float64Array, columns: number, to: 'each' | 'total'): Transform {
  const rows = sample.length / columns;
  const means = new Float64Array(columns);
  const variances = new Float64Array(columns);
  for (const [i, value] of sample.entries()) means[i % columns] += value / rows;
  for (const [i, value] of sample.entries()) {
    variances[i % columns] += (value - means[i % columns]) ** 2 / rows;
  }
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const scales = variances.map(
    (variance) => 1 / Math.sqrt((to === 'each' ? variance : total) || 1),
  );
  return (values) => values.map((value, i) => (value - means[i % columns]) * scales[i % columns]);
}

/**
 * A teacher R^d → R^d' of bottleneck rank k. Over standard normal inputs each of the k latent
 * coordinates has mean 0 and variance 1, and the outputs have mean 0 and variances that sum to 1,
 * so that predicting the mean costs a squared error of 1.
 */
export function randomTeacher(shape: TeacherShape, random: Random): Transform {
  const { inputDimension, outputDimension, trueRank } = shape;
  const sample = normalInputs(calibrationPoints, inputDimension, random);
  const encode = randomNetwork(inputDimension, trueRank, random);
  const latent = normalisation(encode(sample), trueRank, 'each');
  const decode = randomNetwork(trueRank, outputDimension, random);
  const untamed: Transform = (inputs) => decode(latent(encode(inputs)));
  const output = normalisation(untamed(sample), outputDimension, 'total');
  return (inputs) => output(untamed(inputs));
}

function normalInputs(rows: number, columns: number, random: Random): Float64Array {
  return Float64Array.from({ length: rows * columns }, () => random.normal());
}

/**
 * Draws a teacher and points x ~ N(0, I) with its answers, for training and, apart, for testing.
 * @param noise standard deviation of the error of a whole training target, spread evenly over its coordinates
 */
export function sampleTeacher(
  shape: TeacherShape,
  points: number,
  noise: number,
  random: Random,
): TeacherData {
  const answer = randomTeacher(shape, random);
  const { inputDimension, outputDimension } = shape;
  const testInputs = normalInputs(testPoints, inputDimension, random);
  const inputs = normalInputs(points, inputDimension, random);
  const error = noise / Math.sqrt(outputDimension);
  const targets = answer(inputs).map((value) => value + (error && error * random.normal()));
  return {
    kind: 'teacher',
    inputDimension,
    outputDimension,
    inputs: Float32Array.from(inputs),
    targets: Float32Array.from(targets),
    testInputs: Float32Array.from(testInputs),
    testTargets: Float32Array.from(answer(testInputs)),
    trueRank: teacherRank(shape),
  };
}
