import { expect, test } from '@playwright/test';
import { dragDepthTo, openPage } from './page.ts';

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
     <iframe title="Rankfall" width="900" height="500" src="http://localhost:4321/?view=embed&depth=4"></iframe>`,
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
