import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe.ts';
import { englishLeft } from './english-left.ts';
import { figureOf, openPage, openSite, waitForFit } from './page.ts';

const chinese = /[一-鿿]/;

async function openAllGroups(page: Page): Promise<void> {
  const closed = page.locator('.group-button[aria-expanded="false"]');
  await expect(closed.first()).toBeVisible();
  while ((await closed.count()) > 0) await closed.first().click();
}

test('a link can ask for Chinese, and the lab is in Chinese', async ({ page }) => {
  const { complaints } = await openPage(page, 'view=lab&language=zh');
  await waitForFit(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page).toHaveTitle(chinese);
  await expect(page.getByRole('heading', { name: '类别边界' })).toBeVisible();
  await expect(page.getByRole('slider', { name: '网络的深度' })).toBeAttached();
  const map = page.getByRole('img', { name: '类别图' });
  await expect(map).toHaveAccessibleDescription(/三区交点/);
  await expect(page.locator('.verdict')).toContainText('瓶颈秩 1');
  await expect(figureOf(page, 'accuracy')).toHaveText(/^\d+(\.\d)?%$/);
  await openAllGroups(page);
  expect(await englishLeft(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('axe finds nothing serious in the Chinese lab', async ({ page }) => {
  await openPage(page, 'view=lab&language=zh');
  await waitForFit(page);
  await openAllGroups(page);
  expect(await findings(page)).toEqual([]);
});

for (const width of [320, 1440]) {
  test(`nothing of the Chinese lab is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page, 'view=lab&language=zh');
    await expect(page.locator('.main-view svg path').first()).toBeAttached();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

for (const query of [
  'task=rank-recovery&steps=300',
  'task=autoencoder&data=s-curve&steps=300',
  'task=autoencoder&data=digits&steps=100',
  'depth=2&data=rings&steps=500',
  'learningRate=0.1&depth=20&clip=0&warmUp=1&instant=off&steps=500',
  'depth=99&colour=red&data=own',
]) {
  test(`nothing of the lab is left in English with ${query}`, async ({ page }) => {
    await openPage(page, `view=lab&language=zh&${query}`);
    await expect(figureOf(page, 'step')).not.toHaveText('–', { timeout: 30_000 });
    await expect(page.locator('.main-view')).toBeVisible({ timeout: 30_000 });
    await page.locator('.references').scrollIntoViewIfNeeded();
    await openAllGroups(page);
    expect(await englishLeft(page)).toEqual([]);
  });
}

for (const view of ['article', 'embed', 'sweep', 'compare']) {
  test(`the view ${view} leaves nothing in English`, async ({ page }) => {
    await openSite(page, `view=${view}&language=zh`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(page.locator('main')).toContainText(chinese, { timeout: 20_000 });
    await page.waitForTimeout(3000);
    expect(await englishLeft(page)).toEqual([]);
  });
}

test('the language is switched on the page, keeps the run, and travels in the link', async ({
  page,
}) => {
  await openPage(page, 'view=lab&depth=4&steps=200000');
  await waitForFit(page);
  const heading = page.locator('.map-view h2');
  await expect(heading).toHaveText('Class boundaries');
  const switched = page.getByRole('radio', { name: '简体中文' });
  await switched.click();
  await expect(heading).toHaveText('类别边界');
  await expect(switched).toBeFocused();
  await expect(page.locator('.depth-value')).toHaveText('L = 4');
  await expect(page).toHaveURL(/language=zh/);
  expect(await englishLeft(page)).toEqual([]);

  await page.reload();
  await expect(heading).toHaveText('类别边界');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(heading).toHaveText('Class boundaries');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // The browser speaks English anyway: whoever gets the link sees the language of their own.
  await expect(page).not.toHaveURL(/language=/);
  await expect(page).toHaveURL(/depth=4/);
});

/** Switches the page to Chinese, and waits until it is. */
async function switchToChinese(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
}

test('the sweep that somebody designs and what they look at outlive a switch of the language', async ({
  page,
}) => {
  await openPage(page, 'view=sweep#window-map');
  const [mode, slice, base] = ['.mode-switch', '.slice-bar', '.base-choice'].map((row) =>
    page.locator(row).first().locator('[data-selected]'),
  );
  await page.getByRole('radio', { name: 'The cheapest minimum found' }).click();
  const held = page.locator('.slice-bar').first().locator('.slice-button:not([data-selected])');
  const value = (await held.last().textContent()) ?? 'nothing';
  await held.last().click();
  await expect(slice).toHaveText(value);
  await page.getByRole('textbox', { name: 'Depths L' }).fill('3-5');
  await page.getByRole('spinbutton', { name: 'Workers' }).fill('7');
  await page.locator('.base-radio').nth(1).click();
  await page.setInputFiles('input[type="file"]', {
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema": 7}'),
  });
  await expect(page.locator('.notice')).toContainText('“mine.json” was not opened.');

  await switchToChinese(page);
  await expect(mode).toHaveText('找到的代价最低的极小值');
  await expect(slice).toHaveText(value);
  await expect(page.locator('.list-field input').first()).toHaveValue('3-5');
  await expect(page.getByRole('spinbutton')).toHaveValue('7');
  await expect(base).toContainText('task=rank-recovery');
  await expect(page.locator('.notice')).toContainText('无法打开“mine.json”');
});

test('what came of a table is said in the language that the page is switched to', async ({
  page,
}) => {
  await openPage(page, 'view=lab&data=own');
  await expect(page.locator('.own-count')).toHaveText('24 points');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '100,200,oak\n300,250,elm\n200,300,oak');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
    );
  });
  const outcome = page.locator('.own-outcome');
  await expect(outcome).toContainText('3 points were taken over.');
  await switchToChinese(page);
  await expect(outcome).toContainText(chinese);
  await expect(outcome).not.toContainText('taken over');
  await expect(outcome).toContainText('oak → A');
});

test('a digit that somebody has drawn outlives a switch of the language', async ({ page }) => {
  await openPage(page, 'view=lab&task=autoencoder&data=digits&depth=3&steps=100');
  await page.getByRole('button', { name: 'Take a noisy digit' }).click({ timeout: 60_000 });
  const pad = page.locator('.digit-pads').getByRole('img').first();
  await expect(pad).toHaveAccessibleDescription(/ inked pixels?,/);
  await switchToChinese(page);
  await expect(pad).toHaveAccessibleDescription(/^画有/);
  await expect(page.getByRole('button', { name: '清除' })).toBeEnabled();
});

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });

  test('the page is in Chinese from its first picture on, and English is a choice', async ({
    page,
  }) => {
    await openPage(page, 'view=lab');
    const heading = page.locator('.map-view h2');
    await expect(heading).toHaveText('类别边界');
    await page.getByRole('radio', { name: 'English' }).click();
    await expect(heading).toHaveText('Class boundaries');
    await expect(page).toHaveURL(/language=en/);
    await page.reload();
    await expect(heading).toHaveText('Class boundaries');
  });
});
