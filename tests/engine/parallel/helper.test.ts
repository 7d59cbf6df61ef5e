import { expect, test, vi } from 'vitest';
import { EngineUnavailable } from '../../../src/engine/engine.ts';
import { serve } from '../../../src/engine/parallel/helper.ts';
import type { Assignment, FromHelper, HelperScope } from '../../../src/engine/parallel/messages.ts';
import { refer } from '../../../src/messages/reference.ts';

const memory = refer('engines', 'refusal.memory');

vi.mock('../../../src/engine/wasm/index.ts', () => ({
  openWasmBuild: () => async () => {
    throw new EngineUnavailable('wasm', memory);
  },
}));

test('a helper that finds too little memory posts that as its reason, to be said in any language', async () => {
  const posted: FromHelper[] = [];
  const scope: HelperScope = { postMessage: (message) => posted.push(message), onmessage: null };
  serve(scope);
  const data = { kind: 'open' as const, assignment: {} as Assignment };
  scope.onmessage?.({ data } as MessageEvent);
  await vi.waitFor(() =>
    expect(posted).toEqual([{ kind: 'started' }, { kind: 'failed', reason: memory }]),
  );
});
