import { describe, test } from 'vitest';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import { arithmeticChecks, goldenChecks } from '../checks/index.ts';
import { readGolden } from '../golden-files.ts';

describe.each([
  ['cpu', 'wasm'],
  ['wasm', 'cpu'],
] as const)('tfjs on %s, with %s for its yardstick', (backend, other) => {
  test.each([...goldenChecks(readGolden), ...arithmeticChecks])('$title', ({ run }) =>
    run({ open: openTfjs(backend), parity: { steps: 12, runs: 20, seed: 5 } }, openTfjs(other)),
  );
});
