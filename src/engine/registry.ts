/**
 * Where each engine is found. Every one is a dynamic import, so that a visitor downloads only
 * the engine that runs; for the same reason this file is imported by the worker and the command
 * line, never by the page.
 */
import { refer } from '../messages/reference.ts';
import type { EngineName, OpenEngine } from './engine.ts';
import type { WebgpuProbe } from './webgpu/index.ts';

const tfjs = async (backend: 'webgpu' | 'wasm' | 'cpu') =>
  (await import('./tfjs/index.ts')).openTfjs(backend);

/** Loads the code of an engine; the result opens it on a problem. */
export const engineLoaders: Record<EngineName, () => Promise<OpenEngine>> = {
  webgpu: async () => (await import('./webgpu/index.ts')).openWebgpu,
  wasm: async () => (await import('./wasm/index.ts')).openWasm,
  'wasm-parallel': async () => (await import('./parallel/index.ts')).openWasmParallel,
  'tfjs-webgpu': () => tfjs('webgpu'),
  'tfjs-wasm': () => tfjs('wasm'),
  'tfjs-cpu': () => tfjs('cpu'),
};

/** Looks for a GPU; where the browser has no WebGPU, without loading any code for it. Never throws. */
export async function probeGpu(): Promise<WebgpuProbe> {
  if (globalThis.navigator?.gpu === undefined) {
    return { available: false, software: false, description: refer('engines', 'refusal.noWebgpu') };
  }
  try {
    return await (await import('./webgpu/index.ts')).probeWebgpu();
  } catch (error) {
    // Its code cannot be had: offline, or the page was published anew.
    return { available: false, software: false, description: String(error) };
  }
}
