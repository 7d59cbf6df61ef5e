import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/cli/run-experiment.ts';
import { presets } from '../../src/experiment/index.ts';

describe('a preset', () => {
  it.each([
    ['figure-2a', 3, undefined],
    ['figure-2b', 0, 4],
    ['figure-2c', 3, undefined],
    ['figure-2d', 0, 4],
  ] as const)(
    'of Figure 2 shows what the menu says of it: %s, %d tripoints, bands of %s classes',
    async (name, tripoints, bands) => {
      const { findings } = await runExperiment({ ...presets[name], engine: 'wasm' });
      if (findings.kind !== 'classes') throw new Error('The run diverged.');
      expect(findings.accuracy).toBe(1);
      expect(findings.tripoints).toHaveLength(tripoints);
      expect(findings.bands?.length).toBe(bands);
    },
    60_000,
  );
});
