/** Sends points other than the training data through the network, a chunk at a time. */
import { parameterLayout } from '../parameters.ts';
import type { Problem } from '../problem.ts';
import type { NetworkBuffers } from './buffers.ts';
import { scoped } from './faults.ts';
import type { Gpu } from './gpu.ts';
import { padRows, quads, unpadRows } from './layout.ts';
import type { Plan } from './plan.ts';
import { type Dispatch, forwardPasses, record } from './record.ts';
import { activationStarts, bytesPerQuad, createRows, type RowSet } from './rows.ts';

/** A chunk's activations of all layers take at most about this many bytes. */
const chunkBytes = 16 * 2 ** 20;
const largestChunk = 4096;
/** Points for which room is made at once, so that nearby counts share it. */
const granularity = 256;

export class Evaluation {
  readonly #gpu: Gpu;
  readonly #problem: Problem;
  readonly #buffers: NetworkBuffers;
  #plan: Plan;
  #rows: RowSet | undefined;
  #passes: Dispatch[] = [];

  constructor(gpu: Gpu, problem: Problem, buffers: NetworkBuffers, plan: Plan) {
    this.#gpu = gpu;
    this.#problem = problem;
    this.#buffers = buffers;
    this.#plan = plan;
  }

  /** Network outputs [M, outputs] at points [M, inputs]. */
  async outputs(points: Float32Array): Promise<Float32Array> {
    const { dims } = this.#problem;
    const [outputs] = await this.#layersAt(points, [dims.length - 1]);
    return outputs;
  }

  /** Outputs of layers 1 … L at points [M, inputs], each [M, fan out]. */
  everyLayer(points: Float32Array): Promise<Float32Array[]> {
    const layers = parameterLayout(this.#problem.dims).map((_, index) => index + 1);
    return this.#layersAt(points, layers);
  }

  /** Cuts up what is evaluated from now on as this plan says. */
  adoptPlan(plan: Plan): void {
    this.dispose();
    this.#plan = plan;
  }

  dispose(): void {
    this.#rows?.dispose();
    this.#rows = undefined;
  }

  async #layersAt(points: Float32Array, layers: readonly number[]): Promise<Float32Array[]> {
    const { dims } = this.#problem;
    const { device, staging } = this.#gpu;
    const count = points.length / dims[0];
    const results = layers.map((layer) => new Float32Array(count * dims[layer]));
    if (count === 0) return results;
    const rows = await this.#roomFor(count);
    for (let start = 0; start < count; start += rows.count) {
      const size = Math.min(rows.count, count - start);
      const chunk = points.subarray(start * dims[0], (start + size) * dims[0]);
      device.queue.writeBuffer(rows.activations, 0, padRows(chunk, dims[0]));
      const encoder = device.createCommandEncoder();
      record(encoder, rows, this.#passes, 1);
      const spans = layers.map((layer) => ({
        buffer: rows.activations,
        offset: rows.starts[layer] * bytesPerQuad,
        size: size * quads(dims[layer]) * bytesPerQuad,
      }));
      const parts = await staging.read(spans, encoder);
      for (const [index, layer] of layers.entries()) {
        const part = unpadRows(new Float32Array(parts[index]), size, dims[layer]);
        results[index].set(part, start * dims[layer]);
      }
    }
    return results;
  }

  async #roomFor(points: number): Promise<RowSet> {
    const { dims } = this.#problem;
    const perPoint = activationStarts(dims, 1).total * bytesPerQuad;
    const most = Math.min(largestChunk, Math.ceil(chunkBytes / perPoint));
    const wanted = Math.min(most, points);
    if (this.#rows && this.#rows.count >= wanted) return this.#rows;
    this.dispose();
    const count = Math.ceil(wanted / granularity) * granularity;
    const rows = await scoped(
      this.#gpu.device,
      () => createRows(this.#gpu, dims, count, this.#buffers),
      (made) => made.dispose(),
    );
    this.#passes = await forwardPasses(this.#gpu, dims, rows, this.#plan);
    // Only its row count matters to the forward pass, and that comes with the padding.
    rows.writeShape(this.#problem.loss, noLedger);
    this.#rows = rows;
    return rows;
  }
}

const noLedger = { rowLosses: 0, norms: 0, squares: 0, partials: 0, partialsPerLayer: 0 } as const;
