import { expect, test } from '@playwright/test';
import { openPage } from './page.ts';

test('the tour goes through the lab by keyboard and gives the focus back', async ({ page }) => {
  const { complaints } = await openPage(page, 'view=lab');
  const start = page.getByRole('button', { name: 'Tour', exact: true });
  await expect(start).toHaveAttribute('data-new');
  await start.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  for (let step = 1; step <= 8; step++) {
    await expect(card).toContainText(`Step ${step} of 8`);
    await expect(card).toBeFocused();
    await expect(card).toBeInViewport({ ratio: 0.99 });
    await page.keyboard.press('ArrowRight');
  }
  await expect(card).toBeHidden();
  await expect(start).toBeFocused();
  expect(complaints).toEqual([]);
});

test('the tour can be left at any step, goes back, and remembers that it was seen', async ({
  page,
}) => {
  await openPage(page, 'view=lab');
  const start = page.getByRole('button', { name: 'Tour', exact: true });
  await start.click();
  const card = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(card).toContainText('Step 2 of 8');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(card).toContainText('Step 1 of 8');
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(card).toBeHidden();
  await page.reload();
  await expect(start).toBeVisible();
  await expect(start).not.toHaveAttribute('data-new');
  await start.click();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('no tour in the embed, and none that needs storage', async ({ page }) => {
  await openPage(page, 'view=embed');
  await expect(page.locator('.class-map')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tour', exact: true })).toHaveCount(0);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is forbidden here.', 'SecurityError');
      },
    });
  });
  const { complaints } = await openPage(page, 'view=lab');
  await page.getByRole('button', { name: 'Tour', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Step 1 of 8');
  expect(complaints).toEqual([]);
});

test('the tour jumps instead of gliding where less motion is wanted, also on a phone', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'view=lab');
  await page.getByRole('button', { name: 'Tour', exact: true }).click();
  for (let step = 1; step <= 8; step++) {
    await expect(page.getByRole('dialog')).toContainText(`Step ${step} of 8`);
    await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 0.99 });
    await page.keyboard.press('ArrowRight');
  }
});
