import { beforeEach, expect, test, vi } from 'vitest';
import { afterDrawing, requestDraw } from '../../../src/ui/pictures/draw-queue.ts';

let refreshes: (() => void)[] = [];
const reported: unknown[] = [];

beforeEach(() => {
  refreshes = [];
  reported.length = 0;
  vi.stubGlobal('requestAnimationFrame', (refresh: () => void) => refreshes.push(refresh));
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});

/** Goes through screen refreshes until none is asked for. */
function refresh(): void {
  for (let next = refreshes.shift(); next; next = refreshes.shift()) next();
}

test('of each chart the newest drawing is done, what is urgent first, and then it is said', () => {
  const done: string[] = [];
  const chart = {};
  requestDraw(chart, () => done.push('outdated'));
  requestDraw({}, () => done.push('other'));
  requestDraw(chart, () => done.push('newest'));
  requestDraw({}, () => done.push('urgent'), true);
  afterDrawing(() => done.push('drawn'));
  refresh();
  expect(done).toEqual(['urgent', 'newest', 'other', 'drawn']);
});

test('a chart that cannot be drawn is reported and keeps nothing else from the screen', () => {
  const done: string[] = [];
  const failure = new Error('no such scale');
  requestDraw({}, () => {
    throw failure;
  });
  requestDraw({}, () => done.push('other'));
  afterDrawing(() => done.push('drawn'));
  refresh();
  expect(done).toEqual(['other', 'drawn']);
  expect(reported).toEqual([failure]);
});
