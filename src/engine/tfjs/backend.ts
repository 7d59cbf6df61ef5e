/**
 * TensorFlow.js has one current backend for the whole program. This file is the only one that
 * switches it, so that engines on different backends can be open side by side.
 */

import * as tf from '@tensorflow/tfjs';
import { refer } from '../../messages/reference.ts';
import { EngineUnavailable } from '../engine.ts';
import type { TfjsBackend } from './index.ts';

// Also silences what tfjs would print about itself.
tf.enableProdMode();

let starting: Promise<void> | undefined;

/** Starts a backend unless it runs already. Throws `EngineUnavailable` if it cannot. */
export async function startBackend(backend: TfjsBackend): Promise<void> {
  while (starting !== undefined) await starting;
  let started = false;
  starting = tf.setBackend(backend).then((success) => {
    started = success;
    starting = undefined;
  });
  await starting;
  if (!started) {
    const reason = refer('engines', 'refusal.tfjs', { backend });
    throw new EngineUnavailable(`tfjs-${backend}`, reason);
  }
}

/**
 * Runs operations on `backend`, all in one go, and disposes of every tensor made except those
 * returned. `operations` has to be synchronous: after an `await` another engine's backend may be
 * the current one.
 */
export async function onBackend<T>(backend: TfjsBackend, operations: () => T): Promise<T> {
  // While a backend starts, tfjs runs nothing on any other.
  while (starting !== undefined) await starting;
  // A backend that has been started becomes the current one before setBackend returns.
  if (tf.getBackend() !== backend) void tf.setBackend(backend);
  return tf.tidy(operations as () => tf.TensorContainer) as T;
}

/** Reads a tensor and disposes of it. The values are the caller's own: on some backends tfjs hands out its live buffer. */
export async function take(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return Float32Array.from(await tensor.data());
  } finally {
    tensor.dispose();
  }
}
