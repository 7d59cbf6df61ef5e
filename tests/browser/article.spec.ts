/** The front page: its first screen, its figures one after the other, and the numbers in its text. */
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe.ts';
import { openSite } from './page.ts';

const sections = [
  'depth',
  'singular-values',
  'rank',
  'bottleneck',
  'no-tripoints',
  'denoising',
] as const;

const frame = (page: Page, name: string) => page.locator(`.figure-frame[data-name="${name}"]`);

/** Brings the middle of a figure to the middle of the window. */
async function lookAt(page: Page, name: string): Promise<void> {
  await frame(page, name).evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
  await expect(frame(page, name)).toHaveAttribute('data-performing', 'true');
}

function sentenceOf(page: Page, section: string) {
  return page.locator(`#${section} .sentence`).first();
}

test('the first screen shows a settled run and answers the slider before anything trains', async ({
  page,
}) => {
  const { complaints } = await openSite(page);
  const hero = frame(page, 'hero');
  await expect(hero.locator('.class-map .regions path').first()).toBeVisible();
  await expect(hero).toHaveAttribute('data-source', 'file');
  const sentence = page.locator('.hero .sentence');
  await expect(sentence).toContainText('ordered bands');
  const map = hero.getByRole('img', { name: 'Class map' });
  const deep = await map.innerHTML();

  const slider = page.locator('#hero-depth');
  await slider.focus();
  for (let step = 9; step > 3; step--) await page.keyboard.press('ArrowLeft');
  await expect(sentence).toContainText(/At depth 3 .*[1-9] tripoint/);
  await expect.poll(() => map.innerHTML()).not.toBe(deep);
  await expect(map).toHaveAccessibleDescription(/tripoints:/);

  expect(page.workers()).toHaveLength(0);
  expect(complaints).toEqual([]);
});

