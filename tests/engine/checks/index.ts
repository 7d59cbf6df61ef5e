/**
 * What every engine has to pass, wherever it runs: the golden files, finite differences, and
 * agreement with TensorFlow.js on the shapes that are easiest to get wrong and on random ones.
 * Plain functions that throw; the tests call them in Node, tests/browser/engines in a worker.
 */
import type { OpenEngine } from '../../../src/engine/engine.ts';
import { type Golden, type GoldenName, goldenNames } from '../golden.ts';
import { followsGolden, startsAsGolden } from './golden-run.ts';
import { agreesEverywhere, type ParityOptions } from './parity.ts';
import { gradientIsSlope } from './slope.ts';

export interface Subject {
  readonly open: OpenEngine;
  readonly parity: ParityOptions;
  /** Steps of a golden run, where all of them take too long. */
  readonly goldenSteps?: number;
}

export interface Check {
  readonly title: string;
  run(subject: Subject, yardstick: OpenEngine): Promise<void>;
}

/** Finite differences, and agreement with the yardstick. */
export const arithmeticChecks: readonly Check[] = [
  {
    title: 'has the slope of the cross-entropy for its gradient',
    run: ({ open }) => gradientIsSlope(open, 'cross-entropy'),
  },
  {
    title: 'has the slope of the squared error for its gradient',
    run: ({ open }) => gradientIsSlope(open, 'mse'),
  },
  {
    title: 'agrees with tfjs and with double precision on edges and random shapes',
    run: ({ open, parity }, yardstick) => agreesEverywhere(open, yardstick, parity),
  },
];

/** The golden files; how they are read depends on where this runs. */
export function goldenChecks(read: (name: GoldenName) => Golden | Promise<Golden>): Check[] {
  return goldenNames.flatMap((name) => [
    {
      title: `starts as the golden run ${name}`,
      run: async ({ open }: Subject) => startsAsGolden(open, await read(name)),
    },
    {
      title: `follows the golden run ${name}`,
      run: async ({ open, goldenSteps }: Subject) =>
        followsGolden(open, name, await read(name), goldenSteps),
    },
  ]);
}
