import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReferenceFile } from '../../src/cli/reference-file.ts';
import { main } from '../../src/cli/verify-reference.ts';

const golden = 'tests/reference/classifier-depth4.json';
const folder = mkdtempSync(join(tmpdir(), 'rankfall-reference-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the golden file with a change, in a file of its own. */
function changed(change: (file: ReferenceFile) => unknown): string {
  const file = JSON.parse(readFileSync(golden, 'utf8'));
  change(file);
  return written(JSON.stringify(file));
}

function written(text: string): string {
  const path = join(folder, 'reference.json');
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await main(args, (line) => lines.push(line));
  return { code, out: lines.join('\n') };
}

const complaints = vi.fn();
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(complaints);
});
afterEach(() => {
  vi.restoreAllMocks();
  complaints.mockReset();
});

describe('verify:reference', () => {
  test('prints a line an engine and file, and succeeds when all are within the tolerance', async () => {
    const { code, out } = await run(
      golden,
      golden,
      '--engine',
      'tfjs-cpu',
      '--engine',
      'tfjs-wasm',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^tfjs-cpu +(\d\.\de-\d+ +){5}ok/m);
    expect(out).toMatch(/^tfjs-wasm +(\d\.\de-\d+ +){5}ok/m);
    expect(out).toMatch(/Within the tolerance of 0.0001/);
  });

  test('prints the same as JSON', async () => {
    const { code, out } = await run(golden, '--engine', 'tfjs-cpu', '--json');
    expect(code).toBe(0);
    const { passed, outcomes } = JSON.parse(out);
    expect(passed).toBe(true);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ file: golden, engine: 'tfjs-cpu', resumedAt: [] });
    expect(outcomes[0].deviations.dataLoss).toBeLessThan(1e-5);
  });

  test.each<[string, (file: ReferenceFile) => unknown]>([
    ['a data loss', (file) => (file.trajectory[30][0] *= 1.001)],
    ['a parameter norm', (file) => (file.trajectory[30][1] *= 1.001)],
    ['a gradient', (file) => (file.gradW0[2][5] += 1)],
    ['a singular value of a weight matrix', (file) => (file.singularValues0[1][7] += 0.1)],
    ['a singular value of activations', (file) => (file.activationSingularValues0[2][3] += 0.1)],
  ])('fails when %s differs', async (_, change) => {
    const { code, out } = await run(changed(change), '--engine', 'tfjs-cpu');
    expect(code).toBe(1);
    expect(out).toMatch(/^tfjs-cpu .* FAILED/m);
    expect(out).toMatch(/NOT within/);
  });

  test('does not judge the final weights', async () => {
    const { code } = await run(
      changed((file) => (file.W[0][0] += 1)),
      '--engine',
      'tfjs-cpu',
    );
    expect(code).toBe(0);
  });

  test('says why an engine is skipped, and fails if none is left', async () => {
    const { code, out } = await run(golden, '--engine', 'tfjs-webgpu');
    expect(code).toBe(1);
    expect(out).toMatch(/^tfjs-webgpu +skipped: There is no WebGPU/m);
    expect(out).toMatch(/No engine/);
  });

  test.each<[string, () => string, string]>([
    ['is missing', () => 'nowhere.json', 'nowhere.json: ENOENT'],
    ['is not JSON', () => written('{"name": '), 'not JSON'],
    ['is not an object', () => written('3'), 'Expected Object but received 3'],
    ['lacks a field', () => changed((file) => Reflect.deleteProperty(file, 'b0')), 'b0'],
    [
      'has a string for a number',
      () => changed((file) => Reflect.set(file.W0[1], 3, 'x')),
      'W0.1.3',
    ],
    ['names an unknown loss', () => changed((file) => Reflect.set(file, 'loss', 'hinge')), 'loss'],
    ['has a layer too few', () => changed((file) => file.W.pop()), 'W: 4 entries expected, got 3'],
    [
      'has a short bias',
      () => changed((file) => file.b0[1].pop()),
      'b0.1: 16 numbers expected, got 15',
    ],
    [
      'has a short point',
      () => changed((file) => file.X[5].pop()),
      'X.5: 2 numbers expected, got 1',
    ],
    ['has no steps', () => changed((file) => file.trajectory.splice(0)), 'trajectory'],
  ])('refuses a file that %s and says so', async (_, make, message) => {
    const { code, out } = await run(golden, make(), '--engine', 'tfjs-cpu');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(complaints).toHaveBeenCalledOnce();
    expect(complaints.mock.calls[0][0]).toContain(message);
  });

  test.each([
    ['no file', [], 'No file given'],
    ['an unknown engine', [golden, '--engine', 'abacus'], "no engine 'abacus'"],
    ['an unknown option', [golden, '--fast'], '--fast'],
  ])('refuses %s and shows how it is used', async (_, args, message) => {
    expect((await run(...args)).code).toBe(2);
    expect(complaints.mock.calls[0][0]).toContain(message);
    expect(complaints.mock.calls[0][0]).toContain('Usage: npm run');
  });

  test('runs from the command line and passes its exit code on', () => {
    const command = ['scripts/run.mjs', 'src/cli/verify-reference.ts', '--engine', 'tfjs-wasm'];
    const good = spawnSync(process.execPath, [...command, golden], { encoding: 'utf8' });
    expect(good.stderr).toBe('');
    expect(good.stdout).toMatch(/^tfjs-wasm .* ok /m);
    expect(good.status).toBe(0);
    expect(spawnSync(process.execPath, [...command, 'nowhere.json']).status).toBe(2);
  });
});
