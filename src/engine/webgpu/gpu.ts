/** One GPU device with what all engines on it share: compiled kernels, the layer numbers, and the watch over its faults. */
import { type ReferenceValue, refer } from '../../messages/reference.ts';
import { DeviceWatch } from './faults.ts';
import { createLayouts, KernelCache, type KernelLayouts } from './kernels.ts';
import { maximumDepth } from './plan.ts';
import { StagingPool } from './staging.ts';

export interface Gpu {
  readonly device: GPUDevice;
  readonly watch: DeviceWatch;
  readonly layouts: KernelLayouts;
  readonly kernels: KernelCache;
  readonly staging: StagingPool;
  /** Entry ℓ−1 tells a dispatch that it works on layer ℓ. */
  readonly layerGroups: readonly GPUBindGroup[];
  /** For people: what the driver calls itself. */
  readonly description: ReferenceValue;
  /** True where a CPU poses as the GPU. */
  readonly software: boolean;
  readonly adapterInfo: GPUAdapterInfo;
}

/** The device to ask an adapter for: the default limits, and quads of invocations where there are some. */
export function deviceDescriptor({ features }: GPUAdapter): GPUDeviceDescriptor {
  return { requiredFeatures: features.has('subgroups') ? ['subgroups'] : [] };
}

/** Prepares a device for any number of engines. */
export function wrapDevice(device: GPUDevice, adapterInfo: GPUAdapterInfo): Gpu {
  const layouts = createLayouts(device);
  const watch = new DeviceWatch(device);
  return {
    device,
    watch,
    layouts,
    kernels: new KernelCache(device, layouts),
    staging: new StagingPool(device, watch),
    layerGroups: createLayerGroups(device, layouts.layer),
    description: describeAdapter(adapterInfo),
    software: isSoftware(adapterInfo),
    adapterInfo,
  };
}

/** Gives back all that is held on a device that nobody will use again; what engines on it still wait for fails. */
export function releaseGpu({ device, staging }: Gpu): void {
  staging.dispose();
  device.destroy();
}

export function describeAdapter(info: GPUAdapterInfo): ReferenceValue {
  const name = info.description || info.device || info.architecture || info.vendor;
  return name || refer('engines', 'device.unnamed');
}

export function isSoftware(info: GPUAdapterInfo): boolean {
  const names = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`;
  return (
    info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/i.test(names)
  );
}

function createLayerGroups(device: GPUDevice, layout: GPUBindGroupLayout): GPUBindGroup[] {
  const stride = device.limits.minUniformBufferOffsetAlignment;
  const numbers = new Uint32Array((maximumDepth * stride) / 4);
  for (let layer = 0; layer < maximumDepth; layer++) numbers[(layer * stride) / 4] = layer;
  const buffer = device.createBuffer({
    label: 'layer numbers',
    size: numbers.byteLength,
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, numbers);
  return Array.from({ length: maximumDepth }, (_, layer) =>
    device.createBindGroup({
      layout,
      entries: [{ binding: 0, resource: { buffer, offset: layer * stride, size: 16 } }],
    }),
  );
}
