import { describe, expect, it } from 'vitest';
import { digitPixels } from '../../../src/charts/parts/grey-pixels.ts';

describe('digitPixels', () => {
  it('mixes ink into paper, whichever is darker', () => {
    const dark = { paper: [0, 0, 0], ink: [200, 100, 50] } as const;
    expect([...digitPixels([0, 0.5, 1], dark)]).toEqual([
      ...[0, 0, 0, 255],
      ...[100, 50, 25, 255],
      ...[200, 100, 50, 255],
    ]);
    const light = { paper: [255, 255, 255], ink: [55, 55, 55] } as const;
    expect([...digitPixels([0.5], light)]).toEqual([155, 155, 155, 255]);
  });

  it('cuts off what noise adds beyond paper and ink, and takes what is no number for paper', () => {
    const palette = { paper: [10, 10, 10], ink: [20, 20, 20] } as const;
    const greys = [...digitPixels([-3, 7, Number.NaN], palette)].filter((_, k) => k % 4 === 0);
    expect(greys).toEqual([10, 20, 10]);
  });
});
