import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/make-snapshots.ts';
import { decodeSnapshots } from '../../src/snapshot/decode.ts';
import { encodeSnapshots } from '../../src/snapshot/encode.ts';

const shipped = decodeSnapshots(readFileSync('public/runs/paper-s.bin'));
const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rankfall-runs-'));
  mkdirSync(join(folder, 'public/runs'), { recursive: true });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // The command writes into the folder it is started in.
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('lets a run that stays in the file keep its revision, and gives one that replaces it that of today', async () => {
  const made = { revision: 'abc1234', date: '2026-11-23' };
  // As if the run at depth 1 had been cheaper than any, and the one at depth 2 dearer.
  const totals = new Map([
    [1, 0],
    [2, 9],
  ]);
  const states = shipped.states.flatMap((state) => {
    const totalLoss = totals.get(state.depth);
    if (totalLoss === undefined) return [];
    return [{ ...state, made, figures: { ...state.figures, totalLoss } }];
  });
  writeFileSync('public/runs/paper-s.bin', encodeSnapshots(shipped.provenance, states));

  expect(await main(['paper-s', '--depths', '1-2', '--seeds', '3'])).toBe(0);

  const [kept, replaced] = decodeSnapshots(readFileSync('public/runs/paper-s.bin')).states;
  expect(kept).toMatchObject({ depth: 1, tried: 3, made, figures: { totalLoss: 0 } });
  expect(replaced).toMatchObject({ depth: 2, seed: 2, tried: 3 });
  expect(replaced.figures.totalLoss).toBeLessThan(1);
  // The folder is no repository.
  expect(replaced.made).toEqual({
    revision: 'unknown',
    date: new Date().toISOString().slice(0, 10),
  });
}, 60_000);
