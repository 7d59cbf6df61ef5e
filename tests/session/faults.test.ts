import { expect, it, vi } from 'vitest';
import { takeInsight } from '../../src/session/insight.ts';
import { takePicture } from '../../src/session/picture.ts';
import { run, world } from './world.ts';

vi.mock('../../src/session/picture.ts', { spy: true });
vi.mock('../../src/session/insight.ts', { spy: true });

const probe = Float32Array.of(0.5, 0.5);

it.each(['paused', 'finished'] as const)(
  'a question to a %s run is answered by another engine where its own was lost meanwhile',
  async (status) => {
    const w = world([{ name: 'webgpu' }, { name: 'wasm' }]);
    w.send(run({ steps: 100 }));
    if (status === 'paused') w.send({ kind: 'pause' });
    const before = await w.frameWith((frame) => frame.status === status);
    w.engines[0].lost = true;
    const answer = await w.ask({ kind: 'evaluate', inputs: probe });
    expect(answer).toMatchObject({ kind: 'return', value: { outputs: expect.any(Float32Array) } });
    expect(w.avoided).toEqual(['webgpu']);
    expect(w.notices()).toEqual([expect.stringContaining('the device was lost')]);
    const after = await w.frameWith(({ engine }) => engine === 'wasm');
    expect(after.run).toBe(before.run);
    if (status === 'paused') expect(after.status).toBe('paused');
  },
);

it('a single step is taken on another engine where that of the run is lost', async () => {
  const w = world([{ name: 'webgpu' }, { name: 'wasm' }]);
  w.send(run());
  w.send({ kind: 'pause' });
  const { step } = await w.frameWith(({ status }) => status === 'paused');
  w.engines[0].lost = true;
  expect(await w.ask({ kind: 'step' })).toMatchObject({ kind: 'return' });
  const after = await w.frameWith(({ engine }) => engine === 'wasm');
  expect(after).toMatchObject({ status: 'paused', step: step + 1 });
});

it('a live change is taken in by another engine where that of the run is lost', async () => {
  const w = world([{ name: 'webgpu' }, { name: 'wasm' }]);
  w.send(run());
  w.send({ kind: 'pause' });
  await w.frameWith(({ status }) => status === 'paused');
  w.engines[0].lost = true;
  expect(await w.ask(run({ lambda: 0.5 }))).toMatchObject({ kind: 'return', value: { run: 1 } });
  expect(w.engines[1].optimisations.at(-1)?.ridge).toBeCloseTo(0.5 / 9, 12);
});

it('a run that had settled stays finished, with its losses, on the engine that it is moved to', async () => {
  const w = world([{ name: 'webgpu' }, { name: 'wasm' }]);
  w.send(run({ stop: 'settled', warmUp: 1 }));
  const before = await w.frameWith(({ status }) => status === 'finished');
  w.send(run({ stop: 'settled', warmUp: 1, engine: 'wasm' }));
  const after = await w.frameWith(({ engine }) => engine === 'wasm');
  expect(after).toMatchObject({ status: 'finished', ended: 'settled', step: before.step });
  expect(after.dataLoss).toBe(before.dataLoss);
});

it('a mistake in drawing costs the picture and not the engine, and is told of once', async () => {
  const w = world([{ name: 'wasm' }]);
  w.send(run());
  await w.frameWith(({ picture }) => picture !== undefined);
  vi.mocked(takePicture).mockRejectedValue(new TypeError('this is not a picture'));
  try {
    const end = await w.frameWith(({ status }) => status === 'finished');
    expect(end).toMatchObject({ run: 1, engine: 'wasm', step: 100_000 });
    vi.mocked(takePicture).mockClear();
    await w.breaths(20);
    expect(takePicture).not.toHaveBeenCalled();
    expect(w.avoided).toEqual([]);
    expect(w.notices()).toEqual([expect.stringContaining('this is not a picture')]);
  } finally {
    vi.mocked(takePicture).mockReset();
  }
  w.send(run({ seed: 1 }));
  await w.frameWith((frame) => frame.run === 2 && frame.picture !== undefined);
});

it('a mistake in a closer look leaves the picture as it is', async () => {
  const w = world([{ name: 'wasm' }]);
  vi.mocked(takeInsight).mockRejectedValue(new TypeError('this is no insight'));
  try {
    w.send({ kind: 'watch', watch: { jacobian: true, representation: false } });
    w.send(run());
    await w.frameWith(({ status, picture }) => status === 'finished' && picture !== undefined);
    expect(w.avoided).toEqual([]);
    expect(w.notices()).toEqual([expect.stringContaining('this is no insight')]);
  } finally {
    vi.mocked(takeInsight).mockReset();
  }
});
