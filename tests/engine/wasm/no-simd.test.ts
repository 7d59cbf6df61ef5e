import './built.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialState, plain, randomProblem } from '../problems.ts';

const dims = [2, 8, 3];
const start = [randomProblem(dims, 20, 'cross-entropy', 1), plain, initialState(dims, 2)] as const;

/** As where WebAssembly has no SIMD: every module that is asked about here uses it. */
beforeEach(() => {
  vi.resetModules();
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
});
afterEach(() => vi.restoreAllMocks());

test('without SIMD the engine says so instead of running', async () => {
  const { openWasm } = await import('../../../src/engine/wasm/index.ts');
  await expect(openWasm(...start)).rejects.toMatchObject({
    name: 'EngineUnavailable',
    engine: 'wasm',
    reason: { key: 'refusal.noSimd' },
  });
});

test('without SIMD a run is done by the tfjs engine, which needs none', async () => {
  const { createEngineChooser } = await import('../../../src/engine/choose.ts');
  const { engine } = await createEngineChooser(() => performance.now()).open('auto', ...start);
  expect(engine.name).toBe('tfjs-wasm');
  expect(engine.device).toMatchObject({ values: { build: 'tfjs WASM' } });
  const { step, dataLoss } = await engine.train(30);
  expect(step).toBe(30);
  expect(dataLoss[29]).toBeLessThan(dataLoss[0]);
  engine.dispose();
});
