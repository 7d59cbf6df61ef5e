/**
 * The engine that leans on TensorFlow.js: its autodiff and its Adam, on WebGPU, WASM or plain
 * JavaScript. It is the yardstick for the hand-written engines, not a fast one: at these sizes
 * most of its time goes into launching operations.
 *
 * In: a problem, its optimisation and a state to start from. Out: a `TrainingEngine`. Nothing
 * outside this folder imports TensorFlow.js, and this file imports it only when an engine is
 * opened, with the one backend that is asked for.
 */
import { type Reference, refer } from '../../messages/reference.ts';
import type { OpenEngine } from '../engine.ts';
import { findAdapter } from './webgpu-adapter.ts';

export type TfjsBackend = 'webgpu' | 'wasm' | 'cpu';

/**
 * How to open a tfjs engine on `backend`. Any number may be open at once, on the same or on
 * different backends; the calls to one engine are to be awaited one after the other.
 */
export function openTfjs(backend: TfjsBackend): OpenEngine {
  return async (problem, optimisation, state) => {
    const device = await prepare[backend]();
    const { TfjsEngine } = await import('./tfjs-engine.ts');
    const { startBackend } = await import('./backend.ts');
    await startBackend(backend);
    return TfjsEngine.open(backend, device, problem, optimisation, state);
  };
}

/** Makes each backend known to TensorFlow.js and says what it will run on. */
const prepare: Record<TfjsBackend, () => Promise<Reference>> = {
  cpu: async () => refer('engines', 'device.tfjsCpu'),
  wasm: async () => {
    const { registerWasm } = await import('./wasm-backend.ts');
    return registerWasm();
  },
  // The adapter comes first: without one there is no use in loading a megabyte of code.
  webgpu: async () => {
    const { vendor, architecture, description } = (await findAdapter()).info;
    await import('@tensorflow/tfjs-backend-webgpu');
    const gpu = description || architecture || vendor || refer('engines', 'device.unnamed');
    return refer('engines', 'device.tfjsWebgpu', { gpu });
  },
};
