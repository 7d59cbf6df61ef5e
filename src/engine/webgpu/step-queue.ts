/** Hands training steps to the GPU in short submits, and learns from each how long the next may be. */
import type { NetworkBuffers } from './buffers.ts';
import type { Gpu } from './gpu.ts';
import { Pace } from './pace.ts';
import { type Dispatch, record } from './record.ts';

/** Where the state buffer counts the entries of the ring. */
const slotOffset = 8;

export class StepQueue {
  readonly #gpu: Gpu;
  readonly #buffers: NetworkBuffers;
  readonly #pace = new Pace();

  constructor(gpu: Gpu, buffers: NetworkBuffers) {
    this.#gpu = gpu;
    this.#buffers = buffers;
  }

  /**
   * Runs `count` steps; gives the encoder that holds the last of them.
   * @param step what one step consists of
   * @param count no more than the ring has room for
   * @throws EngineLost if the device fails
   */
  async submit(step: readonly Dispatch[], count: number): Promise<GPUCommandEncoder> {
    const { device, watch } = this.#gpu;
    const { state, data } = this.#buffers;
    device.queue.writeBuffer(state, slotOffset, new Uint32Array(1));
    let left = count;
    // One submit waits behind the one at work, so that the GPU never waits for us.
    let previous: Promise<number> = Promise.resolve(performance.now());
    for (;;) {
      watch.check();
      const steps = Math.min(left, this.#pace.steps);
      const encoder = device.createCommandEncoder();
      record(encoder, data, step, steps);
      left -= steps;
      if (left === 0) {
        await previous;
        return encoder;
      }
      device.queue.submit([encoder.finish()]);
      const start = previous;
      previous = watch.guard(device.queue.onSubmittedWorkDone()).then(() => performance.now());
      const timed = Promise.all([start, previous]).then(
        ([from, to]) => this.#pace.note(steps, to - from),
        // Whoever waits next hears of a failure.
        () => {},
      );
      await (this.#pace.known ? start : timed);
    }
  }
}
