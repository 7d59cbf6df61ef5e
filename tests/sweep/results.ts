/** Results and specs for tests. */
import fc from 'fast-check';
import type { CellResult, SweepSpec } from '../../src/sweep/index.ts';
import { pathNames } from '../../src/sweep/index.ts';

export const smallSpec: SweepSpec = {
  name: 'small',
  title: 'A small sweep',
  base: 'data=paper-s&width=8&steps=100&starts=1',
  axes: { depths: [4, 2, 3], dataSeeds: [0], seeds: [0, 1], paths: [...pathNames] },
  pathSeeds: [0],
};

/** A plausible result with some of its values chosen. */
export function resultWith(values: Partial<CellResult>): CellResult {
  const { path = 'restarted', depth = 4, points = 20, dataSeed = 0, seed = 0 } = values;
  return {
    key: `${path} L=${depth} N=${points} data=${dataSeed} seed=${seed}`,
    query: `depth=${depth}`,
    path,
    depth,
    points,
    lambda: 0.03,
    width: 50,
    dataSeed,
    seed,
    steps: 6000,
    dataLoss: 0.01,
    parameterNorm: 20,
    totalLoss: 0.1,
    bottleneckRank: 2,
    bottleneckLayer: 1,
    jacobianRank: 2,
    collapsed: false,
    diverged: false,
    settled: false,
    seconds: 1,
    ...values,
  };
}

const natural = fc.nat(1_000_000);
// JSON and CSV know no −0.
const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const known = fc.record({
  key: fc.string(),
  query: fc.string({ unit: 'grapheme' }),
  path: fc.constantFrom(...pathNames),
  depth: natural,
  points: natural,
  lambda: real,
  width: natural,
  dataSeed: natural,
  seed: natural,
  steps: natural,
  dataLoss: fc.option(real),
  parameterNorm: fc.option(real),
  totalLoss: fc.option(real),
  bottleneckRank: natural,
  bottleneckLayer: natural,
  jacobianRank: natural,
  collapsed: fc.boolean(),
  diverged: fc.boolean(),
  settled: fc.boolean(),
  seconds: real,
});
const perTask = fc.record(
  { tripoints: natural, accuracy: real, testError: real },
  { requiredKeys: [] },
);

export const anyResult: fc.Arbitrary<CellResult> = fc
  .tuple(known, perTask)
  .map(([always, sometimes]) => ({ ...always, ...sometimes }));
