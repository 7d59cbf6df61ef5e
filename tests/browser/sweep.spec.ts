import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe.ts';
import { openPage } from './page.ts';

/** Saves what a press of the button gives. */
async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return {
    name: download.suggestedFilename(),
    text: readFileSync(await download.path(), 'latin1'),
  };
}

test('the arrow keys walk over the cells of the map and read them out', async ({ page }) => {
  await openPage(page, 'view=sweep#window-map');
  const map = page.locator('.window-map-box .window-map');
  await expect(map.locator('a.cell').first()).toBeAttached();
  await map.locator('a.cell[tabindex="0"]').focus();
  const words = map.locator('.read-out .strong');
  const first = await words.textContent();
  expect(first).toMatch(/L = \d+, N = \d+: rank \d+/);
  await page.keyboard.press('ArrowRight');
  await expect(words).not.toHaveText(first ?? '');
  await page.getByRole('radio', { name: 'The cheapest minimum found' }).click();
  await expect(map).toHaveAccessibleDescription(/Rank found for a teacher of rank 2/);
});

test('test error and total loss stand beside the map in both modes, and a cell pointed at in one is marked in all', async ({
  page,
}) => {
  await openPage(page, 'view=sweep#window-map');
  const maps = page.locator('.window-maps svg.window-map');
  const [ranks, errors, losses] = [maps.nth(0), maps.nth(1), maps.nth(2)];
  await expect(maps).toHaveCount(3);
  await expect(errors.locator('a.cell').first()).toBeAttached();
  const cell = (map: typeof ranks) => map.locator('a.cell[aria-label^="L = 24, N = 400:"]');
  await expect(cell(losses)).toHaveAttribute('aria-label', /^L = 24, N = 400: total loss 0\.2/);
  await cell(errors).hover();
  await expect(errors.locator('.read-out .strong')).toHaveText(/^L = 24, N = 400: test error/);
  for (const map of [ranks, errors, losses]) {
    await expect(map.locator('.cross-hair .around')).toHaveAttribute(
      'd',
      (await cell(map).locator('.shape').getAttribute('d')) ?? '',
    );
  }
  await page.mouse.move(5, 5);
  await expect(ranks.locator('.cross-hair .around')).toHaveCount(0);

  // The keyboard marks it, too, and goes on in the next map at the same cell.
  await cell(ranks).focus();
  await expect(losses.locator('.cross-hair .around')).toHaveCount(1);
  await expect(cell(losses)).toHaveAttribute('tabindex', '0');

  await page.getByRole('radio', { name: 'The cheapest minimum found' }).click();
  await expect(cell(losses)).toHaveAttribute('aria-label', /^L = 24, N = 400: total loss 0\.0/);
  await expect(errors).toHaveAccessibleDescription(/^The test error for a teacher of rank 2\./);
  await expect(errors).toHaveAccessibleName('test error, The cheapest minimum found');

  const box = page.locator('.quantity-map-box').last();
  await box.getByRole('button', { name: /^Save the picture/ }).click();
  const svg = await saved(page, () => box.getByRole('button', { name: 'SVG' }).click());
  expect(svg.text).toContain('total loss');
  expect(svg.text).not.toMatch(/class=|var\(|color-mix|--shade/);
});

test('where two sweeps have the same cell, the cheapest is that of both', async ({ page }) => {
  const label = async (name: string, cell: string) => {
    await openPage(page, `view=sweep#${name}`);
    await page.reload();
    await page.getByRole('radio', { name: 'The cheapest minimum found' }).click();
    return page.locator(`.window-map-box a.cell[aria-label^="${cell}"]`);
  };
  await expect(await label('window-edge', 'L = 24, N = 6:')).toHaveAttribute(
    'aria-label',
    /rank 1/,
  );
  const words = page.locator('.sweep-figure .statement[data-mark="measured"]').first();
  await expect(words).toContainText('of the other sweep of this recipe, which has 12 of the 40');
  await expect(words).toContainText('All of it is one teacher.');
  await label('window-map', 'L = 24, N = 10:');
  await expect(words).toContainText('which has 12 of the 36');
  await expect(words).toContainText('Teacher 0 by itself: the edge moves up');
});

test('what is said of the two minima is computed from the runs', async ({ page }) => {
  await openPage(page, 'view=sweep#two-minima');
  const measured = page.locator('.sweep-figure .statement[data-mark="measured"]');
  await expect(measured).toContainText(/cheaper than/);
  await expect(measured).toContainText(/%/);
  const grown = page.locator('.two-minima a.mark.grown');
  await expect(grown.first()).toBeAttached();
  const opening = /grown out of the network at L = \d+; opens as a fresh start at this depth$/;
  await expect(grown.last()).toHaveAttribute('aria-label', opening);
  for (const mark of ['measured', 'theorem', 'conjecture']) {
    await expect(page.locator(`.statement[data-mark="${mark}"]`).first()).toBeVisible();
  }
});

test('a sweep is saved as a table and as JSON, and read back from a file', async ({ page }) => {
  await openPage(page, 'view=sweep#two-minima');
  const csv = await saved(page, () => page.getByRole('button', { name: 'CSV' }).click());
  expect(csv.name).toBe('rankfall-two-minima.csv');
  expect(csv.text.split('\r\n')[0]).toContain('key,query,path,depth');
  const json = await saved(page, () => page.getByRole('button', { name: 'JSON' }).click());
  expect(json.name).toBe('rankfall-two-minima.json');
  const { results } = JSON.parse(json.text);
  expect(csv.text.trim().split('\r\n')).toHaveLength(results.length + 1);

  const chooser = page.locator('input[type="file"]');
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text, 'latin1'),
  });
  await chooser.setInputFiles(file('mine.json', json.text));
  await expect(page.getByRole('button', { name: /from a file/ })).toHaveCount(2);
  await chooser.setInputFiles(file('broken.json', json.text.slice(0, 4000)));
  await expect(page.getByText('“broken.json” was not opened.')).toBeVisible();
  await chooser.setInputFiles(file('other.json', '{"schema": 1, "spec": {}}'));
  await expect(page.getByText('“other.json” was not opened.')).toContainText('spec');
});

