import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { costReport } from '../../src/cli/sweep/cost-report.ts';
import { readOptions } from '../../src/cli/sweep/options.ts';
import { mapReport } from '../../src/cli/sweep/report.ts';
import {
  answersTo,
  appendResult,
  openLog,
  readResults,
  withoutOrigin,
} from '../../src/cli/sweep/result-log.ts';
import { main } from '../../src/cli/sweep.ts';
import {
  cellFingerprints,
  cellsOf,
  chainsOf,
  type SweepSpec,
  sweepFileVersion,
  sweepFromJson,
} from '../../src/sweep/index.ts';
import { resultWith } from '../sweep/results.ts';

const spec: SweepSpec = {
  name: 'tiny',
  title: 'A tiny sweep',
  base: 'data=paper-s&width=4&steps=100&starts=1',
  axes: { depths: [2, 3], dataSeeds: [0], seeds: [0, 1], paths: ['restarted', 'grown'] },
  pathSeeds: [0],
};
const cells = cellsOf(spec);
const fingerprints = cellFingerprints(chainsOf(spec), undefined);

let folder: string;
const file = (name: string) => join(folder, name);
const lines = (name: string) => readFileSync(file(name), 'utf8').split('\n').slice(0, -1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rankfall-sweep-'));
  writeFileSync(file('tiny.json'), JSON.stringify(spec));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('npm run sweep', () => {
  it('computes every cell once, and nothing more when it is run again', async () => {
    const args = [file('tiny.json'), '--out', file('out.ndjson')];
    expect(await main(args)).toBe(0);
    const first = readFileSync(file('out.ndjson'), 'utf8');
    expect(readResults(file('out.ndjson')).map(({ key }) => key)).toEqual(
      cells.map(({ key }) => key),
    );
    expect(await main(args)).toBe(0);
    expect(readFileSync(file('out.ndjson'), 'utf8')).toBe(first);
  });

  it('goes on after it was stopped in the middle of a line', async () => {
    const args = [file('tiny.json'), '--out', file('out.ndjson')];
    await main(args);
    const whole = lines('out.ndjson');
    writeFileSync(file('out.ndjson'), `${whole.slice(0, 3).join('\n')}\n${whole[3].slice(0, 40)}`);
    await main(args);
    expect(lines('out.ndjson').slice(0, 3)).toEqual(whole.slice(0, 3));
    expect(readResults(file('out.ndjson')).map(({ key }) => key)).toEqual(
      cells.map(({ key }) => key),
    );
  });

  it('merges shards into one file in the order of the cells, as if there had been one', async () => {
    for (const shard of [2, 1]) {
      const out = file(`${shard}.ndjson`);
      await main([file('tiny.json'), '--shard', `${shard}/2`, '--out', out]);
    }
    const shards = [file('2.ndjson'), file('1.ndjson')];
    expect(await main(['merge', file('tiny.json'), ...shards, '--out', file('all.json')])).toBe(0);
    const merged = sweepFromJson(readFileSync(file('all.json'), 'utf8'));
    expect(merged.spec).toEqual(spec);
    expect(merged.results.map(({ key }) => key)).toEqual(cells.map(({ key }) => key));
    await main([file('tiny.json'), '--out', file('whole.ndjson')]);
    const timeless = (results: readonly object[]) => results.map((one) => ({ ...one, seconds: 0 }));
    const inOnePiece = answersTo(spec, readResults(file('whole.ndjson'))).results;
    expect(timeless(merged.results)).toEqual(timeless(inOnePiece.map(withoutOrigin)));
  });

  it('writes an empty output for a shard that has no cells, and merges it with the others', async () => {
    const shards = [1, 2, 3, 4, 5, 6, 7];
    const outOf = (shard: number) => file(`${shard}.ndjson`);
    for (const shard of shards) {
      await main([file('tiny.json'), '--shard', `${shard}/7`, '--out', outOf(shard)]);
    }
    expect(shards.map((shard) => readResults(outOf(shard)).length)).toContain(0);
    const merging = ['merge', file('tiny.json'), ...shards.map(outOf)];
    expect(await main([...merging, '--out', file('all.json')])).toBe(0);
    const merged = sweepFromJson(readFileSync(file('all.json'), 'utf8'));
    expect(merged.results).toHaveLength(cells.length);
  });

  it('computes anew what was computed of another experiment under the same link', async () => {
    const args = [file('tiny.json'), '--out', file('out.ndjson')];
    await main(args);
    const [first, ...others] = lines('out.ndjson');
    const stale = JSON.stringify({ ...JSON.parse(first), experiment: 'of another default' });
    writeFileSync(file('out.ndjson'), `${[stale, ...others].join('\n')}\n`);
    const merging = ['merge', file('tiny.json'), file('out.ndjson'), '--out', file('all.json')];
    await expect(main(merging)).rejects.toThrow(`“${cells[0].key}” is of another experiment`);
    await main(args);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('computed anew'));
    expect(lines('out.ndjson')).toHaveLength(cells.length + 1);
    expect(await main(merging)).toBe(0);
  });

  it('takes older results by their links, and then claims nothing of their experiments', async () => {
    await main([file('tiny.json'), '--out', file('out.ndjson')]);
    const merging = ['merge', file('tiny.json'), file('out.ndjson'), '--out', file('all.json')];
    const merged = async () => {
      await main(merging);
      return sweepFromJson(readFileSync(file('all.json'), 'utf8'));
    };
    const checked = await merged();
    expect(checked.experiments?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(checked.provenance.revision).toMatch(/^[0-9a-f]{12}(-dirty)?$/);
    const older = readResults(file('out.ndjson')).map(withoutOrigin);
    writeFileSync(file('out.ndjson'), older.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const unchecked = await merged();
    expect(unchecked.results).toEqual(checked.results);
    expect(unchecked.experiments).toBeUndefined();
    expect(unchecked.provenance.revision).toBe('unknown');
  });

  it('refuses to merge while cells are missing, unless it is told to', async () => {
    const args = ['merge', file('tiny.json'), file('none.ndjson'), '--out', file('all.json')];
    await expect(main(args)).rejects.toThrow(`${cells.length} of ${cells.length} cells`);
    expect(await main([...args, '--partial'])).toBe(0);
    expect(sweepFromJson(readFileSync(file('all.json'), 'utf8')).results).toEqual([]);
  });

  it('computes the same in several processes', () => {
    const run = (...args: string[]) =>
      execFileSync(
        process.execPath,
        ['scripts/run.mjs', 'src/cli/sweep.ts', file('tiny.json'), ...args],
        { stdio: 'ignore' },
      );
    run('--out', file('two.ndjson'), '--jobs', '2');
    expect(
      readResults(file('two.ndjson'))
        .map(({ key }) => key)
        .sort(),
    ).toEqual(cells.map(({ key }) => key).sort());
  }, 60_000);

  it.each([
    [[]],
    [['a.json', 'b.json']],
    [['a.json', '--jobs', '0']],
    [['a.json', '--shard', '3/2']],
    [['a.json', '--unknown']],
  ])('explains itself when it is called with %j', async (args) => {
    expect(await main(args)).toBe(2);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('Usage'));
  });

  it('takes its shard, its output and its number of processes from the command line', () => {
    expect(readOptions(['a.json', '--shard', '2/7', '--out', 'b', '--jobs', '3'])).toEqual({
      task: 'run',
      spec: 'a.json',
      shard: { index: 2, count: 7 },
      out: 'b',
      jobs: 3,
    });
  });
});

describe('the report of a sweep', () => {
  it('tells what every path finds at each depth, where the data have no true rank', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await main(['report', 'public/sweeps/two-minima.json'])).toBe(0);
    const text = String(log.mock.calls[0][0]);
    expect(text.match(/^\*\*\w+\*\*$/gm)).toEqual(['**restarted**', '**grown**', '**shrunk**']);
    // Four seeds at eleven depths, by three ways; totals ascend.
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line));
    expect(rows).toHaveLength(33);
    for (const row of rows) {
      const fields = row.split('|').map((field) => field.trim());
      expect(fields[2]).toBe('4');
      const [lowest, median, highest] = fields.slice(7, 10).map(Number);
      expect(lowest).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(highest);
    }
  });

  it('tells what runs find from the cheapest, for every teacher, and why a rank is too low', async () => {
    const runs = [
      { points: 6, bottleneckRank: 1, totalLoss: 0.05, testError: 0.7 },
      { points: 6, bottleneckRank: 2, totalLoss: 0.06, testError: 0.3, path: 'grown' as const },
      { points: 50, bottleneckRank: 1, totalLoss: 0.2, testError: 0.8 },
      { points: 50, bottleneckRank: 2, totalLoss: 0.1, testError: 0.2, path: 'grown' as const },
    ];
    const linked = (run: { points: number; depth: number }) => ({
      ...run,
      query: `task=rank-recovery&trueRank=2&points=${run.points}&depth=${run.depth}`,
    });
    const shallow = [6, 50].map((points) =>
      resultWith({ ...linked({ points, depth: 8 }), testError: 0.25 }),
    );
    const report = await mapReport({
      schema: sweepFileVersion,
      spec: { ...spec, base: 'task=rank-recovery&trueRank=2' },
      provenance: { engine: 'wasm', revision: '', date: '', command: '' },
      results: [...shallow, ...runs.map((run) => resultWith(linked({ ...run, depth: 48 })))],
    });
    expect(report.split('\n').filter((line) => line.startsWith('| 50'))).toEqual([
      '| 50 | 2 | 1 |',
      '| 50 | 2 | 2 |',
      '| 50 | 0.25 / 0.25 | 0.80 / 0.20 |',
      '| 50 | 0.100 / 0.100 | 0.200 / 0.100 |',
      '| 50 | 8 → 48 | 48 → beyond the map | 48 → beyond the map |',
      '| 50 | – | 1 d; 2.00 |',
      expect.stringMatching(/^\| 50 \| \d+\.\d* \| \d+\.\d* \|$/),
    ]);
    expect(report).toContain('| 6 | – | 1 c; 0.83 |');
  });
});

