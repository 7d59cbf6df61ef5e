/**
 * WebGPU in Node, through Dawn. Where the machine has no Vulkan driver of its own, the software
 * driver that comes with Chromium does; both it and its loader are found by their paths, so
 * nothing has to be installed or set for the tests but Chromium itself.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { deviceDescriptor, type Gpu, wrapDevice } from '../../../src/engine/webgpu/gpu.ts';

const chromiumFolders = [
  ...(process.env.CHROMIUM_PATH ? [dirname(process.env.CHROMIUM_PATH)] : []),
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/opt/google/chrome',
];

/** Flags of dlopen(3): resolve now, and keep the library when Node finds that it is no add-on. */
const nowAndForever = 0x2 | 0x1000;

const advice =
  'Install Chromium (apt-get install chromium): its package holds the software Vulkan driver ' +
  'these tests run on. Or point VK_ICD_FILENAMES at the driver of a real GPU.';

let gpu: Promise<GPU> | undefined;

/** The entry point of WebGPU. Throws with instructions if there is no adapter. */
export function dawn(): Promise<GPU> {
  gpu ??= start();
  return gpu;
}

async function start(): Promise<GPU> {
  const folder = chromiumFolders.find((path) => existsSync(`${path}/vk_swiftshader_icd.json`));
  // Elsewhere the system brings its own driver: Metal, or Direct3D.
  if (process.platform === 'linux' && process.env.VK_ICD_FILENAMES === undefined) {
    if (folder === undefined) {
      throw new Error(`No vk_swiftshader_icd.json in ${chromiumFolders.join(', ')}. ${advice}`);
    }
    process.env.VK_ICD_FILENAMES = `${folder}/vk_swiftshader_icd.json`;
  }
  const loader = `${folder}/libvulkan.so.1`;
  if (process.platform === 'linux' && existsSync(loader)) {
    // Dawn asks for libvulkan.so.1 by name; once one is loaded, that is the one it gets.
    try {
      process.dlopen({ exports: {} }, loader, nowAndForever);
    } catch {
      // Node complains that the library is no add-on, which is true.
    }
  }
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  const instance = create([]);
  if ((await instance.requestAdapter()) === null) {
    throw new Error(`Dawn found no Vulkan adapter. ${advice}`);
  }
  return instance;
}

/** A fresh device, wrapped for the engine. */
export async function openGpu(): Promise<Gpu> {
  const adapter = await (await dawn()).requestAdapter();
  if (adapter === null) throw new Error(`Dawn found no adapter. ${advice}`);
  return wrapDevice(await adapter.requestDevice(deviceDescriptor(adapter)), adapter.info);
}
