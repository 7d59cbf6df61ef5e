/** The spectra of a whole network, for engines that have no routine of their own. */
import type { NetworkSpectra, SpectraOptions } from './engine.ts';
import { parameterLayout } from './parameters.ts';
import { singularValues } from './singular-values.ts';

/**
 * Singular values of every weight matrix and of every layer's activations.
 * @param dims layer sizes [inputs, width, …, outputs]
 * @param parameters flat, in the layout of `parameterLayout`
 * @param activations of layers 1 … L on the data, each [N, fan out], row-major
 */
export function networkSpectra(
  dims: readonly number[],
  parameters: Float32Array,
  activations: readonly Float32Array[],
  options: SpectraOptions,
): NetworkSpectra {
  const layers = parameterLayout(dims);
  return {
    weights: layers.map(({ fanIn, fanOut, weights, biases }) =>
      Float32Array.from(singularValues(parameters.subarray(weights, biases), fanIn, fanOut)),
    ),
    activations: layers.map(({ fanOut }, index) => {
      const outputs = activations[index];
      const matrix = options.centred ? centredColumns(outputs, fanOut) : outputs;
      return Float32Array.from(singularValues(matrix, outputs.length / fanOut, fanOut));
    }),
  };
}

/** The matrix [rows, columns] minus the mean of each column, in float64. */
export function centredColumns(matrix: Float32Array, columns: number): Float64Array {
  const rows = matrix.length / columns;
  const centred = Float64Array.from(matrix);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let i = column; i < centred.length; i += columns) sum += centred[i];
    const mean = sum / rows;
    for (let i = column; i < centred.length; i += columns) centred[i] -= mean;
  }
  return centred;
}
