/** The forward pass of a network in float64, from any layer on. */
import { parameterLayout } from '../parameters.ts';
import { type AffineMap, applyAffine, rectify } from './affine.ts';

/** The layers of a flat parameter buffer, widened to float64. */
export function layersOf(dims: readonly number[], parameters: Float32Array): AffineMap[] {
  return parameterLayout(dims).map(({ fanIn, fanOut, weights, biases }) => ({
    fanIn,
    fanOut,
    weights: new Float64Array(parameters.subarray(weights, biases)),
    biases: new Float64Array(parameters.subarray(biases, biases + fanOut)),
  }));
}

/**
 * Outputs of each of the layers, the last of which has no ReLU.
 * @param inputs of the first of them, [N, fan in]
 * @returns one matrix [N, fan out] per layer
 */
export function propagate(layers: readonly AffineMap[], inputs: Float64Array): Float64Array[] {
  const outputs: Float64Array[] = [];
  let current = inputs;
  for (const [index, layer] of layers.entries()) {
    current = applyAffine(layer, current);
    if (index + 1 < layers.length) rectify(current);
    outputs.push(current);
  }
  return outputs;
}
