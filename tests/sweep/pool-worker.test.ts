import { afterEach, expect, test, vi } from 'vitest';
import { ExplainedError, refer } from '../../src/messages/reference.ts';
import { chainsOf } from '../../src/sweep/index.ts';
import type { FromPoolWorker, ToPoolWorker } from '../../src/sweep/pool-messages.ts';
import { smallSpec } from './results.ts';

const unreadable = refer('data', 'unreadable', { status: '404' });

vi.mock('../../src/engine/prepare.ts', async (original) => ({
  ...(await original<typeof import('../../src/engine/prepare.ts')>()),
  prepareRun: async () => {
    throw new ExplainedError(unreadable);
  },
}));

afterEach(() => vi.unstubAllGlobals());

test('a worker of the pool posts the reason for a failure, to be said in the language of the page', async () => {
  const posted: FromPoolWorker[] = [];
  vi.stubGlobal('postMessage', (message: FromPoolWorker) => posted.push(message));
  vi.stubGlobal('onmessage', null);
  await import('../../src/sweep/pool-worker.ts');
  const [chain] = chainsOf(smallSpec);
  const data: ToPoolWorker = { kind: 'run', chain, settle: undefined };
  globalThis.onmessage?.call(globalThis as never, { data } as MessageEvent);
  await vi.waitFor(() => expect(posted).toEqual([{ kind: 'failed', reason: unreadable }]));
});
