/** Singular values of a whole network on the GPU, while the CPU does something else. */
import type { NetworkSpectra, SpectraOptions } from '../engine.ts';
import type { Problem } from '../problem.ts';
import type { NetworkBuffers } from './buffers.ts';
import { scoped } from './faults.ts';
import type { Gpu } from './gpu.ts';
import { paddedLayout, quads } from './layout.ts';
import source from './spectra.wgsl?raw';

/** A triangle of this many columns just fits into the workgroup memory every device has. */
const mostColumns = 64;

/** Single precision has nothing left to turn after eight or so. */
const sweeps = 10;

const matrixWords = 8;

interface Matrix {
  readonly start: number;
  readonly stride: number;
  readonly rows: number;
  readonly columns: number;
  readonly source: 'parameters' | 'activations';
}

/** Whether every layer is narrow enough. */
export function fitsGpuSpectra({ dims }: Problem): boolean {
  return dims.slice(1).every((width) => width <= mostColumns);
}

const pipelines = new WeakMap<Gpu, Promise<GPUComputePipeline>>();

function compile(gpu: Gpu): Promise<GPUComputePipeline> {
  let pipeline = pipelines.get(gpu);
  if (pipeline === undefined) {
    const { device } = gpu;
    const constants = `const MOST_COLUMNS = ${mostColumns}u;\nconst SWEEPS = ${sweeps}u;\n`;
    const module = device.createShaderModule({ label: 'spectra', code: constants + source });
    pipeline = device.createComputePipelineAsync({
      label: 'spectra',
      layout: 'auto',
      compute: { module, entryPoint: 'spectra' },
    });
    pipelines.set(gpu, pipeline);
  }
  return pipeline;
}

/** All weights, then all activations, as they lie in the buffers. */
function matricesOf({ dims }: Problem, { data }: NetworkBuffers): Matrix[] {
  const layers = paddedLayout(dims);
  return [
    ...layers.map(({ weights, fanIn, fanOut, outputQuads }) => ({
      start: 4 * weights,
      stride: 4 * outputQuads,
      rows: fanIn,
      columns: fanOut,
      source: 'parameters' as const,
    })),
    ...dims.slice(1).map((columns, index) => ({
      start: 4 * data.starts[index + 1],
      stride: 4 * quads(columns),
      rows: data.count,
      columns,
      source: 'activations' as const,
    })),
  ];
}

export class GpuSpectra {
  readonly #gpu: Gpu;
  readonly #pipeline: GPUComputePipeline;
  readonly #matrices: readonly Matrix[];
  readonly #table: GPUBuffer;
  readonly #work: GPUBuffer;
  readonly #values: GPUBuffer;
  readonly #group: GPUBindGroup;

  /** Allocates room for the spectra of one network; @throws EngineLost if there is none */
  static async create(gpu: Gpu, problem: Problem, buffers: NetworkBuffers): Promise<GpuSpectra> {
    const pipeline = await gpu.watch.guard(compile(gpu));
    return scoped(
      gpu.device,
      () => new GpuSpectra(gpu, pipeline, problem, buffers),
      (made) => made.dispose(),
    );
  }

  private constructor(
    gpu: Gpu,
    pipeline: GPUComputePipeline,
    problem: Problem,
    buffers: NetworkBuffers,
  ) {
    this.#gpu = gpu;
    this.#pipeline = pipeline;
    this.#matrices = matricesOf(problem, buffers);
    const buffer = (label: string, floats: number) =>
      gpu.device.createBuffer({
        label,
        size: 4 * floats,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      });
    const count = this.#matrices.length;
    this.#table = buffer('matrices', matrixWords * count);
    this.#work = buffer(
      'spectra work',
      this.#matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    );
    this.#values = buffer('singular values', mostColumns * count);
    const bound = [buffers.parameters, buffers.data.activations, this.#work, this.#values];
    this.#group = gpu.device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [...bound, this.#table].map((resource, binding) => ({
        binding,
        resource: { buffer: resource },
      })),
    });
  }

  /**
   * Measures the network as it is when this is called.
   * @param encoder holds a forward pass over the data
   */
  async measure(encoder: GPUCommandEncoder, { centred }: SpectraOptions): Promise<NetworkSpectra> {
    this.#gpu.device.queue.writeBuffer(this.#table, 0, this.#describe(centred));
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, this.#group);
    pass.dispatchWorkgroups(this.#matrices.length);
    pass.end();
    const span = { buffer: this.#values, offset: 0, size: this.#values.size };
    const [bytes] = await this.#gpu.staging.read([span], encoder);
    const spectra = this.#matrices.map(({ rows, columns }, index) =>
      new Float32Array(bytes, 4 * mostColumns * index, mostColumns)
        .toSorted((a, b) => b - a)
        .slice(0, Math.min(rows, columns)),
    );
    const depth = spectra.length / 2;
    return { weights: spectra.slice(0, depth), activations: spectra.slice(depth) };
  }

  dispose(): void {
    for (const buffer of [this.#table, this.#work, this.#values]) buffer.destroy();
  }

  /** The `Matrix` structs of spectra.wgsl. */
  #describe(centred: boolean): Uint32Array<ArrayBuffer> {
    const words = new Uint32Array(matrixWords * this.#matrices.length);
    let work = 0;
    for (const [index, matrix] of this.#matrices.entries()) {
      const { start, stride, rows, columns, source } = matrix;
      const ofActivations = source === 'activations';
      words.set([start, stride, work, rows, columns], matrixWords * index);
      words.set([ofActivations ? 1 : 0, ofActivations && centred ? 1 : 0], matrixWords * index + 5);
      work += rows * columns;
    }
    return words;
  }
}
