/** The network and its data loss as TensorFlow.js operations on the flat parameter tensor. */
import * as tf from '@tensorflow/tfjs';
import type { LayerSlice } from '../parameters.ts';
import type { Loss } from '../problem.ts';

/**
 * Outputs of every layer ℓ = 1 … L, each [M, fan out].
 * @param parameters [P], in the layout of `parameterLayout`
 * @param inputs [M, inputs]
 */
export function forward(
  parameters: tf.Tensor1D,
  layers: readonly LayerSlice[],
  inputs: tf.Tensor2D,
): tf.Tensor2D[] {
  const sizes = layers.flatMap(({ fanIn, fanOut }) => [fanIn * fanOut, fanOut]);
  // One split rather than a slice a layer: its gradient is a single concatenation.
  const parts = tf.split(parameters, sizes);
  const outputs: tf.Tensor2D[] = [];
  let activation = inputs;
  layers.forEach(({ fanIn, fanOut }, index) => {
    const weights = parts[2 * index].reshape<tf.Tensor2D>([fanIn, fanOut]);
    const sum = tf.add<tf.Tensor2D>(tf.matMul(activation, weights), parts[2 * index + 1]);
    activation = index + 1 < layers.length ? tf.relu(sum) : sum;
    outputs.push(activation);
  });
  return outputs;
}

/** Mean data loss over the points; `outputs` and `targets` are [N, outputs]. */
export function dataLoss(loss: Loss, outputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  switch (loss) {
    case 'cross-entropy':
      return tf.losses.softmaxCrossEntropy(targets, outputs);
    case 'mse':
      return tf.div(tf.sum(tf.squaredDifference(outputs, targets)), targets.shape[0]);
  }
}
