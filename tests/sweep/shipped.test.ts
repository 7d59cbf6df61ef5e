import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWasm } from '../../src/engine/wasm/index.ts';
import {
  type CellResult,
  cellsOf,
  chainsOf,
  parseSpec,
  pathNames,
  type SweepFile,
  sweepFingerprint,
  sweepFromJson,
} from '../../src/sweep/index.ts';
import { runChain } from '../../src/sweep/run-chain.ts';

const specs = readdirSync('sweeps').filter((name) => name.endsWith('.json'));
const shipped = readdirSync('public/sweeps').filter((name) => name.endsWith('.json'));
const sweepOf = (name: string): SweepFile =>
  sweepFromJson(readFileSync(`public/sweeps/${name}`, 'utf8'));

/** Trains a chain again, its first cells alone. */
async function firstOf(name: string, chainKey: string, count: number): Promise<CellResult[]> {
  const { spec } = sweepOf(name);
  const chain = chainsOf(spec).find(({ key }) => key === chainKey);
  if (!chain) throw new Error(`There is no chain “${chainKey}” in ${name}.`);
  const some = { ...chain, cells: chain.cells.slice(0, count) };
  const results: CellResult[] = [];
  const runner = { open: openWasm, now: () => performance.now(), settle: spec.settle };
  for await (const result of runChain(some, runner)) results.push(result);
  return results;
}

describe('the specs of the repository', () => {
  it.each(specs)('%s has cells, and the name of its file', (name) => {
    const spec = parseSpec(JSON.parse(readFileSync(`sweeps/${name}`, 'utf8')));
    expect(`${spec.name}.json`).toBe(name);
    expect(cellsOf(spec).length).toBeGreaterThan(0);
  });
});

describe('the sweeps that ship with the page', () => {
  it.each(shipped)(
    '%s answers every cell of a spec of the repository, and nothing else',
    (name) => {
      const { spec, results } = sweepOf(name);
      expect(parseSpec(JSON.parse(readFileSync(`sweeps/${name}`, 'utf8')))).toEqual(spec);
      const links = cellsOf(spec).map(({ key, query }) => [key, query]);
      expect(results.map(({ key, query }) => [key, query])).toEqual(links);
    },
  );

  // A default can change while all links stay the same: then the sweep has to be computed anew.
  it.each(shipped)('%s is of the experiments that its links open today', (name) => {
    const { spec, experiments } = sweepOf(name);
    const { fields, fingerprint } = experiments ?? {};
    expect(fingerprint).toBe(sweepFingerprint(chainsOf(spec), spec.settle, fields));
  });

  it('have a window map of all six N at all six depths, for three teachers and four starts, in both modes', () => {
    const { results } = sweepOf('window-map.json');
    const place = ({ points, depth, dataSeed }: CellResult) =>
      `N=${points} L=${depth} teacher ${dataSeed}`;
    for (const points of [6, 10, 20, 50, 100, 400]) {
      for (const depth of [2, 4, 8, 16, 24, 48]) {
        for (const dataSeed of [0, 1, 2]) {
          const where = `N=${points} L=${depth} teacher ${dataSeed}`;
          const paths = results.filter((one) => place(one) === where).map(({ path }) => path);
          const counts = pathNames.map((name) => paths.filter((path) => path === name).length);
          expect([where, ...counts]).toEqual([where, 4, 1, 1]);
        }
      }
    }
  });

  it.each([
    ['depth-curves-paper-s.json', 'restarted L=2 N=39 lambda=0.009 width=50 data=0 seed=1', 1],
    ['depth-curves-paper-s.json', 'restarted L=3 N=39 lambda=0.009 width=50 data=0 seed=2', 1],
    ['two-minima.json', 'restarted L=2 N=39 lambda=0.009 width=50 data=0 seed=0', 1],
    ['two-minima.json', 'from grown L=2 N=39 lambda=0.009 width=50 data=0 seed=2', 2],
    ['window-map.json', 'restarted L=4 N=10 lambda=0.03 width=50 data=1 seed=3', 1],
    ['window-map.json', 'restarted L=2 N=100 lambda=0.03 width=50 data=2 seed=1', 1],
    ['window-map.json', 'from grown L=2 N=6 lambda=0.03 width=50 data=0 seed=0', 2],
    ['window-edge.json', 'restarted L=8 N=6 lambda=0.03 width=50 data=0 seed=0', 1],
    ['window-edge.json', 'from grown L=8 N=8 lambda=0.03 width=50 data=0 seed=0', 1],
  ])(
    '%s, %s: training its first cells again gives the same',
    async (name, chainKey, count) => {
      const again = await firstOf(name, chainKey, count);
      expect(again).toHaveLength(count);
      for (const { key, bottleneckRank, tripoints, totalLoss } of again) {
        const before = sweepOf(name).results.find((result) => result.key === key);
        expect({ key, bottleneckRank, tripoints }).toEqual({
          key,
          bottleneckRank: before?.bottleneckRank,
          tripoints: before?.tripoints,
        });
        expect(Math.abs((totalLoss ?? 0) / (before?.totalLoss ?? 0) - 1)).toBeLessThan(1e-3);
      }
    },
    60_000,
  );
});
