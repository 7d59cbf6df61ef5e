import { beforeEach, expect, test } from 'vitest';
import {
  type ThreadSearch,
  type ThreadWorkerLike,
  threadCosts,
} from '../../src/sweep/thread-costs.ts';
import type { ThreadAnswer, ThreadQuestion } from '../../src/sweep/thread-messages.ts';

class ScriptedWorker {
  onmessage: ((event: MessageEvent<ThreadAnswer>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: (readonly number[])[] = [];
  terminated = false;
  postMessage({ depths }: ThreadQuestion): void {
    this.asked.push(depths);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(depth: number): void {
    const cost = { depth, parameterNorm: 10 * depth, totalLoss: 0.3 };
    this.onmessage?.({ data: { kind: 'cost', cost } } as MessageEvent<ThreadAnswer>);
  }
}

let worker: ScriptedWorker;
let query = '';
let told: ThreadSearch[];

beforeEach(() => {
  worker = new ScriptedWorker();
  query += 'x';
  told = [];
});

const search = (depths: readonly number[]) =>
  threadCosts(
    { query, depths },
    (latest) => told.push(latest),
    () => worker as unknown as ThreadWorkerLike,
  );
const last = () => told.at(-1);

test('costs come in the order of the depths, and the search is done with the last', () => {
  search([2, 8, 4]);
  expect(worker.asked).toEqual([[8, 4]]);
  worker.answer(8);
  expect(last()?.state).toBe('working');
  worker.answer(4);
  expect(last()?.state).toBe('done');
  expect(last()?.costs.map(({ depth }) => depth)).toEqual([4, 8]);
  expect(worker.terminated).toBe(true);
});

test('what was found once is not asked again', () => {
  search([4, 8]);
  worker.answer(4);
  worker = new ScriptedWorker();
  search([4, 8]);
  expect(worker.asked).toEqual([[8]]);
  worker.answer(8);
  search([4, 8]);
  expect(worker.asked).toHaveLength(1);
  expect(last()).toMatchObject({ state: 'done', costs: [{ depth: 4 }, { depth: 8 }] });
});

test('there is nothing to wait for where every depth is too shallow', () => {
  search([1, 2]);
  expect(worker.asked).toEqual([]);
  expect(last()).toEqual({ costs: [], state: 'done' });
});

test('a worker that breaks down, and one that says it failed, end the search with what is known', () => {
  search([4, 8]);
  worker.answer(4);
  worker.onerror?.({ message: 'no memory' } as ErrorEvent);
  expect(last()).toMatchObject({ state: 'failed', costs: [{ depth: 4 }] });
  expect(worker.terminated).toBe(true);

  worker = new ScriptedWorker();
  search([4, 8]);
  const failed = { data: { kind: 'failed', message: 'one place' } };
  worker.onmessage?.(failed as MessageEvent<ThreadAnswer>);
  expect(last()).toMatchObject({ state: 'failed', costs: [{ depth: 4 }] });
});
