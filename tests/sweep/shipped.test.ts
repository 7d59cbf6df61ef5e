import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, parseSpec, sweepFromJson } from '../../src/sweep/index.ts';

const specs = readdirSync('sweeps').filter((name) => name.endsWith('.json'));
const shipped = readdirSync('public/sweeps').filter((name) => name.endsWith('.json'));

describe('the specs of the repository', () => {
  it.each(specs)('%s has cells, and the name of its file', (name) => {
    const spec = parseSpec(JSON.parse(readFileSync(`sweeps/${name}`, 'utf8')));
    expect(`${spec.name}.json`).toBe(name);
    expect(cellsOf(spec).length).toBeGreaterThan(0);
  });
});

describe('the sweeps that ship with the page', () => {
  it.each(shipped)('%s answers a spec of the repository with the experiments of today', (name) => {
    const { spec, results } = sweepFromJson(readFileSync(`public/sweeps/${name}`, 'utf8'));
    expect(parseSpec(JSON.parse(readFileSync(`sweeps/${name}`, 'utf8')))).toEqual(spec);
    expect(results.length).toBeGreaterThan(0);
    // A changed default would change what a link opens: the cell has to be computed anew.
    const links = new Map(cellsOf(spec).map(({ key, query }) => [key, query]));
    for (const { key, query } of results) expect([key, query]).toEqual([key, links.get(key)]);
  });
});
