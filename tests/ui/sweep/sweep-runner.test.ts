import { expect, test, vi } from 'vitest';
import { ExplainedError, refer } from '../../../src/messages/reference.ts';
import { say } from '../../../src/messages/say.ts';
import type { Chain, SweepSpec } from '../../../src/sweep/index.ts';
import type { PoolWorkerLike } from '../../../src/sweep/pool.ts';
import type { FromPoolWorker } from '../../../src/sweep/pool-messages.ts';
import { createSweepStore } from '../../../src/sweep/store.ts';
import { sweepRunner } from '../../../src/ui/sweep/sweep-runner.ts';
import { createSweepState } from '../../../src/ui/sweep/sweep-store.ts';
import { inMemory } from '../../sweep/in-memory.ts';
import { resultWith } from '../../sweep/results.ts';

/** Cells laid out so far: each of them writes its link once. */
const made = vi.hoisted(() => ({ cells: 0 }));

vi.mock('../../../src/experiment/index.ts', async (original) => {
  const real = await original<typeof import('../../../src/experiment/index.ts')>();
  const formatQuery: typeof real.formatQuery = (choices) => {
    made.cells++;
    return real.formatQuery(choices);
  };
  return { ...real, formatQuery };
});

const spec: SweepSpec = {
  name: 'large',
  title: 'A large sweep',
  base: 'data=paper-s&steps=100',
  axes: {
    depths: Array.from({ length: 40 }, (_, i) => i + 2),
    seeds: Array.from({ length: 10 }, (_, seed) => seed),
    dataSeeds: [0],
    paths: ['restarted'],
  },
};

/** A page on which laying out one cell takes one millisecond, and nothing else takes any time. */
function page() {
  const stretches: number[] = [];
  let rested = made.cells;
  const told: string[] = [];
  const slices = {
    milliseconds: 12,
    now: () => made.cells,
    async breathe() {
      stretches.push(made.cells - rested);
      rested = made.cells;
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
  const worker: PoolWorkerLike = {
    postMessage: ({ kind }: { kind: string }) => told.push(kind),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const store = createSweepState([]);
  const shelf = createSweepStore(inMemory(), () => 0, slices);
  const runner = sweepRunner({
    store,
    shelf: async () => shelf,
    show: () => {},
    slices,
    createWorker: () => worker,
  });
  return { runner, store, stretches, told };
}

test('a large sweep is laid out in short slices, and then begins', async () => {
  const { runner, store, stretches, told } = page();
  const before = made.cells;
  void runner.run(spec, 1);
  expect(store.getState().run?.progress).toMatchObject({ done: 0, total: 400 });
  await vi.waitFor(() => expect(told).toEqual(['run']));
  // Once for its name, at one seed, and once for all of it.
  expect(made.cells - before).toBe(40 + 400);
  expect(stretches.length).toBeGreaterThan(30);
  // The end of its name and the first slice of its cells may follow each other without a pause.
  expect(Math.max(...stretches)).toBeLessThanOrEqual(2 * 12);
  expect(store.getState().run?.progress).toMatchObject({ done: 0, total: 400 });
});

test('a sweep that is cancelled while it is laid out does not begin', async () => {
  const { runner, store, stretches, told } = page();
  const ended = runner.run(spec, 1);
  await vi.waitFor(() => expect(stretches.length).toBeGreaterThan(5));
  runner.cancel();
  await ended;
  expect(store.getState().run).toBeUndefined();
  expect(told).toEqual([]);
});

test('a sweep that is paused while it is laid out begins paused', async () => {
  const { runner, stretches, told, store } = page();
  void runner.run(spec, 1);
  await vi.waitFor(() => expect(stretches.length).toBeGreaterThan(5));
  runner.pause();
  await vi.waitFor(() => expect(told).toEqual(['run', 'pause']));
  expect(store.getState().run?.state).toBe('paused');
});

test('a cell counts as finished once it is kept, and not before', async () => {
  const small: SweepSpec = { ...spec, axes: { ...spec.axes, depths: [2, 3], seeds: [0] } };
  const database = inMemory();
  const waiting: (() => void)[] = [];
  const shelf = createSweepStore(
    {
      ...database,
      async putResult(id, result) {
        await new Promise<void>((commit) => waiting.push(commit));
        await database.putResult(id, result);
      },
    },
    () => 0,
  );
  const worker: PoolWorkerLike = {
    postMessage({ kind, chain }: { kind: string; chain: Chain }) {
      if (kind !== 'run') return;
      const say = (data: FromPoolWorker) =>
        worker.onmessage?.call(worker as Worker, { data } as MessageEvent<FromPoolWorker>);
      queueMicrotask(() => {
        for (const { key } of chain.cells) say({ kind: 'result', result: resultWith({ key }) });
        say({ kind: 'end' });
      });
    },
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const store = createSweepState([]);
  const runner = sweepRunner({
    store,
    shelf: async () => shelf,
    show: () => {},
    createWorker: () => worker,
  });
  const ended = runner.run(small, 1);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(store.getState().run?.progress).toMatchObject({ done: 0, total: 2 });
  expect(store.getState().shelf[0].finished).toBe(0);
  waiting[0]();
  await vi.waitFor(() => expect(store.getState().run?.progress.done).toBe(1));
  const [{ id }] = store.getState().shelf;
  expect(await database.countResults(id)).toBe(1);
  waiting[1]();
  await ended;
  expect(store.getState().shelf[0]).toMatchObject({ finished: 2, isCurrent: true });
  expect(await database.countResults(id)).toBe(2);
});

test('a sweep that cannot be laid out is told of, and leaves the page free for another', async () => {
  const { runner, store } = page();
  await runner.run({ ...spec, base: 'nonsense=1' }, 1);
  expect(store.getState().run).toBeUndefined();
  expect(store.getState().problems).toHaveLength(1);
  expect(say(store.getState().problems[0])).toContain('nonsense');
});

test('what could not be computed or kept is told of in words', async () => {
  const unreadable = refer('data', 'unreadable', { status: '404' });
  const worker: PoolWorkerLike = {
    postMessage() {
      const data: FromPoolWorker = { kind: 'failed', reason: unreadable };
      queueMicrotask(() =>
        worker.onmessage?.call(worker as Worker, { data } as MessageEvent<FromPoolWorker>),
      );
    },
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const store = createSweepState([]);
  const shelf = () => Promise.reject(new ExplainedError(unreadable));
  const runner = sweepRunner({ store, shelf, show: () => {}, createWorker: () => worker });
  await runner.run({ ...spec, axes: { ...spec.axes, depths: [2], seeds: [0] } }, 1);
  expect(store.getState().problems.map(say)).toEqual([
    'The digits could not be loaded (404).',
    '1 cell could not be computed: The digits could not be loaded (404).',
  ]);
});
