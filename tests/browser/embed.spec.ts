import { expect, test } from '@playwright/test';
import { dragDepthTo, here, openPage } from './page.ts';

test('the embed shows slider, map and spectra, and nothing else', async ({ page }) => {
  const { complaints } = await openPage(page, 'view=embed&depth=6');
  await expect(page.locator('.main-view:not([data-outdated]) svg path').first()).toBeAttached();
  await expect(page.getByRole('slider')).toHaveCount(1);
  await expect(page.getByRole('img', { name: 'Class map' })).toBeVisible();
  await expect(page.getByRole('img', { name: /weights/ })).toBeVisible();
  await expect(page.locator('.run-figures, .controls, .masthead, .references')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(complaints).toEqual([]);
});

test('in an iframe of a slide it never takes the focus and can be dragged', async ({ page }) => {
  await openPage(page, 'view=embed');
  await page.setContent(
    `<button id="slide">next slide</button>
     <iframe title="Rankfall" width="900" height="500" src="http://${here}/?view=embed&depth=4"></iframe>`,
  );
  await page.locator('#slide').focus();
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.main-view svg path').first()).toBeAttached({ timeout: 20_000 });
  await page.waitForTimeout(500);
  await expect(page.locator('#slide')).toBeFocused();
  const overflow = await frame
    .locator('html')
    .evaluate((root) => [
      root.scrollWidth - root.clientWidth,
      root.scrollHeight - root.clientHeight,
    ]);
  expect(overflow).toEqual([0, 0]);
});

test('dragging keeps the view in the link', async ({ page }) => {
  await openPage(page, 'view=embed');
  await dragDepthTo(page, 13);
  await expect(page).toHaveURL(/view=embed/);
  await expect(page).toHaveURL(/depth=13/);
});

test('the fibres can be laid over the map in the embed as well', async ({ page }) => {
  await openPage(page, 'view=embed&depth=9');
  await page.getByText('Fibres').click();
  await expect(page.locator('.map-view svg .fibres path').first()).toBeAttached({
    timeout: 20_000,
  });
});

test('on a phone the nonlinearity of a rank recovery has room', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'task=rank-recovery&width=32&points=50');
  const chart = page.getByRole('img', { name: /nonlinearity/ });
  await expect
    .poll(async () => (await chart.boundingBox())?.height ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(200);
});
