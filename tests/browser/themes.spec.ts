import { expect, test } from '@playwright/test';
import { openPage, waitForFit } from './page.ts';

for (const view of ['lab', 'embed', 'article']) {
  test(`the ${view} is shown in the theme of its link`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    for (const [theme, ground] of [
      ['light', 'rgb(252, 251, 248)'],
      ['dark', 'rgb(22, 21, 19)'],
      ['projector', 'rgb(255, 255, 255)'],
    ]) {
      await openPage(page, `view=${view}&theme=${theme}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('html')).toHaveCSS('background-color', ground);
      await expect(page.locator('main')).toBeVisible();
    }
  });
}

test('a page without a theme follows the system, also when that changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPage(page, 'view=lab');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('main')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the switch changes the theme without a new run, and the projector’s letters are larger', async ({
  page,
}) => {
  await openPage(page, 'view=lab&theme=light');
  await waitForFit(page);
  const letters = () =>
    page
      .locator('.class-map')
      .first()
      .evaluate((map) => Number.parseFloat(getComputedStyle(map).fontSize));
  const before = await letters();
  await page.getByRole('radio', { name: /Projector/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect.poll(letters).toBeGreaterThan(before + 2);
  await expect(page.locator('.main-view:not([data-outdated])')).toBeVisible();
  await expect(page).toHaveURL(/theme=projector/);
  await page.getByRole('radio', { name: 'Theme of the system' }).click();
  await expect(page).not.toHaveURL(/theme=/);
});

test('nothing overflows sideways in the projector theme, at any width', async ({ page }) => {
  await openPage(page, 'view=lab&theme=projector');
  await waitForFit(page);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    // Charts are laid out anew a moment later, and twice in a row nothing may stick out.
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    await page.waitForTimeout(300);
    expect(await overflow()).toBeLessThanOrEqual(0);
  }
});
