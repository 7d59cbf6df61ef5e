import { describe, expect, it } from 'vitest';
import { dataFamilies, randomStream, sampleDigits } from '../../src/experiment/index.ts';

const draw = (points: number, side: number, seed = 0) =>
  sampleDigits(points, side, randomStream(seed, 'digits'));

describe('the digits', () => {
  it('come in grey from 0 to 1, as many as asked for, and others held out', async () => {
    const { inputs, heldOut, heldOutLabels } = await draw(300, 14);
    expect(inputs).toHaveLength(300 * 196);
    expect(heldOut).toHaveLength(200 * 196);
    expect(Math.min(...inputs)).toBe(0);
    expect(Math.max(...inputs)).toBeLessThanOrEqual(1);
    expect(Math.max(...inputs)).toBeGreaterThan(0.9);
    expect([...heldOutLabels.slice(0, 12)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
  });

  it('never train on an image that is held out, however many are asked for', async () => {
    const { inputs, heldOut } = await draw(2000, 28);
    expect(inputs).toHaveLength(800 * 784);
    expect(dataFamilies.digits.mostPoints).toBe(800);
    const seen = new Set<string>();
    for (let row = 0; row < 800; row++) seen.add(inputs.slice(row * 784, (row + 1) * 784).join());
    for (let row = 0; row < 200; row++) {
      expect(seen.has(heldOut.slice(row * 784, (row + 1) * 784).join())).toBe(false);
    }
  });

  it('keep their ink when they are averaged to fewer pixels', async () => {
    const [fine, coarse] = [await draw(10, 28), await draw(10, 7)];
    const ink = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);
    expect(ink(coarse.inputs) * 16).toBeCloseTo(ink(fine.inputs), 1);
  });

  it('are dealt anew by another seed, and the same by the same', async () => {
    expect((await draw(20, 14, 1)).inputs).toEqual((await draw(20, 14, 1)).inputs);
    expect((await draw(20, 14, 1)).inputs).not.toEqual((await draw(20, 14, 2)).inputs);
  });
});
