import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe.ts';
import { openPage } from './page.ts';

const left = (page: Page) => page.getByRole('region', { name: 'The left experiment' });
const right = (page: Page) => page.getByRole('region', { name: 'The right experiment' });
const depthOf = (side: ReturnType<typeof left>) =>
  side.getByRole('slider', { name: 'Depth of the network, in layers' });

/** Waits for the maps of both sides. */
async function bothDrawn(page: Page): Promise<void> {
  for (const side of [left(page), right(page)]) {
    await expect(side.locator('.class-map .regions path').first()).toBeAttached({
      timeout: 30_000,
    });
  }
}

test('two depths stand side by side, on one data set and common axes', async ({ page }) => {
  const { complaints } = await openPage(page, 'view=compare&depth=3&right.depth=9');
  await bothDrawn(page);
  await expect(depthOf(left(page))).toHaveValue('3');
  await expect(depthOf(right(page))).toHaveValue('9');
  const labels = (side: ReturnType<typeof left>) =>
    side.locator('.spectrum').first().locator('.y-labels text').allTextContents();
  await expect
    .poll(async () => (await labels(left(page))).join() === (await labels(right(page))).join())
    .toBe(true);
  expect(complaints).toEqual([]);
});

test('a notice of a bad depth names the depth that its side is at', async ({ page }) => {
  await openPage(page, 'view=compare&depth=abc&right.depth=99');
  await expect(depthOf(left(page))).toHaveValue('2');
  await expect(left(page).locator('.notice')).toContainText('Depth L is 2 instead.');
  await expect(right(page).locator('.notice')).toContainText('Depth L is 9 instead.');
});

test('what is changed goes into the link, and the link opens the same two again', async ({
  page,
}) => {
  await openPage(page, 'view=compare&depth=2&right.depth=9&right.lambda=0.02');
  await depthOf(right(page)).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/right\.depth=10/);
  expect(page.url()).toContain('view=compare');
  expect(page.url()).toContain('right.lambda=0.02');
  await page.reload();
  await expect(depthOf(left(page))).toHaveValue('2');
  await expect(depthOf(right(page))).toHaveValue('10');
  await expect(page.locator('.compare-difference')).toContainText('0.02');
});

test('a bad value of the right experiment is told on its side', async ({ page }) => {
  await openPage(page, 'view=compare&depth=4&right.depth=200');
  await expect(right(page).locator('.notice')).toContainText('depth=200');
  await expect(left(page).locator('.notice')).toHaveCount(0);
});

test('one button pauses and goes on with both, and the seed is the same for both', async ({
  page,
}) => {
  await openPage(page, 'view=compare&depth=3&right.depth=5&steps=200000&instant=off');
  await bothDrawn(page);
  await page.getByRole('button', { name: 'Pause both' }).click();
  await expect(page.getByRole('button', { name: 'Train both' })).toBeVisible();
  const step = (side: ReturnType<typeof left>) =>
    side.locator('[data-figure="step"]').textContent();
  const before = [await step(left(page)), await step(right(page))];
  await page.waitForTimeout(700);
  expect([await step(left(page)), await step(right(page))]).toEqual(before);
  await page.getByRole('button', { name: 'Train both' }).click();
  await expect.poll(() => step(left(page))).not.toBe(before[0]);

  await page.locator('.compare-shared').getByRole('textbox', { name: 'Seed' }).fill('7');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]seed=7/);
  expect(page.url()).not.toContain('right.seed');
});

test('both go on training when the language is switched', async ({ page }) => {
  await openPage(page, 'view=compare&depth=3&right.depth=5&steps=200000&instant=off');
  await bothDrawn(page);
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  for (const figure of await page.locator('[data-figure="step"]').all()) {
    const step = () => figure.textContent();
    await expect.poll(step).not.toBe('–');
    const before = await step();
    await expect.poll(step).not.toBe(before);
  }
});

test('a pointer in one map is read out in the other, and so is a layer', async ({ page }) => {
  await openPage(page, 'view=compare&depth=4&right.depth=9');
  await bothDrawn(page);
  const map = left(page).locator('.class-map');
  const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
  await map.hover({ position: { x: width * 0.55, y: height * 0.5 } });
  await expect(right(page).locator('.class-map .cross-hair > *').first()).toBeAttached();
  await expect(right(page).locator('.class-map .read-out tspan').first()).toBeAttached();

  const spectrum = left(page).locator('.spectrum').first();
  const box = (await spectrum.boundingBox()) ?? { width: 0, height: 0 };
  await spectrum.hover({ position: { x: box.width * 0.5, y: box.height * 0.4 } });
  await expect(right(page).locator('.spectrum .read-out tspan').first()).toContainText('layer');
});

test('a probe of a curve pointed at in one is read out in the other', async ({ page }) => {
  await openPage(page, 'view=compare&task=autoencoder&depth=2&right.depth=6&steps=300&instant=off');
  const fields = [left(page), right(page)].map((side) => side.locator('.arrow-field'));
  for (const field of fields) {
    await expect(field.locator('.shafts path[d^="M"]').first()).toBeAttached({ timeout: 30_000 });
  }
  const places = fields.map((field) => field.locator('.read-out tspan').first());
  const box = (await fields[0].boundingBox()) ?? { width: 0, height: 0 };
  // Over the field until the pointer has met an arrow.
  for (let share = 0.2; share < 0.9 && (await places[0].count()) === 0; share += 0.05) {
    await fields[0].hover({ position: { x: box.width * share, y: box.height * 0.45 } });
  }
  await expect(places[1]).toHaveText((await places[0].textContent()) ?? 'nothing');
  await expect(fields[1].locator('.picked .ring')).toHaveCount(1);
  await page.mouse.move(2, 2);
  await expect(fields[1].locator('.picked .ring')).toHaveCount(0);
});

test('a digit pointed at in one is framed in the other', async ({ page }) => {
  await openPage(
    page,
    'view=compare&task=autoencoder&data=digits&depth=2&right.depth=5&steps=100&instant=off',
  );
  const grids = [left(page), right(page)].map((side) => side.locator('canvas.digit-grid'));
  for (const grid of grids) await expect(grid).toBeVisible({ timeout: 60_000 });
  const picture = () => grids[1].evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  // Until both have been trained and nothing else changes the picture.
  let before = '';
  await expect
    .poll(
      async () => {
        const last = before;
        before = await picture();
        return before === last && (await grids[0].boundingBox())?.height !== 0;
      },
      { intervals: [1500], timeout: 60_000 },
    )
    .toBe(true);
  const { width, height } = (await grids[0].boundingBox()) ?? { width: 0, height: 0 };
  await grids[0].hover({ position: { x: width * 0.5, y: height * 0.2 } });
  await expect.poll(picture).not.toBe(before);
  await page.mouse.move(2, 2);
  await expect.poll(picture).toBe(before);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the ${scheme} page of comparison`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openPage(page, 'view=compare');
    await bothDrawn(page);
    expect(await findings(page)).toEqual([]);
  });
}

test('on a phone the two stand one above the other, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'view=compare');
  await expect(left(page).locator('.class-map .regions path').first()).toBeAttached();
  const above = await left(page).boundingBox();
  const below = await right(page).boundingBox();
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0) - 1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
