import { refer } from '../../messages/reference.ts';
import { EngineUnavailable } from '../engine.ts';

/** The GPU that tfjs will get. Throws `EngineUnavailable` where there is none, as tfjs itself would fail obscurely. */
export async function findAdapter(): Promise<GPUAdapter> {
  const gpu: GPU | undefined = globalThis.navigator?.gpu;
  if (gpu === undefined) {
    throw new EngineUnavailable('tfjs-webgpu', refer('engines', 'refusal.noWebgpuHere'));
  }
  const adapter = await gpu.requestAdapter();
  if (adapter === null) {
    throw new EngineUnavailable('tfjs-webgpu', refer('engines', 'refusal.noAdapter'));
  }
  return adapter;
}
