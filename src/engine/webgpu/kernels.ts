/** Our WGSL, compiled for one device and one plan; compiled pipelines are kept for the life of the device. */
import { adam } from '../problem.ts';
import { warmingUp, warmUpCheckInterval } from '../schedule.ts';
import account from './account.wgsl?raw';
import backward from './backward.wgsl?raw';
import backwardShared from './backward-shared.wgsl?raw';
import bindings from './bindings.wgsl?raw';
import { expand } from './expand.ts';
import forward from './forward.wgsl?raw';
import forwardShared from './forward-shared.wgsl?raw';
import layerwise from './layerwise.wgsl?raw';
import layerwiseShared from './layerwise-shared.wgsl?raw';
import loss from './loss.wgsl?raw';
import { maximumDepth, type Plan, rowPadding } from './plan.ts';
import rowwise from './rowwise.wgsl?raw';
import update from './update.wgsl?raw';
import updateTile from './update-tile.wgsl?raw';
import updateTileShared from './update-tile-shared.wgsl?raw';

const accountLanes = 64;

export interface KernelLayouts {
  /** The eleven bindings of a network, see bindings.wgsl. */
  readonly network: GPUBindGroupLayout;
  /** Which layer a dispatch works on. */
  readonly layer: GPUBindGroupLayout;
  readonly pipeline: GPUPipelineLayout;
}

export interface Kernels {
  readonly forward: GPUComputePipeline;
  readonly loss: GPUComputePipeline;
  readonly backward: GPUComputePipeline;
  readonly carry: GPUComputePipeline;
  readonly account: GPUComputePipeline;
  readonly update: GPUComputePipeline;
  readonly gradient: GPUComputePipeline;
  readonly apply: GPUComputePipeline;
}

const sources = {
  forward,
  loss,
  backward,
  layerwise,
  rowwise,
  account,
  update,
  updateTile,
} as const;

/** What takes the place of a file where invocations share their reading. */
const sharedSources: Partial<Record<keyof typeof sources, string>> = {
  forward: forwardShared,
  backward: backwardShared,
  layerwise: layerwiseShared,
  updateTile: updateTileShared,
};

/** Uniformity is by construction: quads of invocations leave no loop before the others do. */
const sharedHeader = 'enable subgroups;\ndiagnostic(off, subgroup_uniformity);\n';

/** Which files make up each kernel, after bindings.wgsl, and which parts of a plan they depend on. */
const recipes: Record<keyof Kernels, readonly (keyof typeof sources)[]> = {
  forward: ['forward', 'backward', 'loss', 'layerwise'],
  loss: ['forward', 'backward', 'loss', 'layerwise'],
  backward: ['forward', 'backward', 'loss', 'layerwise'],
  carry: ['forward', 'backward', 'loss', 'rowwise'],
  account: ['account'],
  update: ['update', 'updateTile'],
  gradient: ['update', 'updateTile'],
  apply: ['update', 'updateTile'],
};

export function createLayouts(device: GPUDevice): KernelLayouts {
  const entry = (binding: number, type: GPUBufferBindingType): GPUBindGroupLayoutEntry => ({
    binding,
    visibility: GPUShaderStage.COMPUTE,
    buffer: { type },
  });
  const network = device.createBindGroupLayout({
    entries: [
      ...[0, 1, 2, 3, 4].map((binding) => entry(binding, 'storage')),
      entry(5, 'read-only-storage'),
      ...[6, 7].map((binding) => entry(binding, 'storage')),
      ...[8, 9, 10].map((binding) => entry(binding, 'uniform')),
    ],
  });
  const layer = device.createBindGroupLayout({ entries: [entry(0, 'uniform')] });
  return {
    network,
    layer,
    pipeline: device.createPipelineLayout({ bindGroupLayouts: [network, layer] }),
  };
}

export class KernelCache {
  readonly #device: GPUDevice;
  readonly #layouts: KernelLayouts;
  readonly #modules = new Map<string, GPUShaderModule>();
  readonly #pipelines = new Map<string, Promise<GPUComputePipeline>>();

  constructor(device: GPUDevice, layouts: KernelLayouts) {
    this.#device = device;
    this.#layouts = layouts;
  }

  /** Compiles `name` for a plan, unless that has been done; rejects where the device cannot. */
  compile(name: keyof Kernels, plan: Plan): Promise<GPUComputePipeline> {
    const constants = constantsOf(plan);
    const files = recipes[name];
    const isShared = plan.sharing && files.some((file) => file in sharedSources);
    const code = files
      .map((file) => (isShared ? sharedSources[file] : undefined) ?? sources[file])
      .join('\n');
    const used = Object.entries(constants).filter(([constant]) =>
      new RegExp(`\\b${constant}\\b`).test(code),
    );
    const prelude = used.map(([constant, value]) => `const ${constant} = ${value}u;\n`).join('');
    const header = isShared ? sharedHeader : '';
    const moduleKey = header + files.join('+') + prelude;
    const key = name + moduleKey;
    let pipeline = this.#pipelines.get(key);
    if (pipeline === undefined) {
      let module = this.#modules.get(moduleKey);
      if (module === undefined) {
        // What the compiler refuses shows in the pipeline; the device is none the worse for it.
        this.#device.pushErrorScope('validation');
        module = this.#device.createShaderModule({
          label: files.join('+'),
          code: `${header}${numbers}${prelude}${bindings}\n${expand(code, constants)}`,
        });
        this.#device.popErrorScope().catch(() => {});
        this.#modules.set(moduleKey, module);
      }
      pipeline = this.#device.createComputePipelineAsync({
        label: name,
        layout: this.#layouts.pipeline,
        compute: { module, entryPoint: name },
      });
      this.#pipelines.set(key, pipeline);
    }
    return pipeline;
  }

  /** Compiles every kernel in `names`. */
  async compileAll<Name extends keyof Kernels>(
    names: readonly Name[],
    plan: Plan,
  ): Promise<Pick<Kernels, Name>> {
    const compiled = await Promise.all(
      names.map(async (name) => [name, await this.compile(name, plan)] as const),
    );
    return Object.fromEntries(compiled) as Pick<Kernels, Name>;
  }
}

function constantsOf(plan: Plan): Record<string, number> {
  return {
    ROWS: plan.rows,
    QUADS: plan.quads,
    WORKGROUP: plan.workgroup,
    GROUP_ROWS: rowPadding,
    INPUT_QUADS: plan.inputQuads,
    OUTPUT_QUADS: plan.outputQuads,
    UPDATE_WORKGROUP: plan.updateWorkgroup,
    LANES: accountLanes,
    WARM_UP_CHECK: warmUpCheckInterval,
  };
}

const numbers = `
const MAXIMUM_DEPTH = ${maximumDepth}u;
const WARMING_UP = ${warmingUp}i;
const BETA1 = ${adam.beta1};
const BETA2 = ${adam.beta2};
const EPSILON = ${adam.epsilon};
const LOG_BETA1 = ${Math.log(adam.beta1)};
const LOG_BETA2 = ${Math.log(adam.beta2)};
`;
