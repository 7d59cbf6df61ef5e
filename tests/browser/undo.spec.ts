import { expect, test } from '@playwright/test';
import { dragDepthTo, openPage, waitForFit } from './page.ts';

const value = '.depth-value';

test('a drag of the depth is undone as one step, and done again', async ({ page }) => {
  await openPage(page, 'depth=9');
  await waitForFit(page);
  const length = await page.evaluate(() => history.length);
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  await expect(undo).toBeDisabled();
  await dragDepthTo(page, 20);
  await expect(redo).toBeDisabled();
  await undo.click();
  await expect(page.locator(value)).toHaveText('L = 9');
  await expect(undo).toBeDisabled();
  await redo.click();
  await expect(page.locator(value)).toHaveText('L = 20');
  await expect(page).toHaveURL(/depth=20/);
  // What was chosen is in the address, but the way back leaves the page as it always did.
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('the usual keys undo and redo, but not while somebody types', async ({ page }) => {
  await openPage(page, 'depth=9');
  await dragDepthTo(page, 4);
  await page.keyboard.press('Control+z');
  await expect(page.locator(value)).toHaveText('L = 9');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.locator(value)).toHaveText('L = 4');
  const lambda = page.getByRole('textbox', { name: 'Ridge λ' });
  await lambda.fill('0.5');
  await lambda.press('Control+z');
  await expect(page.locator(value)).toHaveText('L = 4');
});

test('edits of own points are undone stroke by stroke', async ({ page }) => {
  await openPage(page, 'data=own');
  const count = page.locator('.own-count');
  await expect(count).toHaveText('24 points');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(count).toHaveText('No points yet');
  await page.locator('.class-map .field').focus();
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('1 point');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(count).toHaveText('No points yet');
  await undo.click();
  await expect(count).toHaveText('24 points');
});

test('presets open, everything can be reset, and both can be undone', async ({ page }) => {
  await openPage(page, 'lambda=0.02&width=20');
  await page.getByRole('button', { name: /Presets/ }).click();
  await page.getByRole('menuitem', { name: /Figure 2a/ }).click();
  await expect(page.locator(value)).toHaveText('L = 2');
  await expect(page).toHaveURL(/ridge=undivided/);
  await expect(page).not.toHaveURL(/width=20/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/lambda=0\.02.*width=20|width=20.*lambda=0\.02/);
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(page).not.toHaveURL(/width=20/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/width=20/);
});

test('a preset begins afresh, also where it differs from what runs only in what a run can take in', async ({
  page,
}) => {
  await openPage(page);
  const open = async (title: string) => {
    await page.getByRole('button', { name: /Presets/ }).click();
    await page.getByRole('menuitem', { name: title }).click();
  };
  const verdict = page.locator('.verdict');
  await open('Collapse');
  await expect(verdict).toContainText('This run has collapsed', { timeout: 30_000 });
  await open('… and its cure');
  await waitForFit(page);
  await expect(verdict).not.toContainText('collapsed');
  // Growing a network into it would say from which depth.
  await open('Hysteresis');
  await expect(page.locator(value)).toHaveText('L = 2');
  await waitForFit(page);
  await expect(verdict).toContainText(/At depth 2 .* tripoints\.$/, { timeout: 30_000 });
});

test('a group of controls is reset by itself', async ({ page }) => {
  await openPage(page, 'lambda=0.02&noise=0.1');
  const resets = page.getByRole('button', { name: 'Reset this group' });
  // The groups come one after the other.
  await expect(resets).toHaveCount(2);
  await resets.last().click();
  await expect(page).not.toHaveURL(/lambda/);
  await expect(page).toHaveURL(/noise=0\.1/);
});
