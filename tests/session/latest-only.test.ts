import { describe, expect, it } from 'vitest';
import { latestOnly } from '../../src/session/latest-only.ts';

describe('latestOnly', () => {
  it('sends the first value at once, then only the newest of those that came meanwhile', async () => {
    const sent: number[] = [];
    const finish: (() => void)[] = [];
    const send = latestOnly((value: number) => {
      sent.push(value);
      return new Promise<void>((resolve) => finish.push(resolve));
    });
    for (const value of [1, 2, 3, 4]) send(value);
    expect(sent).toEqual([1]);
    finish[0]();
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual([1, 4]);
    finish[1]();
    await Promise.resolve();
    await Promise.resolve();
    send(5);
    expect(sent).toEqual([1, 4, 5]);
  });

  it('sends of two that wait what is to become of them', async () => {
    const sent: string[] = [];
    const send = latestOnly(
      async (value: string) => sent.push(value),
      (overtaken, newest) => overtaken + newest,
    );
    for (const value of ['a', 'b', 'c', 'd']) send(value);
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual(['a', 'bcd']);
  });
});
