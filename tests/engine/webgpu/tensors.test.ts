import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { say } from '../../../src/messages/say.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { dawn } from './dawn.ts';

beforeAll(async () => {
  vi.stubGlobal('navigator', { gpu: await dawn() });
});
afterAll(() => vi.unstubAllGlobals());

const dims = [2, 10, 10, 3];
const problem = randomProblem(dims, 21, 'cross-entropy', 1);

describe('an engine opened through the browser entry point', () => {
  test('says what it runs on, and that it is software where it is', async () => {
    const { openWebgpu, probeWebgpu } = await import('../../../src/engine/webgpu/index.ts');
    const probe = await probeWebgpu();
    expect(probe.available).toBe(true);
    expect(probe.software).toBe(/swiftshader|llvmpipe/i.test(say(probe.description)));
    const engine = await openWebgpu(problem, plain, initialState(dims, 2));
    expect(say(engine.device)).toContain(say(probe.description));
    engine.dispose();
  });

  test('lends its live parameters to TensorFlow.js, and goes on training', async () => {
    const { openWebgpu } = await import('../../../src/engine/webgpu/index.ts');
    const { lendsLiveTensors } = await import('../checks/live-tensors.ts');
    await lendsLiveTensors(openWebgpu);
  });

  test('gets a new device after the old one was lost', async () => {
    const { openWebgpu } = await import('../../../src/engine/webgpu/index.ts');
    const { sharedGpu } = await import('../../../src/engine/webgpu/device.ts');
    const engine = await openWebgpu(problem, plain, initialState(dims, 2));
    const state = await engine.save();
    const expected = await engine.train(5);
    (await sharedGpu()).device.destroy();
    await expect(engine.train(5)).rejects.toThrow();
    engine.dispose();
    const next = await openWebgpu(problem, plain, state);
    // The plan is not sought anew, so that the run goes on bit by bit as it would have.
    expect(next.device).toEqual(engine.device);
    expect(await next.train(5)).toEqual(expected);
    next.dispose();
  });

  test('gives back a device that has failed when it gets another', async () => {
    const { sharedGpu } = await import('../../../src/engine/webgpu/device.ts');
    const { device, watch, staging } = await sharedGpu();
    await staging.read([]);
    const end = vi.spyOn(staging, 'dispose');
    device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    await expect.poll(() => watch.failed).toBe(true);
    const next = await sharedGpu();
    expect(next.device).not.toBe(device);
    expect(end).toHaveBeenCalled();
    expect((await device.lost).reason).toBe('destroyed');
    expect(await sharedGpu()).toBe(next);
  });
});

test('without WebGPU the reason is given in words', async () => {
  const { openWebgpu, probeWebgpu } = await import('../../../src/engine/webgpu/index.ts');
  vi.resetModules();
  vi.stubGlobal('navigator', {});
  const fresh = await import('../../../src/engine/webgpu/device.ts');
  await expect(fresh.sharedGpu()).rejects.toThrow('refusal.noWebgpu');
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null } });
  await expect(fresh.sharedGpu()).rejects.toThrow('refusal.noAdapter');
  expect(await probeWebgpu()).toMatchObject({ available: false, software: false });
  expect(openWebgpu).toBeTypeOf('function');
});
