import { describe, expect, it } from 'vitest';
import { watchSettling } from '../../src/analysis/settling.ts';

/** Looks every hundred steps from `from` on, until the run is said to have settled. */
function settledAt(
  look: (step: number) => { bottleneckRank: number; normPerLayer: number },
  from = 0,
): number | undefined {
  const watch = watchSettling();
  for (let step = from; step <= from + 10_000; step += 100) {
    if (watch.note({ step, ...look(step) })) return step;
  }
  return undefined;
}

describe('the watch for a settled run', () => {
  it('waits for a thousand steps without change', () => {
    expect(settledAt(() => ({ bottleneckRank: 1, normPerLayer: 4 }))).toBe(1000);
  });

  it('begins to count when the rank changes', () => {
    expect(
      settledAt((step) => ({
        bottleneckRank: step < 2500 ? 2 + ((step / 100) % 2) : 1,
        normPerLayer: 4,
      })),
    ).toBe(3500);
  });

  it('waits until the norm moves by no more than half a percent in a thousand steps', () => {
    const decay = (step: number) => 4 + 4 * Math.exp(-step / 1000);
    const step = settledAt((at) => ({ bottleneckRank: 1, normPerLayer: decay(at) })) ?? 0;
    expect(decay(step - 1000) - decay(step)).toBeLessThanOrEqual(0.005 * decay(step));
    expect(decay(step - 1100) - decay(step - 100)).toBeGreaterThan(0.005 * decay(step - 100));
  });

  it('never calls a run settled that wears down slowly for ever', () => {
    const slow = (step: number) => ({ bottleneckRank: 1, normPerLayer: 4 * 0.99 ** (step / 1000) });
    expect(settledAt(slow)).toBeUndefined();
  });

  it('looks only under the full ridge, and not at every step', () => {
    const watch = watchSettling();
    expect(watch.isDue(400, 500)).toBe(false);
    expect(watch.isDue(500, 500)).toBe(true);
    watch.note({ step: 500, bottleneckRank: 1, normPerLayer: 4 });
    expect(watch.isDue(550, 500)).toBe(false);
    expect(watch.isDue(600, 500)).toBe(true);
  });

  it('begins anew when it is told to, or when the run goes back', () => {
    const watch = watchSettling();
    const calm = { bottleneckRank: 1, normPerLayer: 4 };
    watch.note({ step: 0, ...calm });
    watch.forget();
    expect(watch.note({ step: 1000, ...calm })).toBe(false);
    expect(watch.note({ step: 500, ...calm })).toBe(false);
    expect(watch.note({ step: 1400, ...calm })).toBe(false);
    expect(watch.note({ step: 1500, ...calm })).toBe(true);
  });
});
