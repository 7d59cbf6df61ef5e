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
    zh: '网络把平面折成一条直线',
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
      await expect(page.locator('.first-map:visible .regions path')).toHaveCount(4);
      const before = await places(page);
      const text = await page.locator('.hero .sentence').textContent();
      expect(before.length).toBeGreaterThan(8);

      const living = await browser.newPage({ viewport: size });
      const { complaints } = await openSite(living, `language=${language}`);
      await expect(
        living.locator('.hero .map-panel svg:not(.first-map) .regions path').first(),
      ).toBeVisible();
      await living.evaluate(() => document.fonts.ready);
      expect(await places(living)).toEqual(before);
      // The words in the page are those of the run that is shown.
      expect(await living.locator('.hero .sentence').textContent()).toBe(text);
      expect(complaints).toEqual([]);
      await living.close();
    });
  }
}

test('the place of the map is never empty once it has been drawn', async ({ page }) => {
  // In every frame: how many regions the map on screen has.
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    const look = () => {
      const maps = document.querySelectorAll<SVGSVGElement>('.hero .map-panel .chart-box > svg');
      for (const map of maps) {
        if (getComputedStyle(map).display !== 'none') {
          seen.push(map.querySelectorAll('.regions path').length);
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openSite(page);
  await expect(page.locator('.hero .map-panel svg:not(.first-map) .regions path')).toHaveCount(4);
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => Object(globalThis).seen as number[]);
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen)).toEqual(new Set([4]));
});

test('is not shown to whoever asks for another view', async ({ page }) => {
  await openWithoutScripts(page, 'view=lab');
  await expect(page.locator('#page')).toBeEmpty();
});
