import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MeasuredStart, settledLook } from '../../src/cli/measure-start.ts';
import { main } from '../../src/cli/measure-starts.ts';
import { addCells, type MeasuredCell } from '../../src/cli/starts-record.ts';
import { startsTable } from '../../src/cli/starts-table.ts';

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

const cell = (starts: MeasuredStart[], objective = 'depth=4'): MeasuredCell => ({
  data: 'paper-s',
  depth: 4,
  lambda: 9e-3,
  objective,
  contest: { starts: 1, steps: 600 },
  starts,
});

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

describe('the best total loss known', () => {
  test('is lowered by a cheaper run and never raised by dearer ones', () => {
    const first = addCells({ best: {}, cells: [] }, [cell([start(0.2), start(0.1)])]);
    const second = addCells(first, [cell([start(0.3), start(Number.NaN)])]);
    expect(second.best).toEqual({ 'depth=4': 0.1 });
    expect(second.cells).toHaveLength(1);
    expect(addCells(second, [cell([start(0.05)])]).best).toEqual({ 'depth=4': 0.05 });
  });

  test('is kept apart for every objective', () => {
    const record = addCells({ best: {}, cells: [] }, [
      cell([start(0.2)]),
      cell([start(0.1)], 'depth=9'),
    ]);
    expect(record.best).toEqual({ 'depth=4': 0.2, 'depth=9': 0.1 });
    expect(record.cells).toHaveLength(2);
  });
});

describe('the table of starts', () => {
  test('counts shares against the best known and takes tripoints from the cheapest run', () => {
    const starts = [
      start(0.102),
      start(0.108, { tripoints: 3 }),
      start(0.5, { collapsed: true }),
      start(Number.NaN, { bottleneckRank: 2 }),
    ];
    const table = startsTable({ best: { 'depth=4': 0.1 }, cells: [cell(starts)] });
    expect(entries(table, 0)).toMatchObject({
      'no collapse': '50 %',
      'no tripoint': '75 %',
      'tripoints of the cheapest': '0',
      'within 3 %': '25 %',
      'within 10 %': '50 %',
      rank: '1–2',
    });
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
    const args = [...tiny, '--set', 'steps=400', '--record', record, '--table', table];
    const { code, out } = await measure(...args);
    expect(code).toBe(0);
    expect(entries(out, 1)).toMatchObject({ data: 'moons', L: '3', runs: '2' });
    expect(existsSync(record)).toBe(false);

    await measure(...args, '--write');
    const { best, cells } = JSON.parse(readFileSync(record, 'utf8'));
    expect(Object.keys(best)).toHaveLength(2);
    const losses = cells[0].starts.map(({ totalLoss }: MeasuredStart) => totalLoss);
    expect(losses[0]).not.toBe(losses[1]);
    expect(best[cells[0].objective]).toBe(Math.min(...losses));
    expect(readFileSync(table, 'utf8')).toContain('| moons | 3 |');
  });

  test('goes on with the cheapest of several short starts', async () => {
    const args = ['--data', 'paper-s', '--depths', '3', '--seeds', '1', '--set', 'steps=400'];
    const loss = async (...more: string[]) =>
      Number(entries((await measure(...args, '--record', record, ...more)).out, 0).median);
    const ordinary = await loss();
    expect(await loss('--starts', '3', '--short-steps', '200')).toBeLessThan(ordinary);
  });

  test('refuses data sets, depths and fields it does not know', async () => {
    expect((await measure('--data', 'cats')).code).toBe(2);
    expect((await measure('--depths', '2,x')).code).toBe(2);
    expect((await measure('--set', 'depht=2')).code).toBe(2);
    expect(complaints.mock.calls.join()).toContain('cats');
  });
});
