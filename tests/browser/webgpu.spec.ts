import { expect, test } from '@playwright/test';
import { dragDepthTo, figureOf, numberOf, openPage, waitForFit } from './page.ts';

test('webgpu trains in the worker and answers the slider', async ({ page }) => {
  const { complaints } = await openPage(page, 'engine=webgpu&depth=4&instant=off');
  await expect(figureOf(page, 'engine')).toHaveText('webgpu', { timeout: 30_000 });
  await waitForFit(page, 60_000);
  await expect(figureOf(page, 'tripoints')).toHaveText(/[1-9]/, { timeout: 30_000 });
  const map = page.getByRole('img', { name: 'Class map' });
  const weights = page.getByRole('img', { name: /weights/ });
  const before = [await map.innerHTML(), await weights.innerHTML()];
  await dragDepthTo(page, 2);
  await waitForFit(page, 60_000);
  expect(await map.innerHTML()).not.toBe(before[0]);
  expect(await weights.innerHTML()).not.toBe(before[1]);
  await expect(figureOf(page, 'engine')).toHaveText('webgpu');
  expect(complaints).toEqual([]);
});

test('tfjs-webgpu, slow as it is on a software adapter, trains and answers the slider', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'engine=tfjs-webgpu&width=16&depth=4');
  await expect(figureOf(page, 'engine')).toHaveText('tfjs-webgpu', { timeout: 60_000 });
  await expect.poll(() => numberOf(page, 'step'), { timeout: 60_000 }).toBeGreaterThan(2);
  await dragDepthTo(page, 2);
  await expect.poll(() => numberOf(page, 'step'), { timeout: 60_000 }).toBeGreaterThan(2);
  await expect(
    page.getByRole('img', { name: /Layers of the network/ }),
  ).toHaveAccessibleDescription(/depth 2/);
  await expect(figureOf(page, 'engine')).toHaveText('tfjs-webgpu');
  expect(complaints).toEqual([]);
});

test('left to itself the page does not take a GPU that is done in software', async ({ page }) => {
  await openPage(page, 'instant=off');
  await waitForFit(page);
  await expect(figureOf(page, 'engine')).toHaveText('wasm');
  await page.getByRole('button', { name: 'Reading and engine' }).click();
  await expect(page.locator('.engine-note')).toContainText('software');
});

test('a run moves to another engine and keeps what it has learned', async ({ page }) => {
  await openPage(page, 'steps=200000&depth=4');
  await waitForFit(page);
  await page.getByRole('button', { name: 'Reading and engine' }).click();
  const step = await numberOf(page, 'step');
  await page.locator('.select-button').filter({ hasText: 'Fastest here' }).click();
  await page.getByRole('option', { name: 'WebGPU, fused' }).click();
  await expect(figureOf(page, 'engine')).toHaveText('webgpu', { timeout: 30_000 });
  expect(await numberOf(page, 'step')).toBeGreaterThan(step);
  expect(await numberOf(page, 'accuracy')).toBeGreaterThan(95);
});
