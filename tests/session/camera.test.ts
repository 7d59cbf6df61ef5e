import '../engine/wasm/built.ts';
import { describe, expect, it, vi } from 'vitest';
import { prepareRun } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { cameraOf } from '../../src/session/camera.ts';

interface Seen {
  readonly layer?: number;
  readonly threshold?: number;
}

/** A camera before a network, with a closer look on screen and a queue of messages that can be filled. */
async function studio(choices: Choices = {}) {
  const experiment = completeExperiment({
    depth: 3,
    width: 16,
    points: 60,
    starts: 1,
    ...choices,
  });
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
  const evaluate = vi.spyOn(engine, 'evaluate');
  const save = vi.spyOn(engine, 'save');
  const placed = new Float32Array(0);
  const take = (sharp: boolean, { layer, threshold = 0.1 }: Seen = {}) => {
    const watch = { jacobian: true, representation: true, layer };
    const seen = { ...experiment, threshold };
    return camera.take({ step: 0, experiment: seen, placed, watch, network: undefined }, sharp);
  };
  return { camera, queue, take, evaluate, save };
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

  it('keeps the picture and the Jacobians while somebody scrubs the layer or moves the threshold', async () => {
    const { camera, take, evaluate, save } = await studio();
    const first = await take(true, { layer: 1 });
    const [evaluated, saved] = [evaluate.mock.calls.length, save.mock.calls.length];
    expect(evaluated).toBeGreaterThan(0);
    // The page owns what it was given, as after a message that handed the buffers over.
    const { weights = [] } = first.picture?.spectra ?? {};
    expect(weights).toHaveLength(3);
    structuredClone(weights, { transfer: weights.map(({ buffer }) => buffer as ArrayBuffer) });
    const second = await take(true, { layer: 2, threshold: 0.5 });
    expect([evaluate.mock.calls.length, save.mock.calls.length]).toEqual([evaluated, saved]);
    expect(second.picture?.spectra.weights[0].length).toBeGreaterThan(0);
    expect(second.insight?.representation?.layer).toBe(2);
    expect(second.insight?.jacobian?.schatten).toEqual(first.insight?.jacobian?.schatten);

    camera.networkChanged(1);
    await take(true);
    expect(evaluate.mock.calls.length).toBeGreaterThan(evaluated);
    expect(save.mock.calls.length).toBeGreaterThan(saved);
  });

  it('shows a few Jacobians of many inputs before it takes them all', async () => {
    const { camera, take } = await studio({ data: 'teacher', inputDimension: 4 });
    expect((await take(true)).insight?.jacobian?.points.data).toBe(8);
    expect(camera.blurred).toBe(true);
    expect((await take(true)).insight?.jacobian?.points.data).toBe(60);
    expect(camera.blurred).toBe(false);
  });

  it('comes to rest with digits too, of which it takes none at first', async () => {
    const { camera, take } = await studio({ data: 'digits', imageSide: '7' });
    expect((await take(true)).insight?.jacobian).toBeUndefined();
    expect((await take(true)).insight?.jacobian?.points.data).toBe(60);
    expect(camera.blurred).toBe(false);
  });
});
