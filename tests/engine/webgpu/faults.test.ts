import { describe, expect, test } from 'vitest';
import { EngineLost } from '../../../src/engine/webgpu/faults.ts';
import { wrapDevice } from '../../../src/engine/webgpu/gpu.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { dawn, openGpu } from './dawn.ts';
import { quickPlan } from './test-plans.ts';

const dims = [2, 12, 12, 3];
const problem = randomProblem(dims, 30, 'cross-entropy', 1);
const open = (gpu: Parameters<typeof FusedTraining.open>[0]) =>
  FusedTraining.open(gpu, problem, plain, initialState(dims, 2), quickPlan);

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineLost);
  return (error as EngineLost).fault;
}

describe('when the device fails', () => {
  test('a run in progress ends with EngineLost', async () => {
    const gpu = await openGpu();
    const engine = await open(gpu);
    const running = engine.train(50_000);
    setTimeout(() => gpu.device.destroy(), 60);
    expect(await faultOf(running)).toBe('lost');
  });

  test('every later call says so too', async () => {
    const gpu = await openGpu();
    const engine = await open(gpu);
    gpu.device.destroy();
    expect(await faultOf(engine.train(1))).toBe('lost');
    expect(await faultOf(engine.save())).toBe('lost');
    expect(await faultOf(engine.evaluate(new Float32Array(4)))).toBe('lost');
    expect(await faultOf(open(gpu))).toBe('lost');
    engine.dispose();
  });

  test('a validation error counts as a failure', async () => {
    const gpu = await openGpu();
    const engine = await open(gpu);
    gpu.device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    expect(await faultOf(engine.train(3))).toBe('validation');
    gpu.device.destroy();
  });

  test('too large a network is reported as such when it is opened', async () => {
    const adapter = await (await dawn()).requestAdapter();
    if (adapter === null) throw new Error('no adapter');
    const gpu = wrapDevice(await adapter.requestDevice(), adapter.info);
    const wide = [2, 6000, 6000, 2];
    const big = randomProblem(wide, 4, 'mse', 1);
    const zeros = new Float32Array(0);
    const state = {
      step: 0,
      rampStart: -1,
      parameters: zeros,
      firstMoment: zeros,
      secondMoment: zeros,
    };
    const fault = await faultOf(FusedTraining.open(gpu, big, plain, state, quickPlan));
    expect(['validation', 'out-of-memory']).toContain(fault);
    gpu.device.destroy();
  });
});

test('a disposed engine leaves no buffer behind', async () => {
  const gpu = await openGpu();
  const alive = new Set<GPUBuffer>();
  const create = gpu.device.createBuffer.bind(gpu.device);
  gpu.device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    buffer.destroy = () => {
      alive.delete(buffer);
      return destroy();
    };
    alive.add(buffer);
    return buffer;
  };
  const engine = await open(gpu);
  await engine.train(3);
  await engine.evaluate(new Float32Array(2000));
  const before = alive.size;
  await engine.gpuSpectra({ centred: true });
  expect(alive.size).toBeGreaterThan(before + 2);
  engine.dispose();
  gpu.staging.dispose();
  await expect.poll(() => alive.size).toBe(0);
  gpu.device.destroy();
});
