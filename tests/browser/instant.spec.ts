import { expect, type Page, test } from '@playwright/test';
import { dragDepthTo, figureOf, numberOf, openPage } from './page.ts';

const badge = (page: Page, source: 'file' | 'live') =>
  page.locator(`.source-badge[data-source="${source}"]`);

/** Moves the slider with the keyboard and gives the milliseconds until the settled picture is on screen. */
async function millisecondsToSettled(page: Page, key: string, depth: number): Promise<number> {
  const slider = page.getByRole('slider', { name: 'Depth' });
  await slider.focus();
  await page.evaluate((wanted) => {
    const clock: { milliseconds?: number } = {};
    Object.assign(globalThis, { clock });
    const isThere = () =>
      document.querySelector('.depth-value')?.textContent === `L = ${wanted}` &&
      document.querySelector('.source-badge[data-source="file"]') !== null &&
      document.querySelector('.main-view:not([data-outdated]) svg path') !== null;
    const onKey = () => {
      const pressed = performance.now();
      const look = () => {
        if (isThere()) clock.milliseconds = performance.now() - pressed;
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener('keydown', onKey, { once: true, capture: true });
  }, depth);
  await page.keyboard.press(key);
  const settled = await page.waitForFunction(
    () => (globalThis as unknown as { clock: { milliseconds?: number } }).clock.milliseconds,
  );
  return (await settled.jsonValue()) ?? Number.POSITIVE_INFINITY;
}

test('a depth is answered by its settled run at once, and training goes on from there', async ({
  page,
}) => {
  const { complaints } = await openPage(page);
  await expect(badge(page, 'file')).toHaveText('settled, from file');
  await expect(figureOf(page, 'bottleneck-rank')).toHaveText('1');
  await expect(figureOf(page, 'tripoints')).toHaveText('0');
  await expect(page.locator('.verdict')).toContainText('ordered bands');

  // Settled, and before the file's rest is over.
  const times = [
    await millisecondsToSettled(page, 'ArrowRight', 10),
    await millisecondsToSettled(page, 'ArrowRight', 11),
    await millisecondsToSettled(page, 'ArrowLeft', 10),
  ];
  expect(Math.min(...times)).toBeLessThan(300);
  expect(await numberOf(page, 'accuracy')).toBe(100);

  const loss = await numberOf(page, 'loss');
  const step = await numberOf(page, 'step');
  await expect(badge(page, 'live')).toBeVisible();
  await expect.poll(() => numberOf(page, 'step')).toBeGreaterThan(step);
  // It was at a minimum, so that training on must not throw it out.
  await expect(figureOf(page, 'step')).toHaveText(/8,?000/, { timeout: 20_000 });
  expect(await numberOf(page, 'loss')).toBeLessThan(1.1 * loss);
  await expect(figureOf(page, 'bottleneck-rank')).toHaveText('1');
  expect(complaints).toEqual([]);
});

test('“Restart” trains from the start, and the next depth is settled again', async ({ page }) => {
  await openPage(page);
  await expect(badge(page, 'file')).toBeVisible();
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(badge(page, 'live')).toBeVisible();
  await expect.poll(() => numberOf(page, 'step')).toBeLessThan(6400);
  await dragDepthTo(page, 4);
  await expect(badge(page, 'file')).toBeVisible();
});

test('a changed hyperparameter and carried networks are trained live', async ({ page }) => {
  await openPage(page, 'seed=3');
  await expect(badge(page, 'live')).toBeVisible();
  await openPage(page, 'depthChange=carry');
  await expect(badge(page, 'live')).toBeVisible();
  await openPage(page, 'instant=off');
  await expect(badge(page, 'live')).toBeVisible();
});

test('a broken file is told of in a notice, and training takes its place', async ({ page }) => {
  await page.route('**/runs/paper-s.bin', (route) =>
    route.fulfill({ body: Buffer.from('not what was expected') }),
  );
  await openPage(page);
  await expect(page.locator('.notice')).toContainText('The network is trained here instead', {
    timeout: 20_000,
  });
  await expect(badge(page, 'live')).toBeVisible();
  await expect.poll(() => numberOf(page, 'accuracy'), { timeout: 30_000 }).toBeGreaterThan(95);
});

test('where the files are missing altogether, the page trains all the same', async ({ page }) => {
  await page.route('**/runs/*.bin', (route) => route.fulfill({ status: 404, body: '' }));
  await openPage(page, 'data=three-blobs');
  await expect(page.locator('.notice')).toContainText('could not be fetched', { timeout: 20_000 });
  await expect.poll(() => numberOf(page, 'accuracy'), { timeout: 30_000 }).toBeGreaterThan(95);
});
