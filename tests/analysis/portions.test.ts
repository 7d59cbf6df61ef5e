import { describe, expect, it } from 'vitest';
import { finish, finishInSlices, type Portions } from '../../src/analysis/portions.ts';

function* counting(portions: number): Portions<number> {
  for (let done = 1; done < portions; done++) yield;
  return portions;
}

describe('a computation in portions', () => {
  it('gives its result whether it is run at once or in slices', async () => {
    expect(finish(counting(7))).toBe(7);
    const slices = { milliseconds: 1, now: () => 0, breathe: async () => {} };
    expect(await finishInSlices(counting(7), slices)).toBe(7);
  });

  it('pauses as soon as a slice has lasted long enough', async () => {
    let clock = 0;
    let pauses = 0;
    const slices = {
      milliseconds: 3,
      now: () => clock++,
      breathe: async () => {
        pauses++;
      },
    };
    await finishInSlices(counting(10), slices);
    expect(pauses).toBe(3);
  });

  it('hands on what is thrown during a pause', async () => {
    const breathe = async () => {
      throw new Error('cancelled');
    };
    const running = finishInSlices(counting(3), { milliseconds: 0, now: () => 0, breathe });
    await expect(running).rejects.toThrow('cancelled');
  });
});
