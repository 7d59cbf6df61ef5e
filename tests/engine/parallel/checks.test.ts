import { describe, test } from 'vitest';
import { pointCount } from '../../../src/engine/problem.ts';
import { openTfjs } from '../../../src/engine/tfjs/index.ts';
import { arithmeticChecks, goldenChecks } from '../checks/index.ts';
import { readGolden } from '../golden-files.ts';
import { openOn } from './in-process.ts';

describe.each([2, 3])('%i replicas', (replicas) => {
  test.each([...goldenChecks(readGolden), ...arithmeticChecks])('$title', ({ run }) =>
    run(
      {
        open: openOn(replicas),
        parity: {
          steps: 12,
          runs: 15,
          seed: 4,
          // A tile of four points is not shared out.
          refuses: ({ problem }) => pointCount(problem) <= 4,
        },
      },
      openTfjs('cpu'),
    ),
  );
});
