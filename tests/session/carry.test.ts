import '../engine/wasm/built.ts';
import { describe, expect, it, vi } from 'vitest';
import type { TrainingEngine, TrainingState } from '../../src/engine/engine.ts';
import { longRisen } from '../../src/engine/index.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { type ReferenceValue, refer } from '../../src/messages/reference.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { Frame } from '../../src/session/frame.ts';

/** A conductor on the wasm engine whose frames are drawn at once. */
function lab() {
  const frames: Frame[] = [];
  const notices: ReferenceValue[] = [];
  const starts: TrainingState[] = [];
  const engines: TrainingEngine[] = [];
  const answers: number[] = [];
  const conductor = createConductor({
    post(message) {
      if (message.kind === 'notice') notices.push(message.message);
      if (message.kind === 'return') answers.push(message.id);
      if (message.kind !== 'frame') return;
      frames.push(message.frame);
      conductor.receive({ kind: 'drawn' });
    },
    chooser: {
      async open(_wanted, ...start) {
        starts.push(start[2]);
        const engine = await openWasm(...start);
        engines.push(engine);
        return { engine, reason: '' };
      },
      openChallenger: async () => ({ reason: '' }),
      contest: () => Promise.reject(new Error('nothing to compare')),
      exclude: () => {},
      readmit: () => {},
    },
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    now: () => performance.now(),
  });
  let ids = 0;
  return {
    frames,
    notices,
    starts,
    engines,
    /** As a slider does: the next depth follows as soon as the last one has been answered. */
    async dragThrough(depths: readonly number[]) {
      for (const depth of depths) {
        const experiment = completeExperiment({ steps: 1500, depth, depthChange: 'carry' });
        conductor.receive({ kind: 'request', id: ++ids, command: { kind: 'run', experiment } });
        await vi.waitUntil(() => answers.includes(ids), { interval: 0, timeout: 10_000 });
      }
    },
    async settle(choices: Choices): Promise<Frame> {
      const seen = frames.length;
      const experiment = completeExperiment({ steps: 1500, ...choices });
      conductor.receive({ kind: 'request', id: ++ids, command: { kind: 'run', experiment } });
      const isEnd = (frame: Frame) =>
        frame.status === 'finished' &&
        frame.picture?.dims.length === experiment.depth + 1 &&
        frame.picture.step === experiment.steps;
      const started = Date.now();
      while (!frames.slice(seen).some(isEnd) && Date.now() - started < 25_000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const end = frames.slice(seen).findLast(isEnd);
      if (!end) throw new Error('The run did not come to its end.');
      return end;
    },
  };
}

describe('a depth change that carries the network over', () => {
  it('grows without losing a point and keeps the tripoints that a restart gets rid of', async () => {
    const { frames, settle } = lab();
    const shallow = await settle({ depth: 3, depthChange: 'carry' });
    expect(shallow.accuracy).toBe(1);
    const first = frames.length;
    const deep = await settle({ depth: 9, depthChange: 'carry' });
    for (const frame of frames.slice(first)) expect(frame.accuracy).toBeGreaterThan(0.97);
    expect(deep.accuracy).toBe(1);
    if (deep.picture?.kind !== 'classes') throw new Error('No class map was taken.');
    expect(deep.picture.topology.tripoints.length).toBeGreaterThan(0);
    const restarted = await settle({ depth: 9, depthChange: 'restart', seed: 1 });
    if (restarted.picture?.kind !== 'classes') throw new Error('No class map was taken.');
    expect(restarted.picture.topology.tripoints).toEqual([]);
    expect(restarted.dataLoss + restarted.ridgeLoss).toBeLessThan(deep.dataLoss + deep.ridgeLoss);
  }, 60_000);

  it('shrinks with nearly every point kept', async () => {
    const { frames, settle } = lab();
    await settle({ depth: 9, depthChange: 'carry' });
    const first = frames.length;
    const shallow = await settle({ depth: 6, depthChange: 'carry' });
    expect(frames[first].accuracy).toBeGreaterThan(0.97);
    expect(shallow.accuracy).toBe(1);
  }, 60_000);

  it('goes on with a network that has not recovered from the last merge, and knows where it began', async () => {
    const { frames, notices, starts, settle, dragThrough } = lab();
    await settle({ depth: 6, depthChange: 'carry' });
    await dragThrough([4, 3, 2, 1, 2, 3, 6]);
    expect(starts.slice(1).map(({ rampStart }) => rampStart)).toEqual(Array(7).fill(longRisen));
    expect(notices).toEqual([]);
    const end = await settle({ depth: 6, depthChange: 'carry' });
    expect(end.carriedFrom).toBe(6);
    expect(frames[0].carriedFrom).toBeUndefined();
  }, 60_000);

  it('begins anew from a network that has learnt nothing yet, and says so', async () => {
    const { notices, starts, settle, dragThrough } = lab();
    await dragThrough([6, 4]);
    expect(starts).toHaveLength(2);
    expect(starts[1].rampStart).not.toBe(longRisen);
    expect(notices).toEqual([refer('notices', 'carry.unfitted')]);
    const end = await settle({ depth: 4, depthChange: 'carry' });
    expect(end.carriedFrom).toBeUndefined();
  }, 60_000);

  it('carries a single layer on as what passes through the width, and says what did not', async () => {
    const { notices, settle } = lab();
    const choices = { data: 'teacher', width: 12, steps: 400, depthChange: 'carry' } as const;
    const single = await settle({ ...choices, depth: 1 });
    const deep = await settle({ ...choices, depth: 4 });
    expect(deep.picture?.dims).toEqual([50, 12, 12, 12, 50]);
    expect(deep.carriedFrom).toBe(1);
    expect(deep.dataLoss).toBeLessThan(single.dataLoss);
    expect(notices).toMatchObject([{ key: 'carry.narrowed', values: { width: 12 } }]);
  }, 60_000);

  it('carries the network over from another engine where its own can no longer be read', async () => {
    const { notices, starts, engines, settle, dragThrough } = lab();
    await settle({ depth: 3, depthChange: 'carry' });
    engines[0].activations = () => Promise.reject(new Error('the device was lost'));
    await dragThrough([5]);
    expect(starts).toHaveLength(3);
    expect(starts[2].rampStart).toBe(longRisen);
    expect(notices).toMatchObject([{ key: 'run.engineStopped' }]);
  }, 60_000);
});
