import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MeasuredStart, settledLook } from '../../src/cli/measure-start.ts';
import { main } from '../../src/cli/measure-starts.ts';
import {
  addCell,
  type MeasuredCell,
  objectiveOf,
  recipeOf,
  type StartsRecord,
} from '../../src/cli/starts-record.ts';
import { startsSummary, startsTable } from '../../src/cli/starts-table.ts';
import { completeExperiment, parseQuery } from '../../src/experiment/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rankfall-starts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const complaints = vi.fn();
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(complaints);
});
afterEach(() => {
  vi.restoreAllMocks();
  complaints.mockReset();
});

const start = (totalLoss: number, change: Partial<MeasuredStart> = {}): MeasuredStart => ({
  seed: 0,
  totalLoss,
  collapsed: false,
  accuracy: 1,
  tripoints: 0,
  bottleneckRank: 1,
  normPerLayer: 3,
  settledStep: 400,
  settledSeconds: 0.5,
  ...change,
});

const cell = (starts: MeasuredStart[], experiment = 'depth=4'): MeasuredCell => ({
  experiment,
  recipe: recipeOf(completeExperiment(parseQuery(experiment).choices)),
  starts,
});

const nothing: StartsRecord = { best: {}, cells: [] };
/** What the total loss of `cell` depends on. */
const objective = objectiveOf(completeExperiment({ depth: 4 }));

/** The entries of a table's row by the names of their columns. */
function entries(table: string, row: number): Record<string, string> {
  const [names, , ...rows] = table.split('\n').map((line) => line.split('|').map((e) => e.trim()));
  return Object.fromEntries(names.map((name, index) => [name, rows[row][index]]));
}

describe('a look at a run', () => {
  test('is settled once rank and norm stay at what they end with', () => {
    const looks = [
      { step: 1, rank: 1, normPerLayer: 3 },
      { step: 2, rank: 2, normPerLayer: 3 },
      { step: 3, rank: 1, normPerLayer: 3.3 },
      { step: 4, rank: 1, normPerLayer: 3.1 },
      { step: 5, rank: 1, normPerLayer: 3 },
    ];
    expect(settledLook(looks).step).toBe(4);
    expect(settledLook(looks.slice(4)).step).toBe(5);
  });
});

describe('a recipe', () => {
  test('tells the layers of its starts, and their ridge where it is another than that of the run', () => {
    const of = (query: string) => recipeOf(completeExperiment(parseQuery(query).choices));
    expect(of('data=digits&depth=24')).toContain('startDepth=12 startRidge=0.000833333 ');
    expect(of('data=line&depth=24')).toContain('startDepth=16 ');
    expect(of('data=line&depth=24')).not.toContain('startRidge');
    expect(of('data=digits&depth=12')).not.toContain('startDepth');
  });
});

describe('the best total loss known', () => {
  test('is lowered by a cheaper run and never raised by dearer ones', () => {
    const first = addCell(nothing, cell([start(0.2), start(0.1)]));
    const second = addCell(first, cell([start(0.3), start(Number.NaN)]));
    expect(second.best).toEqual({ [objective]: 0.1 });
    expect(second.cells).toHaveLength(1);
    expect(addCell(second, cell([start(0.05)])).best).toEqual({ [objective]: 0.05 });
  });

  test('is kept apart for every objective, and not for ways to reach it', () => {
    const first = addCell(nothing, cell([start(0.2)]));
    const second = addCell(first, cell([start(0.15)], 'depth=4&starts=1'));
    const third = addCell(second, cell([start(0.1)], 'depth=9'));
    expect(Object.values(third.best)).toEqual([0.15, 0.1]);
    expect(third.cells).toHaveLength(3);
  });

  test('is one of a ridge and so many points, whatever they are by default', () => {
    expect(objective).toBe(
      'data=paper-s points=39 noise=0 depth=4 width=50 lambda=0.009 ridge=per-depth dataSeed=0',
    );
  });

  test('outlives the runs of a recipe that is no longer the page’s', () => {
    const old = { ...cell([start(0.1)]), recipe: 'another' };
    const record = addCell({ best: { [objective]: 0.1 }, cells: [old] }, cell([start(0.2)], ''));
    expect(record.best).toMatchObject({ [objective]: 0.1 });
    expect(record.cells.map(({ experiment }) => experiment)).toEqual(['']);
  });
});

