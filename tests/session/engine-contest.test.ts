import { describe, expect, it } from 'vitest';
import { run, world } from './world.ts';

/** Something that is over when the test says so. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const long = { steps: 1_000_000 };

describe('a contest of engines', () => {
  it('waits until a run trains that was paused when the fastest engine was asked for', async () => {
    const w = world([{ name: 'tfjs-cpu' }, { name: 'wasm' }], { name: 'webgpu', wins: false });
    w.send(run({ ...long, engine: 'tfjs-cpu' }));
    await w.frameWith(({ fits }) => fits);
    w.send({ kind: 'pause' });
    w.send(run(long));
    await w.frameWith(({ engine, status }) => engine === 'wasm' && status === 'paused');
    await w.breaths(20);
    expect(w.sought).toBe(0);
    w.send({ kind: 'resume' });
    await w.frameWith(({ engineReason }) => engineReason === 'by the clock');
    expect(w.rates).toHaveLength(1);
    expect(w.rates[0]).toBeGreaterThan(0);
    expect(w.rates[0]).toBeLessThan(1e6);
  });

  it('is called off where the run is paused meanwhile, and comes later', async () => {
    const { opened, open } = gate();
    const w = world([{ name: 'wasm' }], { name: 'wasm-parallel', wins: true, opened });
    w.send(run(long));
    await w.frameWith(() => w.sought === 1);
    w.send({ kind: 'pause' });
    await w.frameWith(({ status }) => status === 'paused');
    open();
    await w.until(() => w.engines.length === 2);
    await w.until(() => w.engines[1].disposed);
    expect(w.rates).toEqual([]);
    w.send({ kind: 'resume' });
    const frame = await w.frameWith(({ engine }) => engine === 'wasm-parallel');
    expect(frame.run).toBe(1);
    expect(w.engines[1].slices).toBe(0);
  });

  it('leaves the thread to a GPU that is being opened, and answers what is asked meanwhile', async () => {
    const { opened, open } = gate();
    const w = world([{ name: 'wasm' }], { name: 'webgpu', wins: true, opened });
    w.send(run(long));
    await w.frameWith(() => w.sought === 1);
    expect(w.frames().some(({ fits, picture }) => fits && picture)).toBe(true);
    await w.breaths(5);
    const { slices } = w.engines[0];
    const frames = w.frames().length;
    w.drawn();
    await w.breaths(50);
    const inputs = Float32Array.of(0, 0);
    expect(await w.ask({ kind: 'evaluate', inputs })).toMatchObject({ kind: 'return' });
    await w.breaths(50);
    expect(w.engines[0].slices).toBe(slices);
    expect(w.frames()).toHaveLength(frames);
    open();
    await w.frameWith(({ engine }) => engine === 'webgpu');
  });

  it('does not wait for a GPU for longer than a second', async () => {
    const { opened } = gate();
    const w = world([{ name: 'wasm' }], { name: 'webgpu', wins: true, opened });
    w.send(run(long));
    const { step } = await w.frameWith(() => w.sought === 1);
    w.pass(1000);
    w.drawn();
    await w.frameWith((frame) => frame.step > step);
  });

  it('lets a new run begin at once while a GPU is opened for the last one', async () => {
    const { opened, open } = gate();
    const w = world([{ name: 'wasm' }, { name: 'wasm' }], { name: 'webgpu', wins: true, opened });
    w.send(run(long));
    await w.frameWith(() => w.sought === 1);
    w.send(run({ ...long, depth: 5 }));
    await w.frameWith((frame) => frame.run === 2 && frame.step > 100);
    open();
    await w.until(() => w.engines.length >= 3);
    await w.until(() => w.engines[2].disposed);
    expect(w.frames().at(-1)?.engine).toBe('wasm');
  });

  it('costs the run nothing where the winner cannot take over', async () => {
    const w = world([{ name: 'wasm' }], { name: 'webgpu', wins: true, lost: true });
    w.send(run(long));
    const { step } = await w.frameWith(
      ({ engineReason }) => engineReason === 'the device was lost',
    );
    const frame = await w.frameWith((later) => later.step > step);
    expect(frame).toMatchObject({ run: 1, engine: 'wasm' });
    expect(w.avoided).toEqual(['webgpu']);
    expect(w.engines.map(({ disposed }) => disposed)).toEqual([false, true]);
  });

  it('is held for the next run though the code of a rival could not be had for this one', async () => {
    const opened = Promise.reject(new TypeError('Failed to fetch'));
    opened.catch(() => {});
    const w = world([{ name: 'wasm' }, { name: 'wasm' }], { name: 'webgpu', wins: true, opened });
    w.send(run(long));
    await w.frameWith(({ engineReason }) => engineReason === 'Failed to fetch');
    w.send({ ...run(long), kind: 'reset' });
    await w.frameWith((frame) => frame.run === 2);
    await w.until(() => w.sought === 2);
  });

  it('trains on while helpers start, which time nothing', async () => {
    const { opened } = gate();
    const w = world([{ name: 'wasm' }], { name: 'wasm-parallel', wins: true, opened });
    w.send(run(long));
    const { step } = await w.frameWith(() => w.sought === 1);
    await w.frameWith((frame) => frame.step > step);
  });
});

describe('an engine that was asked for by name', () => {
  it('is tried again though it failed before', async () => {
    const w = world([{ name: 'webgpu', breakAt: 30 }, { name: 'wasm' }, { name: 'webgpu' }]);
    w.send(run({ ...long, engine: 'webgpu' }));
    await w.frameWith(({ engine }) => engine === 'wasm');
    expect(w.avoided).toEqual(['webgpu']);
    w.send(run(long));
    w.readmitted.length = 0;
    w.send(run({ ...long, engine: 'webgpu' }));
    await w.until(() => w.wanted.length === 4);
    expect(w.readmitted).toEqual(['webgpu']);
  });

  it('is not tried again with every other change', async () => {
    const w = world([{ name: 'webgpu', breakAt: 30 }, { name: 'wasm' }, { name: 'wasm' }]);
    w.send(run({ ...long, engine: 'webgpu' }));
    await w.frameWith(({ engine }) => engine === 'wasm');
    w.readmitted.length = 0;
    w.send(run({ ...long, engine: 'webgpu', depth: 5 }));
    await w.frameWith((frame) => frame.run === 2);
    expect(w.readmitted).toEqual([]);
    w.send({ ...run({ ...long, engine: 'webgpu', depth: 5 }), kind: 'reset' });
    await w.frameWith((frame) => frame.run === 3);
    expect(w.readmitted).toEqual(['webgpu']);
  });
});
