import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { DeviceWatch } from '../../../src/engine/webgpu/faults.ts';

/** A device that does nothing but fail when it is told to. */
function fragileDevice() {
  let lose: (info: { message: string }) => void = () => {};
  const lost = new Promise<{ message: string }>((resolve) => {
    lose = resolve;
  });
  const device = Object.assign(new EventTarget(), { lost }) as unknown as GPUDevice;
  return { device, lose };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('watching over a device', () => {
  test('keeps nothing of the work that has been waited for', async () => {
    const watch = new DeviceWatch(fragileDevice().device);
    const guardMany = async (count: number) => {
      for (let i = 0; i < count; i++) await watch.guard(Promise.resolve(i));
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = await guardMany(2000);
    const calls = 40_000;
    expect(((await guardMany(calls)) - before) / calls).toBeLessThan(40);
  });

  test('hands on what the work gives, or why it failed', async () => {
    const watch = new DeviceWatch(fragileDevice().device);
    expect(await watch.guard(Promise.resolve(5))).toBe(5);
    await expect(watch.guard(Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError);
    expect(watch.failed).toBe(false);
  });

  test('ends everything that is waited for at the first fault, and reports that one ever after', async () => {
    const { device, lose } = fragileDevice();
    const watch = new DeviceWatch(device);
    const endless = [1, 2, 3].map(() => watch.guard(new Promise(() => {})));
    lose({ message: 'unplugged' });
    for (const work of endless) {
      await expect(work).rejects.toMatchObject({ fault: 'lost', reason: 'unplugged' });
    }
    await expect(watch.guard(Promise.resolve(1))).rejects.toThrow('unplugged');
    expect(() => watch.check()).toThrow('unplugged');
  });

  test('takes work that fails shortly before the loss is reported for a consequence of it', async () => {
    const { device, lose } = fragileDevice();
    const watch = new DeviceWatch(device);
    const work = watch.guard(Promise.reject(new Error('cannot map')));
    setTimeout(() => lose({ message: 'unplugged' }), 10);
    await expect(work).rejects.toThrow('unplugged');
  });
});
