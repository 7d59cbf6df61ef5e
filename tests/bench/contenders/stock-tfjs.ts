/**
 * TensorFlow.js as its tutorials use it: a variable for each W and b, the loss with its L2 term
 * in one function, `tf.train.adam(…).minimize`. Layers use the fused kernel (matrix
 * product, bias and ReLU in one operation), as `tf.layers.dense` does; single operations take the
 * same time.
 */
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { parameterCount, parameterLayout } from '../../../src/engine/parameters.ts';
import { adam, pointCount } from '../../../src/engine/problem.ts';
import type { OpenContender } from './contender.ts';

type Backend = 'webgpu' | 'wasm' | 'cpu';
type Dense = { readonly W: tf.Variable<tf.Rank.R2>; readonly b: tf.Variable<tf.Rank.R1> };

export function stockTfjs(backend: Backend): OpenContender {
  return async ({ problem, ridge, learningRate, parameters }) => {
    tf.enableProdMode();
    const device = await start(backend);
    const { dims, loss } = problem;
    const layers = parameterLayout(dims).map(({ fanIn, fanOut, weights, biases }): Dense => {
      const W = parameters.slice(weights, biases);
      const b = parameters.slice(biases, biases + fanOut);
      return {
        W: tf.variable(tf.tensor2d(W, [fanIn, fanOut])),
        b: tf.variable(tf.tensor1d(b)),
      };
    });
    const variables = layers.flatMap(({ W, b }) => [W, b]);
    const points = pointCount(problem);
    const x = tf.tensor2d(problem.inputs.slice(), [points, dims[0]]);
    const y = tf.tensor2d(problem.targets.slice(), [points, dims[dims.length - 1]]);

    const predict = () =>
      layers.reduce<tf.Tensor2D>((h, { W, b }, index) => {
        const hidden = index + 1 < layers.length;
        const activation = hidden ? 'relu' : 'linear';
        return tf.fused.matMul({ a: h, b: W, bias: b, activation }) as tf.Tensor2D;
      }, x);
    const cost = () => {
      const output = predict();
      const dataLoss: tf.Scalar =
        loss === 'mse'
          ? tf.div(tf.sum(tf.squaredDifference(output, y)), points)
          : tf.losses.softmaxCrossEntropy(y, output);
      // Not tf.addN: with more inputs than WebGPU binds it issues an invalid dispatch, without a word.
      const norm = variables
        .map((variable) => tf.sum<tf.Scalar>(tf.square(variable)))
        .reduce((sum, term) => tf.add(sum, term));
      return tf.add<tf.Scalar>(dataLoss, tf.mul(norm, ridge));
    };
    const optimizer = tf.train.adam(learningRate, adam.beta1, adam.beta2, adam.epsilon);
    return {
      device,
      async train(steps) {
        for (let step = 0; step < steps; step++) optimizer.minimize(cost, false, variables);
        // The queue runs in order: once this small tensor can be read, all steps are done.
        await layers[layers.length - 1].b.data();
      },
      async parameters() {
        const flat = new Float32Array(parameterCount(dims));
        let offset = 0;
        for (const variable of variables) {
          const values = await variable.data();
          flat.set(values, offset);
          offset += values.length;
        }
        return flat;
      },
    };
  };
}

async function start(backend: Backend): Promise<string> {
  if (backend === 'wasm') {
    // As on any static page: threads need a SharedArrayBuffer.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    });
  }
  if (backend === 'webgpu') {
    if (!(await navigator.gpu?.requestAdapter())) throw new Error('There is no WebGPU adapter.');
    await import('@tensorflow/tfjs-backend-webgpu');
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start ${backend}.`);
  return `tfjs ${tf.version.tfjs}, ${backend}`;
}