describe('the costs of a sweep', () => {
  it('are given over all cells, and of fresh starts alone at every depth and number of points', () => {
    const results = [
      resultWith({ points: 6, depth: 2, seconds: 0.5 }),
      resultWith({ points: 6, depth: 2, seed: 1, seconds: 1.5 }),
      resultWith({ points: 6, depth: 2, path: 'grown', seconds: 0.25 }),
      resultWith({ points: 50, depth: 2, seconds: 15.25 }),
      resultWith({ points: 50, depth: 4, seconds: 20 }),
    ];
    const provenance = { engine: 'wasm', revision: '', date: '', command: '' };
    const lines = costReport({ schema: sweepFileVersion, spec, provenance, results }).split('\n\n');
    expect(lines[0]).toContain('5 cells took 38 s, 7.5 s each; ');
    expect(lines[0]).toContain(' 11.9 s on average');
    expect(lines[1]).toContain('fewer than 50 points: 3 cells took 2 s, 0.75 s each; ');
    expect(lines[3].split('\n').slice(2)).toEqual([
      '| 6 | 0.5 / 1 | – |',
      '| 50 | 15 / 15 | 20 / 20 |',
    ]);
  });
});

describe('the file of finished cells', () => {
  it('names the line that is no result', () => {
    openLog(file('out.ndjson'));
    appendResult(file('out.ndjson'), resultWith({}));
    appendFileSync(file('out.ndjson'), '{"key": 1}\n');
    expect(() => readResults(file('out.ndjson'))).toThrow('line 2');
  });

  it('answers no cell with a result of another experiment, nor with a second one', () => {
    const [{ key, query }, other] = cells;
    const experiment = fingerprints.get(key);
    const results = [
      resultWith({ key, query: 'lambda=0.5' }),
      { ...resultWith({ key, query }), experiment: 'of another default' },
      { ...resultWith({ key, query, seconds: 1 }), experiment },
      { ...resultWith({ key, query, seconds: 2 }), experiment },
      resultWith({ key: other.key, query: 'lambda=0.5' }),
      resultWith({ key: 'of another sweep' }),
    ];
    expect(answersTo(spec, results)).toEqual({
      results: [results[2]],
      stale: [other.key],
      unchecked: 0,
    });
  });

  it('gives a result the link that its experiment has today', () => {
    const [{ key, query }] = cells;
    const experiment = fingerprints.get(key);
    const before = { ...resultWith({ key, query: `${query}&schedule=drop` }), experiment };
    expect(answersTo(spec, [before]).results).toEqual([{ ...before, query }]);
  });
});