test('a link to a section opens there, and every title is such a link', async ({ page }) => {
  const { complaints } = await openSite(page, '#window');
  const title = page.locator('#window h2');
  await expect(title).toBeInViewport({ timeout: 10_000 });
  await expect.poll(() => title.evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(200);
  const links = page.locator('.section h2 a');
  await expect(links).toHaveCount(8);
  for (const link of await links.all()) {
    const address = await link.getAttribute('href');
    await expect(page.locator(`section${address}`)).toHaveCount(1);
  }
  expect(complaints).toEqual([]);
});

test('the digits have their authors named and their licence linked, here and in the lab', async ({
  page,
}) => {
  for (const [query, place] of [
    ['', '.foot'],
    ['view=lab&data=digits', '.digits-view'],
  ]) {
    await openSite(page, query);
    const link = page.locator(place).getByRole('link', { name: 'CC BY-SA 3.0' });
    await link.scrollIntoViewIfNeeded();
    await expect(page.locator(place)).toContainText('Yann LeCun');
    const address = await link.evaluate((it) => (it as HTMLAnchorElement).href);
    const answer = await page.request.get(address);
    expect(answer.ok()).toBe(true);
    expect(await answer.text()).toContain('The MNIST database of handwritten digits');
  }
});

test('who reloads the article, or comes back from the lab, is where they were', async ({
  page,
}) => {
  const { complaints } = await openSite(page);
  const title = page.locator('#rank h2');
  await expect(page.locator('.foot')).toBeAttached();
  await title.evaluate((it) => scrollTo(0, scrollY + it.getBoundingClientRect().top + 200));
  const top = () => title.evaluate((it) => it.getBoundingClientRect().top);
  await expect.poll(top).toBeCloseTo(-200, -1);
  const isBack = () => expect.poll(top, { timeout: 10_000 }).toBeCloseTo(-200, -1);

  await page.reload();
  await isBack();
  await openSite(page, 'view=lab');
  await expect(page.locator('.lab')).toBeVisible();
  await page.goBack();
  await isBack();

  // A new visit begins at the top.
  await openSite(page);
  await expect(page.locator('.foot')).toBeAttached();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(complaints).toEqual([]);
});

test('a name that no part has changes nothing', async ({ page }) => {
  for (const query of ['#nowhere', '#%E0%A4%A', '?view=sweep#%E0%A4%A']) {
    const { complaints } = await openSite(page, query);
    await expect(page.locator('h1')).toBeVisible();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(complaints).toEqual([]);
  }
});

test('the first screen is trained live on demand', async ({ page }) => {
  test.setTimeout(180_000);
  const { complaints } = await openSite(page);
  const hero = frame(page, 'hero');
  await expect(hero).toHaveAttribute('data-source', 'file');
  await hero.getByRole('button', { name: 'Train it live' }).click();
  await expect(hero.locator('.badge')).toContainText(/live, step|trained here/, {
    timeout: 20_000,
  });
  await expect(hero.locator('.badge')).toContainText('trained here', { timeout: 60_000 });
  await hero.getByRole('button', { name: 'Train it again' }).click();
  await expect(hero.locator('.badge')).toContainText('live, ');
  await expect(hero.locator('.badge')).toContainText('trained here', { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test('each figure trains when it is looked at, and no other does', async ({ page }) => {
  test.setTimeout(180_000);
  const { complaints } = await openSite(page);
  let before: string | undefined;
  for (const name of sections) {
    await expect(frame(page, name)).toBeAttached();
    await lookAt(page, name);
    await expect(page.locator('.figure-frame[data-performing]')).toHaveCount(1);
    await expect(frame(page, name)).toHaveAttribute('data-source', 'live');
    await expect(frame(page, name).locator('.badge')).toContainText(/step \d|steps/, {
      timeout: 20_000,
    });
    if (before !== undefined) {
      const badge = frame(page, before).locator('.badge');
      // The picture that was on its way when the figure left may still come.
      await expect(async () => {
        const step = await badge.textContent();
        await page.waitForTimeout(500);
        expect(await badge.textContent()).toBe(step);
      }).toPass({ timeout: 3000 });
    }
    before = name;
  }
  await page.locator('.foot').scrollIntoViewIfNeeded();
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(2);
  expect(complaints).toEqual([]);
});

test('a number in the text moves the figure beside it and the sentence around it', async ({
  page,
}) => {
  await openSite(page);
  await lookAt(page, 'depth');
  const depth = page.locator('#depth').getByRole('slider');
  const map = frame(page, 'depth').getByRole('img', { name: 'Class map' });
  await depth.focus();
  await page.keyboard.press('End');
  await expect(depth).toHaveAttribute('aria-valuenow', '32');
  await expect(frame(page, 'depth')).toHaveAttribute('data-source', 'file');
  await expect(sentenceOf(page, 'depth')).toContainText('At depth 32');
  const deep = await map.innerHTML();

  const box = await depth.boundingBox();
  if (!box) throw new Error('The number is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 8 });
  await page.mouse.up();
  await expect(depth).not.toHaveAttribute('aria-valuenow', '32');
  const shown = await depth.getAttribute('aria-valuenow');
  await expect(sentenceOf(page, 'depth')).toContainText(`At depth ${shown}`);
  await expect.poll(() => map.innerHTML()).not.toBe(deep);
});

test('points placed by hand are taken to where the network takes them', async ({ page }) => {
  await openSite(page);
  await expect(frame(page, 'denoising')).toBeAttached();
  await lookAt(page, 'denoising');
  const field = frame(page, 'denoising').getByRole('group', { name: /autoencoder/ });
  await expect(field).toHaveAccessibleDescription(/120 probe points/, { timeout: 30_000 });
  const box = await field.boundingBox();
  if (!box) throw new Error('The arrows are not on screen.');
  await page.mouse.click(box.x + box.width * 0.52, box.y + box.height * 0.25);
  await expect(field).toHaveAccessibleDescription(/121 probe points/);
  await page.getByRole('button', { name: 'Random points again' }).click();
  await expect(field).toHaveAccessibleDescription(/120 probe points/);
});

test('the price of a product of matrices walks to its rank', async ({ page }) => {
  await openSite(page);
  const layers = page.getByRole('slider', { name: 'Number of matrices in the product' });
  await layers.focus();
  const sentence = page.locator('#singular-values .sentence').last();
  await expect(sentence).toContainText('costs 5.01 a layer');
  await page.keyboard.press('End');
  await expect(sentence).toContainText('costs 2.997 a layer');
});

test('the measured window is drawn, and a number of points says where it lies', async ({
  page,
}) => {
  const { complaints } = await openSite(page);
  await page.locator('#window').scrollIntoViewIfNeeded();
  const points = page.getByRole('slider', { name: 'Number of points' });
  await expect(points).toBeVisible({ timeout: 20_000 });
  const sentence = page.locator('#window .sentence');
  const before = await sentence.textContent();
  await points.focus();
  await page.keyboard.press('Home');
  await expect(sentence).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'The cheapest minimum found' }).click();
  await expect(sentence).toContainText('the cheapest minimum found');
  expect(complaints).toEqual([]);
});

test('the article is told in Chinese as well', async ({ page }) => {
  const { complaints } = await openSite(page, 'language=zh');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.locator('.hero .sentence')).toContainText('依次相邻的条带');
  await expect(page.getByRole('heading', { name: '深度说了算' })).toBeAttached();
  for (const paragraph of await page.locator('.section p:not(.unseen), .section h2').all()) {
    expect(await paragraph.textContent()).toMatch(/\p{Script=Han}/u);
  }
  expect(complaints).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the ${scheme} article`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openSite(page);
    await lookAt(page, 'rank');
    await page.locator('#window').scrollIntoViewIfNeeded();
    await expect(page.getByRole('slider', { name: 'Number of points' })).toBeVisible({
      timeout: 20_000,
    });
    expect(await findings(page)).toEqual([]);
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing in the article is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openSite(page);
    for (const name of sections) await lookAt(page, name);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    // A formula that had to be scrolled would look as if it ended at the edge.
    const formulas = page.locator('.display-formula');
    expect(await formulas.count()).toBeGreaterThan(4);
    const cut = await formulas.evaluateAll((all) =>
      all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent),
    );
    expect(cut).toEqual([]);
  });
}

test('nothing below a sentence moves while its numbers change', async ({ page }) => {
  const { complaints } = await openSite(page);
  for (const name of ['depth', 'rank']) {
    await expect(frame(page, name)).toBeAttached();
    await lookAt(page, name);
    await expect(frame(page, name)).toHaveAttribute('data-source', 'live');
    const sentence = sentenceOf(page, name);
    await sentence.evaluate((it) => {
      const heights = new Set<number>();
      const texts = new Set<string>();
      new ResizeObserver(([{ borderBoxSize }]) => heights.add(borderBoxSize[0].blockSize)).observe(
        it,
      );
      new MutationObserver(() => texts.add(it.textContent ?? '')).observe(it, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { heights, texts });
    });
    const scrub = sentence.getByRole('slider').first();
    await scrub.focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(400);
    }
    const counted = () =>
      page.evaluate(() => {
        const { heights, texts } = globalThis as unknown as Record<string, Set<unknown>>;
        return { heights: heights.size, texts: texts.size };
      });
    await expect.poll(async () => (await counted()).texts).toBeGreaterThan(5);
    expect((await counted()).heights).toBe(1);
  }
  expect(complaints).toEqual([]);
});
