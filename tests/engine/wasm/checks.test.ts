import { describe, test } from 'vitest';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import { arithmeticChecks } from '../checks/index.ts';
import { everyBuild } from './every-build.ts';

describe.each(everyBuild)('the $build build', ({ openWasm: open }) => {
  test.each(arithmeticChecks)('$title', ({ run }) =>
    run({ open, parity: { steps: 12, runs: 25, seed: 3 } }, openTfjs('cpu')),
  );
});
