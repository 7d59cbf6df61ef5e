/** Reading GPU buffers back: a few mappable buffers, used again and again. */
import type { DeviceWatch } from './faults.ts';

export interface Span {
  readonly buffer: GPUBuffer;
  /** In bytes, both multiples of four. */
  readonly offset: number;
  readonly size: number;
}

export class StagingPool {
  readonly #device: GPUDevice;
  readonly #watch: DeviceWatch;
  #free: GPUBuffer[] = [];

  constructor(device: GPUDevice, watch: DeviceWatch) {
    this.#device = device;
    this.#watch = watch;
  }

  /**
   * Submits what `encoder` holds, followed by copies of `spans`, and waits for their contents.
   * They are as of this call, whatever is submitted afterwards.
   */
  async read(spans: readonly Span[], encoder?: GPUCommandEncoder): Promise<ArrayBuffer[]> {
    this.#watch.check();
    const commands = encoder ?? this.#device.createCommandEncoder();
    const size = spans.reduce((sum, span) => sum + span.size, 0);
    const staging = this.#take(size);
    try {
      let offset = 0;
      for (const span of spans) {
        commands.copyBufferToBuffer(span.buffer, span.offset, staging, offset, span.size);
        offset += span.size;
      }
      this.#device.queue.submit([commands.finish()]);
      await this.#watch.guard(staging.mapAsync(GPUMapMode.READ, 0, size));
      const bytes = staging.getMappedRange(0, size);
      offset = 0;
      return spans.map((span) => {
        const part = bytes.slice(offset, offset + span.size);
        offset += span.size;
        return part;
      });
    } finally {
      if (staging.mapState !== 'unmapped') staging.unmap();
      this.#free.push(staging);
    }
  }

  dispose(): void {
    for (const buffer of this.#free) buffer.destroy();
    this.#free = [];
  }

  #take(size: number): GPUBuffer {
    const fit = this.#free.findIndex(
      (buffer) => buffer.size >= size && buffer.size <= 8 * size + 65536,
    );
    if (fit >= 0) return this.#free.splice(fit, 1)[0];
    // Sizes are rounded up so that few different ones occur; spare buffers of other sizes go.
    if (this.#free.length >= 8) this.#free.shift()?.destroy();
    return this.#device.createBuffer({
      label: 'staging',
      size: 2 ** Math.ceil(Math.log2(Math.max(size, 4096))),
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
  }
}
