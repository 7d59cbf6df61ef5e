// @vitest-environment happy-dom
import { act, createElement, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { later } from '../../src/ui/later.ts';
import { Boundary } from '../../src/ui/site/Boundary.tsx';

const page = document.createElement('main');
const root = createRoot(page);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // React says on the console what it caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const words = () => page.textContent ?? '';
const retry = () => act(async () => page.querySelector('button')?.click());

function Greeting({ name }: { readonly name: string }) {
  return `Hello ${name}`;
}

test('a part that cannot be fetched says so in its place, and comes when it is asked for again', async () => {
  const load = vi.fn(async () => Greeting);
  load.mockRejectedValueOnce(new Error('no network')).mockRejectedValueOnce(new Error('still'));
  const Part = later(load);
  await act(async () =>
    root.render([
      'The rest. ',
      createElement(Suspense, { key: 1 }, createElement(Part, { name: 'Ada' })),
    ]),
  );
  expect(words()).toMatch(/^The rest\. .*could not be loaded/);
  await retry();
  expect(words()).toMatch(/could not be loaded/);
  await retry();
  expect(words()).toBe('The rest. Hello Ada');
  expect(load).toHaveBeenCalledTimes(3);
});

test('a part that throws while it is rendered leaves what is around it', async () => {
  let isBroken = true;
  const Fragile = () => {
    if (isBroken) throw new Error('broken');
    return 'whole';
  };
  await act(async () =>
    root.render(['Around: ', createElement(Boundary, { key: 1 }, createElement(Fragile))]),
  );
  expect(words()).toMatch(/^Around: .*could not be loaded or drawn/);
  expect(page.querySelector('[role="alert"]')).not.toBeNull();
  isBroken = false;
  await retry();
  expect(words()).toBe('Around: whole');
});
