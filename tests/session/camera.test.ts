import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { prepareRun } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { completeExperiment } from '../../src/experiment/index.ts';
import { type Camera, cameraOf } from '../../src/session/camera.ts';

/** A camera before a network, with a closer look on screen and a queue of messages that can be filled. */
async function studio() {
  const experiment = completeExperiment({ depth: 3, width: 16, points: 60, starts: 1 });
  const prepared = await prepareRun(experiment);
  const engine = await openWasm(prepared.problem, prepared.optimisation, prepared.start);
  const queue = { waiting: false };
  let time = 0;
  const camera = cameraOf({
    id: 1,
    prepared,
    engine,
    report(error) {
      throw error;
    },
    breathe: async () => {},
    overtaken: () => queue.waiting,
    // Every look at the clock takes long, so that a computation in slices breathes often.
    now: () => (time += 10),
  });
  const take = (sharp: boolean): ReturnType<Camera['take']> => {
    const watch = { jacobian: true, representation: true };
    const placed = new Float32Array(0);
    return camera.take({ step: 0, experiment, placed, watch, network: undefined }, sharp);
  };
  return { camera, queue, take };
}

describe('a camera', () => {
  it('takes the first live picture without a closer look, and the next one with it', async () => {
    const { take } = await studio();
    expect((await take(false)).insight).toBeUndefined();
    expect((await take(false)).insight?.jacobian?.rank).toBeGreaterThanOrEqual(0);
  });

  it('looks closer at once where there is time', async () => {
    const { camera, take } = await studio();
    expect((await take(true)).insight?.representation?.layer).toBeGreaterThan(0);
    expect(camera.blurred).toBe(false);
  });

  it('gives a closer look up when it is overtaken, and wants another one later', async () => {
    const { camera, queue, take } = await studio();
    queue.waiting = true;
    const { picture, insight } = await take(true);
    expect(picture?.step).toBe(0);
    expect(insight).toBeUndefined();
    expect(camera.blurred).toBe(true);
    queue.waiting = false;
    expect((await take(true)).insight).toBeDefined();
    expect(camera.blurred).toBe(false);
  });
});
