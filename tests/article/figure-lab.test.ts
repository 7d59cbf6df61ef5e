import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFigureLab } from '../../src/article/figure-lab.ts';

const choices = { data: 'paper-s', depth: 9 } as const;

/** Waits until a figure shows a picture of this depth, drawn finely or not. */
async function shows(lab: ReturnType<typeof createFigureLab>, depth: number): Promise<void> {
  await vi.waitFor(() => {
    expect(lab.life.getState().failure).toBeUndefined();
    expect(lab.store.getState().picture?.dims.length).toBe(depth + 1);
  });
}

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('fetch', async (address: string) => {
    const name = String(address).split('/').at(-1);
    return new Response(await readFile(`public/runs/${name}`));
  });
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        throw new Error('No worker is needed for what a file says.');
      }
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a figure with a file answers every depth at once, without a worker', async () => {
  const lab = createFigureLab({ choices, file: 'paper-s' });
  lab.show();
  await shows(lab, 9);
  expect(lab.life.getState()).toMatchObject({ source: 'file', failure: undefined });
  expect(lab.life.getState().figures?.tripoints).toBe(0);
  lab.choose({ depth: 3 });
  await shows(lab, 3);
  expect(lab.life.getState().figures?.tripoints).toBeGreaterThan(0);
  expect(lab.store.getState()).toMatchObject({ outdated: false, frame: undefined });
  lab.dispose();
});

test('of depths asked for in quick succession only the last is shown', async () => {
  const lab = createFigureLab({ choices, file: 'paper-s' });
  lab.show();
  await shows(lab, 9);
  const seen: number[] = [];
  lab.store.subscribe(({ picture }) => seen.push((picture?.dims.length ?? 1) - 1));
  for (const depth of [10, 11, 12, 13]) lab.choose({ depth });
  await shows(lab, 13);
  expect(seen.at(-1)).toBe(13);
  expect(lab.store.getState().choices.depth).toBe(13);
  lab.dispose();
});

test('another threshold is read off the same network', async () => {
  const lab = createFigureLab({ choices, file: 'paper-s' });
  lab.show();
  await shows(lab, 9);
  const before = lab.store.getState().picture;
  lab.choose({ threshold: 0.01 });
  await vi.waitFor(() => expect(lab.store.getState().experiment.threshold).toBe(0.01));
  await shows(lab, 9);
  expect(lab.store.getState().picture?.spectra).toEqual(before?.spectra);
  lab.dispose();
});

test('a closer look at a settled network is taken where it is asked for', async () => {
  const lab = createFigureLab({ choices, file: 'paper-s' });
  lab.watch({ jacobian: true, representation: true });
  lab.show();
  await shows(lab, 9);
  await vi.waitFor(() => expect(lab.store.getState().insight).toBeDefined(), { timeout: 10_000 });
  const { jacobian, representation } = lab.store.getState().insight ?? {};
  expect(jacobian?.schatten.holds).toBe(true);
  expect(representation?.line).toHaveLength(39);
  lab.dispose();
});
