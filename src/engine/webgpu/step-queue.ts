/** Hands training steps to the GPU in short submits, and learns from each how long the next may be. */
import type { NetworkBuffers } from './buffers.ts';
import type { Gpu } from './gpu.ts';
import { Pace } from './pace.ts';
import { type Dispatch, record } from './record.ts';
import type { Span } from './staging.ts';

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
   * Runs `count` steps and reads `spans` after the last of them.
   * @param step what one step consists of
   * @param count no more than the ring has room for
   * @throws EngineLost if the device fails
   */
  async run(
    step: readonly Dispatch[],
    count: number,
    spans: readonly Span[],
  ): Promise<ArrayBuffer[]> {
    const { device, watch, staging } = this.#gpu;
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
        const answer = staging.read(spans, encoder);
        await this.#time(steps, previous, answer.then(now));
        return answer;
      }
      device.queue.submit([encoder.finish()]);
      const start = previous;
      previous = watch.guard(device.queue.onSubmittedWorkDone()).then(now);
      const timed = this.#time(steps, start, previous);
      await (this.#pace.known ? start : timed);
    }
  }

  /** To be called when a step becomes something else. */
  forgetPace(): void {
    this.#pace.forget();
  }

  async #time(steps: number, start: Promise<number>, end: Promise<number>): Promise<void> {
    // Whoever waits for the work itself hears of a failure.
    const times = await Promise.all([start, end]).catch(() => undefined);
    if (times) this.#pace.note(steps, times[1] - times[0]);
  }
}

function now(): number {
  return performance.now();
}
