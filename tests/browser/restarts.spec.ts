/** Several starts before a run, and other seeds after it. */
import { expect, test } from '@playwright/test';
import { figureOf, numberOf, openPage, waitForFit } from './page.ts';

test('the first start is on screen at once, the others train unseen, and the cheapest goes on', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'depth=9&starts=6&shortSteps=900&instant=off');
  await waitForFit(page);
  const verdict = page.locator('.verdict');
  await expect(verdict).toContainText(/Comparing start [2-6] of 6/, { timeout: 30_000 });
  // The map of the cheapest so far stays, and it fits.
  await expect(page.locator('.main-view:not([data-outdated])')).toBeVisible();
  expect(await numberOf(page, 'accuracy')).toBe(100);
  expect(await numberOf(page, 'step')).toBe(900);

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
  expect(await numberOf(page, 'accuracy')).toBe(100);
  await page.getByRole('button', { name: 'Train', exact: true }).click();

  await expect(figureOf(page, 'start')).toHaveText(/^[1-6] of 6$/, { timeout: 30_000 });
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBeGreaterThan(900);
  await expect(figureOf(page, 'bottleneck-rank')).toHaveText('1', { timeout: 30_000 });
  expect(complaints).toEqual([]);
});

test('a deep network begins with fewer layers, says so, and grows', async ({ page }) => {
  const { complaints } = await openPage(
    page,
    'data=line&depth=20&startDepth=6&starts=2&shortSteps=3500&steps=4000',
  );
  await expect(page.locator('.main-view:not([data-outdated])')).toBeVisible({ timeout: 30_000 });
  const verdict = page.locator('.verdict');
  const labels = page.locator('.layer-labels text');
  const last = async () => Math.max(...(await labels.allTextContents()).map(Number));
  await expect(verdict).toHaveText(/^Start [12] of 2 has 6 layers\. .*grown to 20\./);
  await expect.poll(last).toBe(6);
  await expect(verdict).toContainText('At depth 20', { timeout: 30_000 });
  await expect.poll(last).toBe(20);
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBe(4000);
  expect(await numberOf(page, 'bottleneck-rank')).toBe(1);
  expect(await numberOf(page, 'norm-per-layer')).toBeLessThan(1.6);
  expect(complaints).toEqual([]);
});

test('other seeds train in the background, and a cheaper one is shown and goes into the link', async ({
  page,
}) => {
  // A single start at this depth often ends in a dearer minimum than others do.
  const { complaints } = await openPage(
    page,
    'depth=5&init=he&gain=1&seed=7&steps=1500&restarts=8&instant=off',
  );
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBe(1500);
  const offer = page.getByText(/found a cheaper minimum/);
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expect(offer).toHaveRole('status');
  const norm = await numberOf(page, 'norm-per-layer');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page).toHaveURL(/[?&]seed=(8|9|1[0-5])(&|$)/);
  await expect(page).toHaveURL(/[?&]dataSeed=7(&|$)/);
  await expect.poll(() => numberOf(page, 'norm-per-layer')).not.toBe(norm);
  expect(await numberOf(page, 'step')).toBe(1500);
  await expect(page.locator('.main-view:not([data-outdated])')).toBeVisible();
  const shown = await numberOf(page, 'loss');
  const link = page.url();

  // The link alone leads to the same network.
  await page.goto(link.replace('restarts=8', 'restarts=0'));
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBe(1500);
  expect(await numberOf(page, 'loss')).toBe(shown);
  expect(complaints).toEqual([]);
});
