/**
 * Our buffers as TensorFlow.js tensors, without a copy: what somebody else's operation can do
 * with the network while it trains. TensorFlow.js runs on our own device here, under a backend
 * name of its own, so that its stock WebGPU backend can be open beside it.
 *
 * Three things to know about these tensors. They show the parameters of the moment, and they
 * must not be read with `tensor.data()`, which keeps the first answer: read what an operation
 * made of them. They are padded like the buffers. And they die with the engine.
 */
import * as tf from '@tensorflow/tfjs';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { Gpu } from './gpu.ts';
import { paddedLayout, quads } from './layout.ts';
import type { FusedTraining } from './training.ts';

const backendName = 'rankfall-webgpu';

let registered: { readonly gpu: Gpu; readonly backend: WebGPUBackend } | undefined;

/** Registers `gpu` with TensorFlow.js, in place of a device that was lost. */
async function backendOn(gpu: Gpu): Promise<WebGPUBackend> {
  if (registered?.gpu === gpu) return registered.backend;
  if (registered) tf.removeBackend(backendName);
  else tf.copyRegisteredKernels('webgpu', backendName);
  const backend = new WebGPUBackend(gpu.device, gpu.adapterInfo);
  registered = { gpu, backend };
  tf.registerBackend(backendName, () => backend);
  await tf.setBackend(backendName);
  return backend;
}

export interface NetworkTensors {
  /** W_ℓ [fan in, fan out] of ℓ = 1 … L, views into `parameters`. */
  readonly weights: readonly tf.Tensor2D[];
  /** b_ℓ [fan out]. */
  readonly biases: readonly tf.Tensor1D[];
  /** The training inputs [N, inputs]. */
  readonly inputs: tf.Tensor2D;
}

/**
 * Runs operations on the network's tensors and reads the result.
 * @param operations synchronous; the tensors it is given and makes are disposed of afterwards
 */
export async function withTensors(
  engine: FusedTraining,
  operations: (network: NetworkTensors) => tf.Tensor,
): Promise<Float32Array> {
  const { problem, buffers, gpu } = engine;
  const backend = await backendOn(gpu);
  if (tf.getBackend() !== backendName) await tf.setBackend(backendName);
  const result = tf.tidy(() => {
    // Zero copy: TensorFlow.js knows these buffers are not its own and leaves them alone.
    const share = (buffer: GPUBuffer, floats: number) =>
      tf.tensor({ buffer, zeroCopy: true }, [floats], 'float32');
    const parameters = share(buffers.parameters, buffers.parameterBytes / 4);
    const activations = share(buffers.data.activations, buffers.data.activations.size / 4);
    const matrix = (from: tf.Tensor, start: number, rows: number, columns: number) => {
      const stride = 4 * quads(columns);
      return tf.slice2d(
        tf.reshape(tf.slice(from, start, rows * stride), [rows, stride]),
        [0, 0],
        [rows, columns],
      );
    };
    const layers = paddedLayout(problem.dims);
    return operations({
      weights: layers.map(({ weights, fanIn, fanOut }) =>
        matrix(parameters, 4 * weights, fanIn, fanOut),
      ),
      biases: layers.map(({ biases, fanOut }) =>
        tf.slice1d(parameters as tf.Tensor1D, 4 * biases, fanOut),
      ),
      inputs: matrix(activations, 0, buffers.data.count, problem.dims[0]),
    });
  });
  try {
    return Float32Array.from(await gpu.watch.guard(result.data()));
  } finally {
    result.dispose();
    // What it has recorded must reach the queue before our next submit overwrites the parameters.
    backend.endComputePassEncoder();
    backend.ensureCommandEncoderReady();
    backend.submitQueue();
  }
}
