import { afterEach, describe, expect, test, vi } from 'vitest';
import { EngineLost } from '../../../src/engine/webgpu/faults.ts';
import { hardwarePlans, type Plan, softwarePlans } from '../../../src/engine/webgpu/plan.ts';
import { FusedTraining } from '../../../src/engine/webgpu/training.ts';
import { candidates, fastestPlan, openTuned } from '../../../src/engine/webgpu/tune.ts';
import { say } from '../../../src/messages/say.ts';
import { initialState, plain, randomProblem } from '../problems.ts';
import { openGpu } from './dawn.ts';

afterEach(() => vi.restoreAllMocks());

const dims = [2, 20, 20, 3];
const problem = randomProblem(dims, 30, 'cross-entropy', 1);
const state = initialState(dims, 2);

describe('the fastest plan', () => {
  const timed = (times: readonly (number | Error)[]) => {
    const toBeat: number[] = [];
    const best = fastestPlan(hardwarePlans.slice(0, times.length), async (plan, least) => {
      toBeat.push(least);
      const time = times[hardwarePlans.indexOf(plan)];
      if (typeof time === 'number') return time;
      throw time;
    });
    return { best, toBeat };
  };

  test('is the one that takes least time, and each is told what it has to beat', async () => {
    const { best, toBeat } = timed([3, 5, 2, 4]);
    expect(await best).toBe(hardwarePlans[2]);
    expect(toBeat).toEqual([Number.POSITIVE_INFINITY, 3, 3, 2]);
  });

  test('is found among the others where one cannot be compiled', async () => {
    expect(await timed([new Error('register spill'), 5, 4]).best).toBe(hardwarePlans[2]);
    expect(await timed([5, new Error('register spill')]).best).toBe(hardwarePlans[0]);
  });

  test('does not exist where none can be compiled, or once the device is lost', async () => {
    await expect(timed([new Error('no'), new Error('register spill')]).best).rejects.toThrow(
      'register spill',
    );
    await expect(timed([3, new EngineLost('lost', 'unplugged'), 2]).best).rejects.toThrow(
      'unplugged',
    );
  });
});

describe('the plans that are tried', () => {
  const on = (architecture: string, software: boolean, features = ['subgroups']) =>
    candidates(
      {
        software,
        device: { features: new Set(features) } as unknown as GPUDevice,
        adapterInfo: { architecture } as GPUAdapterInfo,
      },
      problem,
    );

  test('let quads of invocations share only where their numbering is known', () => {
    const shares = (plans: readonly Plan[]) => plans.some(({ sharing }) => sharing);
    expect(shares(on('swiftshader', true))).toBe(true);
    expect(shares(on('swiftshader', true, []))).toBe(false);
    expect(on('llvmpipe', true)).toBe(softwarePlans);
    expect(on('', true)).toBe(softwarePlans);
    expect(on('ampere', false)).toBe(hardwarePlans);
  });
});

describe('opening with the fastest plan', () => {
  test('tries the plans once for shapes of a kind, and starts from the state it was given', async () => {
    const gpu = await openGpu();
    const adopt = vi.spyOn(FusedTraining.prototype, 'adoptPlan');
    const first = await openTuned(gpu, problem, plain, state);
    expect(adopt.mock.calls.length).toBeGreaterThan(1);
    expect(await first.save()).toEqual(state);
    adopt.mockClear();
    const again = await openTuned(gpu, problem, plain, state);
    expect(adopt).not.toHaveBeenCalled();
    expect(say(again.device)).toBe(say(first.device));
    const other = randomProblem(dims, 300, 'cross-entropy', 1);
    (await openTuned(gpu, other, plain, state)).dispose();
    expect(adopt).toHaveBeenCalled();
    first.dispose();
    again.dispose();
    gpu.device.destroy();
  });

  test('passes over a plan that the device cannot compile, and the device lives on', async () => {
    const gpu = await openGpu();
    const compile = gpu.kernels.compile.bind(gpu.kernels);
    // More invocations than any workgroup may have, in the first plan alone.
    const [broken, ...others] = candidates(gpu, randomProblem([2, 5, 3], 9, 'mse', 1));
    vi.spyOn(gpu.kernels, 'compile').mockImplementation((name, plan) =>
      compile(name, plan.variant === broken.variant ? { ...plan, workgroup: 4096 } : plan),
    );
    const small = randomProblem([2, 5, 3], 9, 'mse', 1);
    const engine = await openTuned(gpu, small, plain, initialState([2, 5, 3], 2));
    expect(say(engine.device)).toContain(others[0].variant);
    expect((await engine.train(3)).step).toBe(3);
    expect(gpu.watch.failed).toBe(false);
    engine.dispose();
    gpu.device.destroy();
  });
});
