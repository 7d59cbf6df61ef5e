import { expect, type Page, test } from '@playwright/test';
import { openSite } from './page.ts';

/** The parts of the first screen whose places are compared, in the order of the page. */
const parts =
  '.article-title :is(h1, .deck), .hero :is(.depth-control, .sentence, .panel, .life-bar, .hint)';

function places(page: Page) {
  return page.locator(parts).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );
}

/** The page as it is before any script of its own is here. */
async function openWithoutScripts(page: Page, query = '') {
  await page.route('**/*.js', () => {});
  await page.goto(`./?${query}`);
  await page.evaluate(() => document.fonts.ready);
}

for (const [name, size] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  for (const [language, sentence] of Object.entries({
    en: 'At depth 9 the network folds the plane onto a line',
    zh: '9',
  })) {
    test(`${name}, ${language}: can be read before any script is here, and nothing moves when they come`, async ({
      page,
      browser,
    }) => {
      await page.setViewportSize(size);
      await openWithoutScripts(page, `language=${language}`);
      await expect(page.locator('.hero .sentence')).toContainText(sentence);
      await expect(page.locator('html')).toHaveAttribute(
        'lang',
        language === 'zh' ? 'zh-Hans' : 'en',
      );
      const before = await places(page);
      const text = await page.locator('.hero .sentence').textContent();
      expect(before.length).toBeGreaterThan(8);

      const living = await browser.newPage({ viewport: size });
      const { complaints } = await openSite(living, `language=${language}`);
      await expect(living.locator('.map-panel [data-picture] path').first()).toBeVisible();
      await living.evaluate(() => document.fonts.ready);
      expect(await places(living)).toEqual(before);
      // The words in the page are those of the run that is shown.
      expect(await living.locator('.hero .sentence').textContent()).toBe(text);
      expect(complaints).toEqual([]);
      await living.close();
    });
  }
}

test('is not shown to whoever asks for another view', async ({ page }) => {
  await openWithoutScripts(page, 'view=lab');
  await expect(page.locator('#page')).toBeEmpty();
});
