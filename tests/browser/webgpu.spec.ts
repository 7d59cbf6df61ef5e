import { expect, test } from '@playwright/test';
import { dragDepthTo, figureOf, numberOf, openPage, waitForFit } from './page.ts';

for (const [engine, width] of [
  ['webgpu', 50],
  ['tfjs-webgpu', 16],
] as const) {
  test(`${engine} trains in the worker and answers the slider`, async ({ page }) => {
    const { complaints } = await openPage(page, `engine=${engine}&width=${width}&depth=4`);
    await expect(figureOf(page, 'engine')).toHaveText(engine, { timeout: 30_000 });
    await waitForFit(page, 60_000);
    await expect(figureOf(page, 'tripoints')).toHaveText(/[1-9]/, { timeout: 30_000 });
    const map = page.getByRole('img', { name: 'Class map' });
    const weights = page.getByRole('img', { name: /weights/ });
    const before = [await map.innerHTML(), await weights.innerHTML()];
    await dragDepthTo(page, 2);
    await expect(page.locator('.map-view:not([data-outdated])')).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => numberOf(page, 'step'), { timeout: 60_000 }).toBeGreaterThan(10);
    await expect.poll(() => map.innerHTML(), { timeout: 60_000 }).not.toBe(before[0]);
    expect(await weights.innerHTML()).not.toBe(before[1]);
    await expect(figureOf(page, 'engine')).toHaveText(engine);
    expect(complaints).toEqual([]);
  });
}
