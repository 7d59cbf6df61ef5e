import { expect, test } from '@playwright/test';
import { figureOf, numberOf, openPage, waitForFit } from './page.ts';

test('where there is more than one core, several workers train one network together', async ({
  page,
}) => {
  const query = 'view=lab&data=three-blobs&points=400&instant=off&engine=wasm-parallel';
  const { complaints } = await openPage(page, query);
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const engine = figureOf(page, 'engine');
  await expect(engine).toHaveText(cores > 1 ? 'wasm-parallel' : 'wasm', { timeout: 20_000 });
  await waitForFit(page);
  const before = await numberOf(page, 'step');
  await expect.poll(() => numberOf(page, 'step')).toBeGreaterThan(before);
  expect(complaints).toEqual([]);
});
