import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerTicks } from '../../../src/charts/parts/layer-ticks.ts';

describe('layerTicks', () => {
  it('numbers every layer of a shallow network', () => {
    expect(layerTicks(9, 12)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('numbers first and last and some between of a deep one, for any depth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 48 }),
        fc.integer({ min: 3, max: 30 }),
        (depth, most) => {
          const ticks = layerTicks(depth, most);
          expect(ticks[0]).toBe(1);
          expect(ticks.at(-1)).toBe(depth);
          expect(ticks.length).toBeLessThanOrEqual(most + 2);
          expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('has nothing to number where there are no layers', () => {
    expect(layerTicks(0, 10)).toEqual([]);
  });
});
