/**
 * Writes down training steps for the GPU. Pipelines and bind groups exist beforehand and the
 * step counter and the schedules live on the GPU, so that nothing is created or uploaded here.
 */
import { updateItems } from './buffers.ts';
import type { Gpu } from './gpu.ts';
import { paddedLayout } from './layout.ts';
import { type Plan, rowPadding } from './plan.ts';
import type { RowSet } from './rows.ts';

/** One dispatch: a pipeline, the layer it works on, and its grid of workgroups. */
export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly layer: GPUBindGroup;
  readonly across: number;
  readonly down: number;
}

/** What one step consists of under one plan. */
export interface StepProgram {
  /** Through all layers, so that the activations match the parameters. */
  readonly forward: readonly Dispatch[];
  /** The data-loss gradient and nothing else. */
  readonly gradient: readonly Dispatch[];
  readonly clipped: readonly Dispatch[];
  readonly unclipped: readonly Dispatch[];
}

/** Compiles what a plan needs and lists the dispatches of a step on `data`. */
export async function compileStep(
  gpu: Gpu,
  dims: readonly number[],
  data: RowSet,
  plan: Plan,
): Promise<StepProgram> {
  const { account, update, gradient, apply } = await gpu.kernels.compileAll(
    ['account', 'update', 'gradient', 'apply'],
    plan,
  );
  const everyLayer = (pipeline: GPUComputePipeline): Dispatch => ({
    pipeline,
    layer: gpu.layerGroups[0],
    across: Math.ceil(updateItems(dims, plan) / plan.updateWorkgroup),
    down: dims.length - 1,
  });
  const passes = await (plan.variant === 'layerwise' ? layerwisePasses : rowwisePasses)(
    gpu,
    dims,
    data,
    plan,
  );
  const bookkeeping: Dispatch = {
    pipeline: account,
    layer: gpu.layerGroups[0],
    across: 1,
    down: 1,
  };
  return {
    forward: await forwardPasses(gpu, dims, data, plan),
    gradient: [...passes, everyLayer(gradient)],
    clipped: [...passes, everyLayer(gradient), bookkeeping, everyLayer(apply)],
    unclipped: [...passes, bookkeeping, everyLayer(update)],
  };
}

/** Forward through all layers, one dispatch each. */
export async function forwardPasses(
  gpu: Gpu,
  dims: readonly number[],
  rows: RowSet,
  plan: Plan,
): Promise<Dispatch[]> {
  const pipeline = await gpu.kernels.compile('forward', plan);
  return paddedLayout(dims).map(({ outputQuads }, index) =>
    tiles(gpu, pipeline, index, rows, outputQuads, plan),
  );
}

async function layerwisePasses(
  gpu: Gpu,
  dims: readonly number[],
  rows: RowSet,
  plan: Plan,
): Promise<Dispatch[]> {
  const forward = await forwardPasses(gpu, dims, rows, plan);
  const { loss, backward } = await gpu.kernels.compileAll(['loss', 'backward'], plan);
  const back = paddedLayout(dims).map(({ inputQuads }, index) =>
    tiles(gpu, backward, index, rows, inputQuads, plan),
  );
  const across = Math.ceil(rows.padded / plan.workgroup);
  return [
    ...forward,
    { pipeline: loss, layer: gpu.layerGroups[0], across, down: 1 },
    // Nobody needs the derivative by the inputs.
    ...back.slice(1).reverse(),
  ];
}

async function rowwisePasses(
  gpu: Gpu,
  _dims: readonly number[],
  rows: RowSet,
  plan: Plan,
): Promise<Dispatch[]> {
  const pipeline = await gpu.kernels.compile('carry', plan);
  return [{ pipeline, layer: gpu.layerGroups[0], across: rows.padded / rowPadding, down: 1 }];
}

function tiles(
  gpu: Gpu,
  pipeline: GPUComputePipeline,
  layer: number,
  rows: RowSet,
  columnQuads: number,
  plan: Plan,
): Dispatch {
  const down = rows.padded / plan.rows;
  const count =
    (plan.sharing ? 4 * Math.ceil(down / 4) : down) * Math.ceil(columnQuads / plan.quads);
  return {
    pipeline,
    layer: gpu.layerGroups[layer],
    across: Math.ceil(count / plan.workgroup),
    down: 1,
  };
}

/** Adds `repetitions` runs of `dispatches` on `rows` to an encoder, as one pass. */
export function record(
  encoder: GPUCommandEncoder,
  rows: RowSet,
  dispatches: readonly Dispatch[],
  repetitions: number,
): void {
  const pass = encoder.beginComputePass();
  pass.setBindGroup(0, rows.group);
  let pipeline: GPUComputePipeline | undefined;
  let layer: GPUBindGroup | undefined;
  for (let i = 0; i < repetitions; i++) {
    for (const dispatch of dispatches) {
      if (dispatch.pipeline !== pipeline) {
        pipeline = dispatch.pipeline;
        pass.setPipeline(pipeline);
      }
      if (dispatch.layer !== layer) {
        layer = dispatch.layer;
        pass.setBindGroup(1, layer);
      }
      pass.dispatchWorkgroups(dispatch.across, dispatch.down);
    }
  }
  pass.end();
}
