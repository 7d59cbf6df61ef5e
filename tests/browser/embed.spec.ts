import { expect, type Page, test } from '@playwright/test';
import { dragDepthTo, here, openPage } from './page.ts';

/** Sizes of an iframe in a slide. */
const slides = [
  { width: 960, height: 540 },
  { width: 900, height: 500 },
];

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

for (const language of ['en', 'zh']) {
  test(`the embed shows digits with their credit and licence, without scrolling (${language})`, async ({
    page,
  }) => {
    await openPage(page, `view=embed&task=autoencoder&data=digits&language=${language}`);
    const view = page.locator('.digits-view');
    await expect(view.locator('.pad')).toHaveCount(2, { timeout: 30_000 });
    for (const size of slides) {
      await page.setViewportSize(size);
      await expect(view.locator('a[href$="digits.LICENSE.txt"]')).toBeInViewport({ ratio: 1 });
      await expect
        .poll(() => view.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
        .toBe(0);
    }
  });
}

/** Where everything but the words about the run is. */
const places = (page: Page) =>
  page
    .locator('.embed > :is(.depth-slider, .stack, .main-view, .spectra)')
    .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));

for (const [what, query, words, offer] of [
  [
    'has collapsed',
    'depth=20&warmUp=1&amplitude=1e-4&starts=1&steps=3000',
    'This run has collapsed',
    'Restart with a gentler warm-up',
  ],
  [
    'has diverged',
    'learningRate=0.1&clip=0&depth=48&width=128&init=he&gain=3&starts=1',
    'stopped being a number',
    'Go on with steps of 0.01',
  ],
  [
    'compares starts',
    'depth=9&starts=6&shortSteps=900&instant=off',
    /Comparing start [2-6] of 6/,
    undefined,
  ],
] as const) {
  test(`the embed says that a run ${what}, beside the slider, and moves no picture`, async ({
    page,
  }) => {
    await page.setViewportSize(slides[0]);
    await openPage(page, `view=embed&${query}`);
    const verdict = page.locator('.embed > .verdict');
    await expect(verdict).toBeHidden();
    await expect(page.locator('.embed > .main-view')).toBeVisible();
    const before = await places(page);
    await expect(verdict).toContainText(words, { timeout: 30_000 });
    expect(await places(page)).toEqual(before);
    for (const size of [...slides, { width: 700, height: 440 }]) {
      await page.setViewportSize(size);
      await expect(verdict).toContainText(words);
      const box = await verdict.boundingBox();
      const title = await page.locator('.depth-value').boundingBox();
      const thumb = await page.locator('.depth-thumb').boundingBox();
      if (!box || !title || !thumb) throw new Error('The words or the slider are not on screen.');
      expect(box.x).toBeGreaterThan(title.x + title.width);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(thumb.y);
    }
    if (offer === undefined) return;
    await page.setViewportSize(slides[1]);
    const button = page.getByRole('button', { name: offer });
    await button.click();
    await expect(button).toBeHidden();
  });
}
