import { describe, expect, it } from 'vitest';
import { say } from '../../src/messages/say.ts';
import { type CellResult, type Chain, cellsOf, chainsOf } from '../../src/sweep/index.ts';
import {
  type PoolFailure,
  type PoolOptions,
  type PoolProgress,
  startPool,
} from '../../src/sweep/pool.ts';
import type { FromPoolWorker, ToPoolWorker } from '../../src/sweep/pool-messages.ts';
import { resultWith, smallSpec } from './results.ts';

/** A worker that trains nothing: the test says when it answers. */
class ScriptedWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly told: string[] = [];
  chain: Chain | undefined;
  terminated = false;

  postMessage(message: ToPoolWorker): void {
    this.told.push(message.kind);
    if (message.kind === 'run') this.chain = message.chain;
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: FromPoolWorker): void {
    this.onmessage?.({ data: message } as MessageEvent);
  }
  /** Answers with the cells of its chain, and asks for the next. */
  finish(): void {
    for (const { key } of this.chain?.cells ?? []) {
      this.say({ kind: 'result', result: resultWith({ key }) });
    }
    this.say({ kind: 'end' });
  }
  breakDown(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }
}

function start(options: Partial<PoolOptions> = {}) {
  const workers: ScriptedWorker[] = [];
  const results: CellResult[] = [];
  const progress: PoolProgress[] = [];
  const failures: PoolFailure[] = [];
  const clock = { now: 0 };
  const pool = startPool({
    chains: chainsOf(smallSpec),
    workers: 2,
    onResult: (result) => results.push(result),
    onProgress: (latest) => progress.push(latest),
    onFailure: (failure) => failures.push(failure),
    createWorker: () => {
      const worker = new ScriptedWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    now: () => clock.now,
    ...options,
  });
  return { pool, workers, results, progress, failures, clock };
}

const keys = cellsOf(smallSpec).map(({ key }) => key);

/** Lets all workers answer until none has anything to do. */
function finishAll(workers: readonly ScriptedWorker[]): void {
  while (workers.some(({ terminated }) => !terminated)) {
    for (const worker of workers) if (!worker.terminated) worker.finish();
  }
}

describe('a pool of workers', () => {
  it('hands over every cell once, and lets its workers go', async () => {
    const { pool, workers, results, progress } = start();
    expect(workers).toHaveLength(2);
    finishAll(workers);
    await expect(pool.ended).resolves.toBe('done');
    expect(results.map(({ key }) => key).sort()).toEqual([...keys].sort());
    expect(progress.at(-1)).toEqual({ done: 12, total: 12, failed: 0, secondsLeft: 0 });
    expect(pool.state).toBe('done');
  });

  it('gives every worker a chain of its own', () => {
    const { workers } = start({ workers: 3 });
    const given = workers.map(({ chain }) => chain?.key);
    expect(given).toEqual(
      chainsOf(smallSpec)
        .slice(0, 3)
        .map(({ key }) => key),
    );
  });

  it('computes only what is missing', async () => {
    const { workers, results, progress } = start({
      finished: [...keys.slice(1), 'of another sweep'],
    });
    expect(progress[0]).toMatchObject({ done: 11, total: 12 });
    expect(workers).toHaveLength(1);
    finishAll(workers);
    expect(results.map(({ key }) => key)).toEqual([keys[0]]);
  });

  it('hands over of a half-finished path only the cells that were missing', () => {
    const grown = cellsOf(smallSpec).filter(({ path }) => path === 'grown');
    const missing = grown[2].key;
    const { workers, results } = start({ finished: keys.filter((key) => key !== missing) });
    finishAll(workers);
    expect(results.map(({ key }) => key)).toEqual([missing]);
  });

  it('counts what a half-finished path trains again in the time left', () => {
    const grown = cellsOf(smallSpec).filter(({ path }) => path === 'grown');
    const { pool, workers, clock, results } = start({
      finished: keys.filter((key) => key !== grown[1].key),
      workers: 1,
    });
    // Of L = 2, 3, 4 the second is missing: the third is not needed.
    expect(workers[0].chain?.cells.map(({ key }) => key)).toEqual([grown[0].key, grown[1].key]);
    clock.now = 2000;
    workers[0].say({ kind: 'result', result: resultWith({ key: grown[0].key }) });
    expect(results).toEqual([]);
    expect(pool.progress).toMatchObject({ done: 11, secondsLeft: 3 });
    workers[0].say({ kind: 'failed', reason: 'no memory' });
    expect(pool.progress.secondsLeft).toBeCloseTo(5);
    finishAll(workers);
    expect(pool.progress).toMatchObject({ done: 12, secondsLeft: 0 });
  });

  it('is done at once where nothing is missing', async () => {
    const { pool, workers } = start({ finished: keys });
    await expect(pool.ended).resolves.toBe('done');
    expect(workers).toEqual([]);
  });

  it('pauses and resumes all its workers, and does not count the pause as work', () => {
    const { pool, workers, progress, clock } = start();
    clock.now = 1000;
    pool.pause();
    expect(pool.state).toBe('paused');
    clock.now = 100_000;
    pool.resume();
    expect(workers.map(({ told }) => told)).toEqual([
      ['run', 'pause', 'resume'],
      ['run', 'pause', 'resume'],
    ]);
    clock.now = 101_000;
    for (const worker of workers) worker.finish();
    // Two seconds for 2 + 3 of the 35 layers to be trained.
    expect(progress.at(-1)?.secondsLeft).toBeCloseTo((2 * 31) / 5, 5);
  });

  it('ends all its workers when it is cancelled, and listens to none of them', async () => {
    const { pool, workers, results } = start();
    workers[0].finish();
    const before = results.length;
    pool.cancel();
    await expect(pool.ended).resolves.toBe('cancelled');
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    workers[1].finish();
    expect(results).toHaveLength(before);
  });

  it('tries a failed chain once more, and then gives it up and says so', async () => {
    const { pool, workers, failures } = start({ workers: 1 });
    const first = workers[0].chain?.key;
    workers[0].say({ kind: 'failed', reason: 'no memory' });
    while (workers[0].chain?.key !== first) workers[0].finish();
    workers[0].say({ kind: 'failed', reason: 'no memory' });
    await expect(pool.ended).resolves.toBe('done');
    expect(failures).toEqual([
      { keys: [first], message: 'no memory', retried: true },
      { keys: [first], message: 'no memory', retried: false },
    ]);
    expect(pool.progress).toMatchObject({ done: 11, failed: 1, secondsLeft: 0 });
  });

  it('replaces a worker that breaks down', async () => {
    const { pool, workers, results, failures } = start({ workers: 1 });
    workers[0].breakDown('out of memory');
    expect(workers[0].terminated).toBe(true);
    expect(say(failures[0].message)).toContain('out of memory');
    finishAll(workers);
    await expect(pool.ended).resolves.toBe('done');
    expect(results).toHaveLength(keys.length);
  });
});
