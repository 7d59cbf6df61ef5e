import { describe, expect, it } from 'vitest';
import { finish } from '../../src/analysis/portions.ts';
import type { SweepSpec } from '../../src/sweep/index.ts';
import { createSweepStore, sweepId } from '../../src/sweep/store.ts';
import { inMemory } from './in-memory.ts';
import { resultWith, smallSpec } from './results.ts';

describe('the store of sweeps', () => {
  it('gives back every finished cell when the same sweep is begun again', async () => {
    const database = inMemory();
    const before = createSweepStore(database, () => 1);
    const { id, results } = await before.begin(smallSpec);
    expect(results).toEqual([]);
    const cells = [resultWith({ seed: 0 }), resultWith({ seed: 1 })];
    for (const cell of cells) await before.keep(id, cell);
    const after = createSweepStore(database, () => 2);
    expect(await after.begin(smallSpec)).toEqual({ id, results: cells });
  });

  it('keeps a cell once, however often it is finished', async () => {
    const store = createSweepStore(inMemory(), () => 1);
    const { id } = await store.begin(smallSpec);
    await store.keep(id, resultWith({ seconds: 1 }));
    await store.keep(id, resultWith({ seconds: 2 }));
    expect(await store.results(id)).toEqual([resultWith({ seconds: 2 })]);
  });

  it('lists the sweeps, the newest first, with how far they are', async () => {
    let now = 0;
    const store = createSweepStore(inMemory(), () => ++now);
    const first = await store.begin(smallSpec);
    const second = await store.begin({ ...smallSpec, name: 'other' });
    await store.keep(first.id, resultWith({}));
    expect(await store.list()).toEqual([
      {
        id: second.id,
        spec: { ...smallSpec, name: 'other' },
        begun: 2,
        finished: 0,
        current: true,
      },
      { id: first.id, spec: smallSpec, begun: 1, finished: 1, current: true },
    ]);
  });

  it('deletes one sweep and leaves the others', async () => {
    const store = createSweepStore(inMemory(), () => 1);
    const { id } = await store.begin(smallSpec);
    await store.keep(id, resultWith({}));
    const other = await store.begin({ ...smallSpec, name: 'other' });
    await store.delete(id);
    expect((await store.list()).map((sweep) => sweep.id)).toEqual([other.id]);
    expect((await store.begin(smallSpec)).results).toEqual([]);
  });

  it('marks sweeps that another version of the page began', async () => {
    const database = inMemory();
    await database.putSweep({ id: 'small-of-old', spec: smallSpec, begun: 1 });
    await database.putSweep({ id: 'odd', spec: { ...smallSpec, base: 'gone=1' }, begun: 2 });
    const store = createSweepStore(database, () => 3);
    expect((await store.list()).map(({ current }) => current)).toEqual([false, false]);
  });
});

describe('the name of a stored sweep', () => {
  const idOf = (spec: SweepSpec) => finish(sweepId(spec));

  it('depends on what is computed and not on what the sweep is called', () => {
    const id = idOf(smallSpec);
    expect(idOf({ ...smallSpec, title: 'Otherwise' })).toBe(id);
    expect(idOf({ ...smallSpec, steps: 200 })).not.toBe(id);
    expect(idOf({ ...smallSpec, pathSeeds: [0, 1] })).not.toBe(id);
    expect(idOf({ ...smallSpec, axes: { ...smallSpec.axes, seeds: [0] } })).not.toBe(id);
  });
});
