import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NetworkBuffers } from '../../../src/engine/webgpu/buffers.ts';
import type { Gpu } from '../../../src/engine/webgpu/gpu.ts';
import type { Dispatch } from '../../../src/engine/webgpu/record.ts';
import { StepQueue } from '../../../src/engine/webgpu/step-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A GPU that does one submit after the other, so many milliseconds a step, and notes how long each is. */
class ClockworkGpu {
  msPerStep = 1;
  readonly submits: number[] = [];
  #recorded = 0;
  #busyUntil = 0;

  readonly #queue = {
    writeBuffer() {},
    submit: () => this.#submit(),
    onSubmittedWorkDone: () => this.#done(),
  };

  readonly gpu = {
    device: {
      queue: this.#queue,
      createCommandEncoder: () => ({
        beginComputePass: () => ({
          setBindGroup() {},
          setPipeline() {},
          dispatchWorkgroups: () => {
            this.#recorded++;
          },
          end() {},
        }),
        finish() {},
      }),
    },
    watch: { check() {}, guard: <T>(work: Promise<T>) => work },
    staging: {
      read: async () => {
        this.#submit();
        await this.#done();
        return [];
      },
    },
  } as unknown as Gpu;

  #submit(): void {
    const time = this.#recorded * this.msPerStep;
    this.#recorded = 0;
    this.submits.push(time);
    this.#busyUntil = Math.max(this.#busyUntil, performance.now()) + time;
  }

  #done(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.#busyUntil - performance.now()));
  }
}

const buffers = { state: {}, data: { group: {} } } as unknown as NetworkBuffers;
const step = [{ pipeline: {}, layer: {}, across: 1, down: 1 }] as unknown as Dispatch[];

async function run(queue: StepQueue, steps: number): Promise<void> {
  const running = queue.run(step, steps, []);
  await vi.runAllTimersAsync();
  await running;
}

test('a long call goes out in submits of 40 ms at most', async () => {
  const clockwork = new ClockworkGpu();
  await run(new StepQueue(clockwork.gpu, buffers), 500);
  expect(Math.max(...clockwork.submits)).toBe(40);
  expect(clockwork.submits.reduce((sum, time) => sum + time, 0)).toBe(500);
  expect(clockwork.submits.length).toBeLessThan(20);
});

test('calls of a single submit tell as well when the GPU has become slower', async () => {
  const clockwork = new ClockworkGpu();
  const queue = new StepQueue(clockwork.gpu, buffers);
  for (let call = 0; call < 5; call++) await run(queue, 10);
  clockwork.msPerStep = 10;
  await run(queue, 10);
  clockwork.submits.length = 0;
  for (let call = 0; call < 5; call++) await run(queue, 10);
  expect(Math.max(...clockwork.submits)).toBeLessThanOrEqual(50);
});

test('the GPU has the next submit before it is done with the last, but never two', async () => {
  const clockwork = new ClockworkGpu();
  const queue = new StepQueue(clockwork.gpu, buffers);
  await run(queue, 100);
  clockwork.submits.length = 0;
  const running = queue.run(step, 400, []);
  await vi.advanceTimersByTimeAsync(1);
  expect(clockwork.submits).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(40);
  expect(clockwork.submits).toHaveLength(3);
  await vi.runAllTimersAsync();
  await running;
});
