import { expect, test } from '@playwright/test';
import { findings } from './axe.ts';
import { numberOf, openPage, waitForFit } from './page.ts';

test('a layer opens under a resting pointer, and stays open once clicked', async ({ page }) => {
  const { complaints } = await openPage(page, 'view=lab&depth=9');
  await waitForFit(page);
  const stack = await page.locator('.layer-stack .neurons').boundingBox();
  if (!stack) throw new Error('The stack of layers is not on screen.');
  const [x, y] = [stack.x + stack.width / 2, stack.y + stack.height / 2];
  await page.mouse.move(x, y, { steps: 4 });
  const panel = page.locator('.layer-panel');
  await expect(panel).toContainText(/Layer \d of 9/);
  await expect(panel.getByRole('img')).toHaveAccessibleDescription(/first singular values/);
  await page.mouse.move(x, y - stack.height, { steps: 4 });
  await page.mouse.move(700, 30);
  await expect(panel).toBeHidden();
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
  await page.mouse.move(700, 30);
  await page.waitForTimeout(600);
  await expect(panel).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a layer opened by a resting pointer is dismissed by a key, without the pointer moving', async ({
  page,
}) => {
  await openPage(page, 'view=lab&depth=9');
  await waitForFit(page);
  const stack = await page.locator('.layer-stack').boundingBox();
  if (!stack) throw new Error('The stack of layers is not on screen.');
  await page.mouse.move(stack.x + stack.width / 2, stack.y + stack.height / 2, { steps: 4 });
  const panel = page.locator('.layer-panel');
  await expect(panel).toContainText(/Layer \d of 9/);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.waitForTimeout(600);
  await expect(panel).toBeHidden();
});

test('every parameter of every layer can be reached by keyboard and read', async ({ page }) => {
  await openPage(page, 'view=lab&depth=3');
  await waitForFit(page);
  const open = page.getByRole('button', { name: 'Look into a layer' });
  await open.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('.layer-panel');
  await expect(panel).toBeFocused();
  for (const layer of [1, 2, 3]) {
    await expect(panel).toContainText(`Layer ${layer} of 3`);
    await expect(panel.getByRole('img')).toHaveAccessibleDescription(
      new RegExp(`weights of layer ${layer}`),
    );
    if (layer < 3) await page.getByRole('button', { name: 'Layer after' }).press('Enter');
  }
  await expect(page.getByRole('button', { name: 'Layer after' })).toBeDisabled();
  const canvas = await panel.locator('canvas').boundingBox();
  if (!canvas) throw new Error('The matrix is not on screen.');
  await page.mouse.move(canvas.x + 70, canvas.y + 70);
  await expect(panel.locator('.layer-cell')).toContainText(/weight from \d+ to \d+: /);
  await panel.focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
});

test('a part that cannot be fetched leaves the lab at work, and can be asked for again', async ({
  page,
}) => {
  const isTour = /\/Tour-[^/]*\.js$/;
  await page.route(isTour, (route) => route.abort());
  await openPage(page, 'view=lab&depth=3');
  await waitForFit(page);
  await page.getByRole('button', { name: 'Tour' }).click();
  const mishap = page.getByRole('alert');
  await expect(mishap).toContainText('could not be loaded');
  await expect(page.locator('.main-view')).toBeVisible();
  await expect(page.locator('.depth-value')).toHaveText('L = 3');
  await page.unroute(isTour);
  await mishap.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(mishap).toHaveCount(0);
});

test('training ends once it has settled, and the verdict says why', async ({ page }) => {
  await openPage(page, 'view=lab&stop=settled&steps=60000&starts=1&instant=off&depth=9');
  await expect(page.locator('.verdict')).toContainText('kept still for 1,000 steps', {
    timeout: 60_000,
  });
  expect(await numberOf(page, 'step')).toBeLessThan(20_000);
});

test('the help of a control is there when it is asked for, and always for those who listen', async ({
  page,
}) => {
  await openPage(page, 'view=lab');
  const ridge = page.getByRole('textbox', { name: 'Ridge λ' });
  await expect(ridge).toHaveAccessibleDescription(/squared norm/);
  const info = page.getByRole('button', { name: 'About “Ridge λ”' });
  const help = page.locator('.control', { has: info }).locator('.help');
  const height = async () => (await help.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(4);
  await info.click();
  await page.mouse.move(0, 0);
  expect(await height()).toBeGreaterThan(20);
  await info.click();
  await page.mouse.move(0, 0);
  await info.blur();
  expect(await height()).toBeLessThan(4);
});

for (const theme of ['light', 'dark', 'projector']) {
  test(`axe finds nothing serious in the tools, in the ${theme} theme`, async ({ page }) => {
    await openPage(page, `view=lab&data=own&theme=${theme}`);
    await waitForFit(page);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Table…' }).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Look into a layer' }).click();
    await expect(page.locator('.layer-panel canvas')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tour', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Presets/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
