import { expect, test } from '@playwright/test';
import { dragDepthTo, numberOf, openPage } from './page.ts';

const dataNames = [
  'paper-s',
  'inverted-s',
  'three-blobs',
  'four-blobs',
  'pinwheel',
  'rings',
  'xor',
  'spirals',
  'moons',
];

// Two seconds are a promise about the engine; other work on the machine may break it once.
test.describe.configure({ retries: 1 });

/** Trained anew, carried over, or taken from a file where one ships. */
const ways = {
  restart: { query: 'depthChange=restart&instant=off', dataNames },
  carry: { query: 'depthChange=carry', dataNames },
  instant: { query: 'instant=on', dataNames: ['paper-s', 'three-blobs'] },
};

for (const [way, { query, dataNames }] of Object.entries(ways)) {
  for (const data of dataNames) {
    test(`${data}: from depth 4 to 32 and back (${way}) nothing breaks and the fit comes back`, async ({
      page,
    }) => {
      const { complaints } = await openPage(page, `data=${data}&${query}&depth=4`);
      const regions = page.locator('.main-view svg path');
      const fits = async () =>
        (await page.locator('.main-view:not([data-outdated])').count()) === 1 &&
        (await numberOf(page, 'accuracy')) >= 99;
      await expect.poll(fits, { timeout: 20_000 }).toBe(true);
      for (const depth of [32, 4]) {
        await dragDepthTo(page, depth);
        expect(await regions.count()).toBeGreaterThan(2);
        await expect.poll(fits, { timeout: 2_000, intervals: [50] }).toBe(true);
        expect(Number.isNaN(await numberOf(page, 'loss'))).toBe(false);
        expect(await regions.count()).toBeGreaterThan(2);
      }
      expect(complaints).toEqual([]);
    });
  }
}

test('it is said of a network that it was carried over only where it was', async ({ page }) => {
  await openPage(page, 'data=paper-s&depthChange=carry&depth=2');
  const verdict = page.locator('.verdict');
  await expect(verdict).toContainText('tripoints', { timeout: 20_000 });
  await expect(verdict).not.toContainText('carried over');
  await dragDepthTo(page, 9);
  await expect(verdict).toContainText('begun at L = 2 and carried over', { timeout: 20_000 });
});

test('digits are carried on from a single layer, and the page says what did not fit through', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'data=digits&depthChange=carry&depth=1');
  await expect.poll(() => numberOf(page, 'step'), { timeout: 30_000 }).toBeGreaterThan(300);
  await expect(page.locator('.main-view:not([data-outdated])')).toHaveCount(1, { timeout: 30_000 });
  await dragDepthTo(page, 3);
  await expect(page.locator('.notice')).toContainText('best approximation', { timeout: 20_000 });
  await expect(
    page.getByRole('img', { name: /Layers of the network/ }),
  ).toHaveAccessibleDescription(/depth 3/);
  expect(complaints).toEqual([]);
});
