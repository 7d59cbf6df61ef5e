/** The fused engine's buffers as TensorFlow.js tensors, without a copy. */
import type { Tensor2D } from '@tensorflow/tfjs';
import type { OpenEngine, TrainingEngine } from '../../../src/engine/engine.ts';
import { analyse } from '../../../src/engine/webgpu/index.ts';
import { relativeDeviation } from '../deviation.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { insist, insistBelow } from './insist.ts';

const dims = [2, 10, 10, 3];

/** The network's outputs on its data, by TensorFlow.js operations on its live parameters. */
async function outputsByTfjs(engine: TrainingEngine): Promise<Float32Array> {
  const tf = await import('@tensorflow/tfjs');
  return analyse(engine, ({ weights, biases, inputs }) =>
    weights.reduce<Tensor2D>((h, w, index) => {
      const z = tf.add(tf.matMul(h, w), biases[index]) as Tensor2D;
      return index < weights.length - 1 ? tf.relu(z) : z;
    }, inputs),
  );
}

/** What TensorFlow.js sees of the parameters is what training makes of them, and training goes on. */
export async function lendsLiveTensors(open: OpenEngine): Promise<void> {
  const problem = randomProblem(dims, 21, 'cross-entropy', 1);
  const engine = await open(problem, plain, initialState(dims, 2));
  try {
    const before = await outputsByTfjs(engine);
    const exactBefore = await engine.evaluate(problem.inputs);
    insistBelow(relativeDeviation(before, exactBefore), 1e-5, 'outputs at the start');
    await engine.train(20);
    const after = await outputsByTfjs(engine);
    const exactAfter = await engine.evaluate(problem.inputs);
    insistBelow(relativeDeviation(after, exactAfter), 1e-5, 'outputs after training');
    insist(relativeDeviation(after, before) > 1e-3, () => 'The outputs have not moved.');
  } finally {
    engine.dispose();
  }
}