test('every picture is saved as an SVG that stands alone and as a PNG of three pixels for one', async ({
  page,
}) => {
  await openPage(page, 'view=sweep#window-map');
  const box = page.locator('.window-map-box');
  await expect(box.locator('a.cell').first()).toBeAttached();
  const menu = box.getByRole('button', { name: /^Save the picture/ });
  await menu.click();
  const svg = await saved(page, () => box.getByRole('button', { name: 'SVG' }).click());
  expect(svg.name).toMatch(/^rankfall-.*\.svg$/);
  expect(svg.text).toContain('<title>');
  expect(svg.text).toContain('font-family=');
  expect(svg.text).not.toMatch(/class=|var\(|color-mix|tabindex/);
  // Its letters come with it, and nothing comes from elsewhere.
  expect(svg.text).toMatch(/@font-face\{font-family:"Source Sans 3"[^}]*url\(data:font\/woff2/);
  expect(svg.text).not.toMatch(/url\((?!data:|#)|<image/);
  const { width, height } = (await box.locator('svg.chart').boundingBox()) ?? {
    width: 0,
    height: 0,
  };

  await menu.click();
  const png = await saved(page, () => box.getByRole('button', { name: 'PNG' }).click());
  expect(png.name).toMatch(/\.png$/);
  const bytes = Buffer.from(png.text, 'latin1');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
    Math.round(width * 3),
    Math.round(height * 3),
  ]);
});

test('a field of the link that cannot be used is named', async ({ page }) => {
  await openPage(page, 'view=sweep&depth=900');
  await expect(page.locator('.notice')).toContainText('depth=900');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('what cannot be read in the form is said beside it, and nothing can be started', async ({
  page,
}) => {
  await openPage(page, 'view=sweep');
  await page.getByLabel('Depths L').fill('2, 99');
  await expect(page.locator('.list-field .problem')).toContainText('99');
  await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
  await page.getByLabel('Depths L').fill('2-12:2');
  await expect(page.locator('.design-cost')).toContainText('18 cells');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the ${scheme} page of sweeps`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openPage(page, 'view=sweep#window-map');
    await expect(page.locator('.window-map a.cell').first()).toBeAttached();
    expect(await findings(page)).toEqual([]);
  });
}

test('nothing of a sweep is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['window-map', 'two-minima']) {
    await openPage(page, `view=sweep#${name}`);
    await page.reload();
    await expect(page.locator('.sweep-figure a.mark').first()).toBeAttached();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
