import './built.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialState, plain, randomProblem } from '../problems.ts';

const dims = [2, 8, 3];
const start = [randomProblem(dims, 20, 'cross-entropy', 1), plain, initialState(dims, 2)] as const;

beforeEach(() => vi.resetModules());
afterEach(() => vi.restoreAllMocks());

test('an engine whose module could not be fetched opens when it can be', async () => {
  const { openWasm } = await import('../../../src/engine/wasm/index.ts');
  const fetching = vi.spyOn(globalThis, 'fetch');
  fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(openWasm(...start)).rejects.toThrow('Failed to fetch');
  const engine = await openWasm(...start);
  expect((await engine.train(3)).step).toBe(3);
  engine.dispose();
});