describe('the table of starts', () => {
  const starts = [
    start(0.102),
    start(0.108, { tripoints: 3 }),
    start(0.5, { collapsed: true }),
    start(Number.NaN, { bottleneckRank: 2 }),
  ];
  const record = { best: { [objective]: 0.1 }, cells: [cell(starts)] };

  test('counts shares against the best known and takes tripoints from the cheapest run', () => {
    expect(entries(startsTable(record), 0)).toMatchObject({
      'no collapse': '50 %',
      'no tripoint': '75 %',
      'tripoints of the cheapest': '0',
      'within 3 %': '25 %',
      'within 10 %': '50 %',
      rank: '1–2',
    });
  });

  test('says of curves and teachers what their tasks ask for', () => {
    const curve = cell([start(0.1, { distanceRatio: 0.02 })], 'data=circle&depth=6');
    const { accuracy: _, tripoints: __, ...plain } = curve.starts[0];
    const table = startsTable(addCell(nothing, { ...curve, starts: [plain] }));
    expect(entries(table, 0)).toMatchObject({ quality: 'distance 0.020', 'no tripoint': '–' });
  });

  test('sums up the shares by task and depth', () => {
    expect(startsSummary(record)).toContain('1 of 4 runs (25 %) within 3 % of the best known');
    expect(startsSummary(record)).toContain('1 collapsed');
  });
});

describe('measure:starts', () => {
  const measure = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await main(args, (line) => lines.push(line));
    return { code, out: lines.join('\n') };
  };
  const record = join(folder, 'starts.json');
  const table = join(folder, 'starts.md');
  const tiny = ['--data', 'moons', '--depths', '2,3', '--seeds', '2', '--set', 'width=8'];

  test('measures every cell, and writes the record and the table only when asked to', async () => {
    const args = [
      ...tiny,
      '--set',
      'steps=400',
      '--set',
      'shortSteps=100',
      '--record',
      record,
      '--table',
      table,
    ];
    const { code, out } = await measure(...args);
    expect(code).toBe(0);
    expect(entries(out, 1)).toMatchObject({ data: 'moons', L: '3', runs: '2' });
    expect(existsSync(record)).toBe(false);

    await measure(...args, '--write');
    const { best, cells }: StartsRecord = JSON.parse(readFileSync(record, 'utf8'));
    expect(Object.keys(best)).toHaveLength(2);
    const losses = cells[0].starts.map(({ totalLoss }) => totalLoss);
    expect(losses[0]).not.toBe(losses[1]);
    expect(Object.values(best)).toContain(Math.min(...losses));
    expect(readFileSync(table, 'utf8')).toContain('| moons | 3 |');
  });

  test('measures only the seeds that it does not know yet, and none once time is up', async () => {
    const args = ['--data', 'moons', '--depths', '2', '--set', 'width=8', '--set', 'starts=1'];
    const file = join(folder, 'resumed.json');
    const to = [...args, '--record', file, '--table', table, '--write'];
    const seeds = () =>
      (JSON.parse(readFileSync(file, 'utf8')) as StartsRecord).cells[0].starts.map(
        ({ seed, settledSeconds }) => [seed, settledSeconds],
      );
    await measure(...to, '--seeds', '1');
    const first = seeds();
    await measure(...to, '--seeds', '3', '--minutes', '1e-9');
    expect(seeds()).toEqual(first);
    await measure(...to, '--seeds', '3');
    expect(seeds()).toHaveLength(3);
    expect(seeds()[0]).toEqual(first[0]);
  });

  test('goes on with the cheapest of several short starts', async () => {
    // From a small function three layers find different minima.
    const small = ['--set', 'steps=400', '--set', 'amplitude=0.0003'];
    const args = ['--data', 'paper-s', '--depths', '3', '--seeds', '1', ...small];
    const loss = async (...more: string[]) =>
      Number(entries((await measure(...args, '--record', record, ...more)).out, 0).median);
    const ordinary = await loss('--set', 'starts=1');
    expect(await loss('--set', 'starts=3', '--set', 'shortSteps=200')).toBeLessThan(ordinary);
  });

  test('ends a run early that has settled for long, at the same total loss', async () => {
    const args = ['--data', 'xor', '--depths', '2', '--seeds', '1', '--set', 'points=40'];
    const small = [...args, '--set', 'width=8', '--record', record];
    const whole = Number(entries((await measure(...small)).out, 0).median);
    const early = Number(entries((await measure(...small, '--early')).out, 0).median);
    expect(Math.abs(early / whole - 1)).toBeLessThan(0.01);
  });

  test('refuses data sets, depths and fields it does not know', async () => {
    expect((await measure('--data', 'cats')).code).toBe(2);
    expect((await measure('--depths', '2,x')).code).toBe(2);
    expect((await measure('--set', 'depht=2')).code).toBe(2);
    expect(complaints.mock.calls.join()).toContain('cats');
  });
});
