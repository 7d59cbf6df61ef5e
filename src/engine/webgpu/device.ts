/** Finds the GPU of this browser and keeps one device on it for all engines of a visit. */
import { type ReferenceValue, reasonOf, refer } from '../../messages/reference.ts';
import { EngineUnavailable } from '../engine.ts';
import {
  describeAdapter,
  deviceDescriptor,
  type Gpu,
  isSoftware,
  releaseGpu,
  wrapDevice,
} from './gpu.ts';

export interface WebgpuProbe {
  readonly available: boolean;
  /** True where a CPU poses as the GPU. */
  readonly software: boolean;
  /** What it is, or why there is none; for people. */
  readonly description: ReferenceValue;
}

/** Looks for a GPU without taking it into use. Never throws. */
export async function probeWebgpu(): Promise<WebgpuProbe> {
  try {
    const { info } = await findAdapter();
    return { available: true, software: isSoftware(info), description: describeAdapter(info) };
  } catch (error) {
    return { available: false, software: false, description: reasonOf(error) };
  }
}

let shared: Promise<Gpu> | undefined;

/**
 * The device that all engines share. After a fault the next call gets a new one.
 * @throws EngineUnavailable with the reason where there is none
 */
export async function sharedGpu(): Promise<Gpu> {
  const current = shared;
  const gpu = await current?.catch(() => undefined);
  if (gpu && !gpu.watch.failed) return gpu;
  // While this call waited, another may have begun to replace the device.
  if (shared === current) {
    if (gpu) releaseGpu(gpu);
    shared = requestGpu();
  }
  return shared ?? requestGpu();
}

async function requestGpu(): Promise<Gpu> {
  const adapter = await findAdapter();
  try {
    return wrapDevice(await adapter.requestDevice(deviceDescriptor(adapter)), adapter.info);
  } catch (error) {
    const reason = refer('engines', 'refusal.noDevice', { reason: reasonOf(error) });
    throw new EngineUnavailable('webgpu', reason);
  }
}

async function findAdapter(): Promise<GPUAdapter> {
  const gpu: GPU | undefined = globalThis.navigator?.gpu;
  if (gpu === undefined) {
    throw new EngineUnavailable('webgpu', refer('engines', 'refusal.noWebgpu'));
  }
  const adapter = await gpu.requestAdapter();
  if (adapter === null) {
    throw new EngineUnavailable('webgpu', refer('engines', 'refusal.noAdapter'));
  }
  return adapter;
}
