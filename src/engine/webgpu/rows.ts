/**
 * A set of points on its way through the network: room for h₀ … h_L of each, and the tables
 * that tell the kernels where everything lies. The training data is one such set, a chunk of
 * points to be evaluated another.
 */
import type { Gpu } from './gpu.ts';
import { paddedLayout, parameterQuads, quads } from './layout.ts';
import { maximumDepth, rowPadding } from './plan.ts';

export const bytesPerQuad = 16;

/** Where the parts of the ledger start, in floats, and how many partial sums its norms have. */
export interface LedgerLayout {
  readonly rowLosses: number;
  readonly norms: number;
  readonly squares: number;
  readonly partials: number;
  readonly partialsPerLayer: number;
}

/** The buffers bound at 0–2, 4–7 and 9 of bindings.wgsl. */
export interface SharedBuffers {
  readonly parameters: GPUBuffer;
  readonly moments: GPUBuffer;
  readonly gradients: GPUBuffer;
  readonly deltas: GPUBuffer;
  readonly targets: GPUBuffer;
  readonly state: GPUBuffer;
  readonly ledger: GPUBuffer;
  readonly optimisation: GPUBuffer;
}

export interface RowSet {
  readonly count: number;
  /** `count` rounded up to `rowPadding`. */
  readonly padded: number;
  /** h₀ … h_L one after the other, each [padded, fan out in quads]. */
  readonly activations: GPUBuffer;
  /** Where each of h₀ … h_L starts, in quads. */
  readonly starts: readonly number[];
  readonly group: GPUBindGroup;
  writeShape(loss: 'cross-entropy' | 'mse', ledger: LedgerLayout): void;
  dispose(): void;
}

export function paddedRows(count: number): number {
  return Math.ceil(count / rowPadding) * rowPadding;
}

/** Starts of h₀ … h_L for `rows` rows, in quads, and their total. */
export function activationStarts(
  dims: readonly number[],
  rows: number,
): { starts: number[]; total: number } {
  let total = 0;
  const starts = dims.map((width) => {
    const start = total;
    total += rows * quads(width);
    return start;
  });
  return { starts, total };
}

/** Makes room for `count` rows. */
export function createRows(
  gpu: Gpu,
  dims: readonly number[],
  count: number,
  shared: SharedBuffers,
): RowSet {
  const { device } = gpu;
  const padded = paddedRows(count);
  const { starts, total } = activationStarts(dims, padded);
  const activations = device.createBuffer({
    label: 'activations',
    size: total * bytesPerQuad,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  const uniform = (label: string, size: number) =>
    device.createBuffer({
      label,
      size,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  const table = layerTable(dims, starts);
  const shape = uniform('shape', 48);
  // The kernels see an array of fixed length.
  const layers = uniform('layers', 48 * maximumDepth);
  device.queue.writeBuffer(layers, 0, table);
  const { parameters, moments, gradients, deltas, targets, state, ledger, optimisation } = shared;
  const bound = [parameters, moments, gradients, activations, deltas, targets, state, ledger];
  const group = device.createBindGroup({
    layout: gpu.layouts.network,
    entries: [...bound, shape, optimisation, layers].map((buffer, binding) => ({
      binding,
      resource: { buffer },
    })),
  });
  return {
    count,
    padded,
    activations,
    starts,
    group,
    writeShape(loss, { rowLosses, norms, squares, partials, partialsPerLayer }) {
      const words = new Uint32Array(12);
      words.set([count, padded, dims.length - 1, parameterQuads(dims), dims[dims.length - 1]]);
      words.set([loss === 'cross-entropy' ? 0 : 1, rowLosses, norms, squares], 5);
      words.set([partials, partialsPerLayer], 9);
      device.queue.writeBuffer(shape, 0, words);
    },
    dispose() {
      for (const buffer of [activations, shape, layers]) buffer.destroy();
    },
  };
}

/** The `Layer` structs of bindings.wgsl. */
function layerTable(dims: readonly number[], starts: readonly number[]): Uint32Array<ArrayBuffer> {
  const depth = dims.length - 1;
  const words = new Uint32Array(12 * depth);
  for (const [index, layer] of paddedLayout(dims).entries()) {
    const { inputQuads, outputQuads, weights, biases } = layer;
    const input = starts[index];
    const output = starts[index + 1];
    const relu = index < depth - 1 ? 1 : 0;
    // Deltas lie as the activations do, so that the same starts serve both.
    words.set(
      [inputQuads, outputQuads, weights, biases, input, output, input, output, relu],
      12 * index,
    );
  }
  return words;
}
