/**
 * The fused WebGPU engine: a whole training step in 2L + 2 dispatches, or in three, with
 * nothing uploaded between steps. It is the default where there is a real GPU.
 *
 * In: a problem, its optimisation and a state to start from. Out: a `TrainingEngine`.
 * What runs on the GPU is in the `.wgsl` files; `kernels.ts` compiles them, `record.ts` strings
 * them together, `training.ts` is the engine. Those need a `GPUDevice` and no browser;
 * `device.ts` gets one from the browser, and `tensors.ts` lends our buffers to TensorFlow.js.
 * To be imported only when a GPU is wanted, and in the worker: compiling takes a while.
 */

import type * as tf from '@tensorflow/tfjs';
import { refer } from '../../messages/reference.ts';
import { EngineUnavailable, type OpenEngine, type TrainingEngine } from '../engine.ts';
import type { Problem } from '../problem.ts';
import { largestBuffer } from './buffers.ts';
import { sharedGpu } from './device.ts';
import type { Gpu } from './gpu.ts';
import { maximumDepth } from './plan.ts';
import type { NetworkTensors } from './tensors.ts';
import { FusedTraining } from './training.ts';
import { openTuned } from './tune.ts';

export { probeWebgpu, type WebgpuProbe } from './device.ts';
export { EngineLost, type GpuFault } from './faults.ts';
export type { NetworkTensors } from './tensors.ts';

/**
 * Opens the engine on the GPU of this browser. The first problem of a kind takes a moment longer,
 * in which the ways to cut up the work are tried.
 * @throws EngineUnavailable where there is no GPU or the problem does not fit on it
 * @throws EngineLost if the GPU fails meanwhile
 */
export const openWebgpu: OpenEngine = async (problem, optimisation, state) => {
  const gpu = await sharedGpu();
  checkFits(gpu, problem);
  return openTuned(gpu, problem, optimisation, state);
};

/**
 * Runs TensorFlow.js operations on the live network of an engine opened here, without a copy,
 * and reads the result. TensorFlow.js is loaded by the first call. The engine evaluates networks
 * with its own kernels, which are there already and fuse what TensorFlow.js does in four dispatches
 * a layer; this is for whatever operation those lack.
 * @param operations synchronous; every tensor it is given or makes is disposed of afterwards
 * @throws TypeError for an engine of another kind
 */
export async function analyse(
  engine: TrainingEngine,
  operations: (network: NetworkTensors) => tf.Tensor,
): Promise<Float32Array> {
  if (!(engine instanceof FusedTraining)) throw new TypeError('Not a fused WebGPU engine.');
  const { withTensors } = await import('./tensors.ts');
  return withTensors(engine, operations);
}

function checkFits(gpu: Gpu, problem: Problem): void {
  const { maxStorageBufferBindingSize, maxBufferSize } = gpu.device.limits;
  if (problem.dims.length - 1 > maximumDepth) {
    throw new EngineUnavailable(
      'webgpu',
      refer('engines', 'refusal.tooDeep', { layers: maximumDepth }),
    );
  }
  if (largestBuffer(problem) > Math.min(maxStorageBufferBindingSize, maxBufferSize)) {
    throw new EngineUnavailable('webgpu', refer('engines', 'refusal.gpuMemory'));
  }
}
