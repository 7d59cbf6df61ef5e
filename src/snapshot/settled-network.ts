/** A settled network at work without an engine: small enough for plain JavaScript on any thread. */
import {
  type NetworkSpectra,
  type Problem,
  parameterLayout,
  pointCount,
  type TrainingEngine,
} from '../engine/index.ts';
import { problemOf } from '../engine/prepare.ts';
import { networkSpectra } from '../engine/spectra.ts';
import { settledStart } from './expand.ts';
import type { CompactNetwork, Snapshot } from './snapshot.ts';

/** What a picture is taken of; an engine that holds a network can be asked the same. */
export type ReadableNetwork = Pick<
  TrainingEngine,
  'problem' | 'evaluate' | 'activations' | 'spectra' | 'save'
>;

/** Answers at once for a snapshot: the promises it gives are already kept. */
export function settledNetwork(
  snapshot: Pick<Snapshot, 'network' | 'gradientScales' | 'experiment' | 'data'>,
): ReadableNetwork {
  const { network, data, experiment } = snapshot;
  const problem = problemOf(data, experiment.depth, experiment.width);
  return {
    problem,
    evaluate: async (points) => forward(network, points).at(-1) ?? new Float32Array(0),
    activations: async (points) =>
      forward(network, points).map((outputs, index) =>
        widened(outputs, network.dims[index + 1], problem.dims[index + 1]),
      ),
    spectra: async (options) => {
      const { dims, parameters } = network;
      const activations = forward(network, problem.inputs);
      return padded(networkSpectra(dims, parameters, activations, options), problem);
    },
    save: async () => settledStart(snapshot, problem.dims),
  };
}

/**
 * Outputs of every layer at `points` [M, inputs], each [M, fan out] of the compact network, after
 * the ReLU except for the last.
 */
export function forward({ dims, parameters }: CompactNetwork, points: Float32Array) {
  const layers = parameterLayout(dims);
  const rows = points.length / dims[0];
  const outputs: Float32Array[] = [];
  let before = points;
  for (const [index, { fanIn, fanOut, weights, biases }] of layers.entries()) {
    const after = new Float32Array(rows * fanOut);
    for (let row = 0; row < rows; row++) {
      const into = row * fanOut;
      for (let j = 0; j < fanOut; j++) after[into + j] = parameters[biases + j];
      for (let i = 0; i < fanIn; i++) {
        const value = before[row * fanIn + i];
        if (value === 0) continue;
        const from = weights + i * fanOut;
        for (let j = 0; j < fanOut; j++) after[into + j] += value * parameters[from + j];
      }
    }
    if (index + 1 < layers.length) {
      for (let i = 0; i < after.length; i++) if (after[i] < 0) after[i] = 0;
    }
    outputs.push(after);
    before = after;
  }
  return outputs;
}

/** The matrix [rows, columns] with columns of zeros added: what dead neurons put out. */
function widened(matrix: Float32Array, columns: number, width: number): Float32Array {
  if (columns === width) return matrix;
  const rows = matrix.length / columns;
  const wide = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    wide.set(matrix.subarray(row * columns, (row + 1) * columns), row * width);
  }
  return wide;
}

/** As many singular values as the network of full width has; those of dead neurons are zero. */
function padded({ weights, activations }: NetworkSpectra, problem: Problem): NetworkSpectra {
  const { dims } = problem;
  const points = pointCount(problem);
  const lengthened = (values: Float32Array, length: number) => {
    const longer = new Float32Array(length);
    longer.set(values.subarray(0, length));
    return longer;
  };
  return {
    weights: weights.map((values, index) =>
      lengthened(values, Math.min(dims[index], dims[index + 1])),
    ),
    activations: activations.map((values, index) =>
      lengthened(values, Math.min(points, dims[index + 1])),
    ),
  };
}
