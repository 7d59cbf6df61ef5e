import { expect, type Page, test } from '@playwright/test';
import { openPage } from './page.ts';

const status = (page: Page) => page.locator('.progress-words, .run-words');

/** Fills the form in for two depths and two seeds of few steps. */
async function designTinySweep(page: Page, steps: number): Promise<void> {
  await page.getByLabel('Depths L').fill('2, 4');
  await page.getByLabel('Seeds', { exact: true }).fill('0-1');
  await page.getByLabel('Step budget').fill(String(steps));
}

/** The cells that the page says are finished. */
async function finishedCells(page: Page): Promise<number> {
  const text = (await status(page).textContent()) ?? '';
  return Number(/(\d+) of \d+ cells/.exec(text)?.[1] ?? Number.NaN);
}

test('a sweep is cancelled, survives a reload and goes on without losing a finished cell', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'view=sweep');
  await designTinySweep(page, 30_000);
  await expect(page.locator('.design-cost')).toContainText('4 cells');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => finishedCells(page), { timeout: 40_000 }).toBeGreaterThanOrEqual(1);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const before = await finishedCells(page);
  expect(before).toBeGreaterThanOrEqual(1);
  expect(before).toBeLessThan(4);

  await page.reload();
  await expect(status(page)).toContainText(`${before} of 4 cells`);
  await expect(page.locator('.depth-figure').first().locator('a.mark')).toHaveCount(before);
  const goOn = page.getByRole('button', { name: /^Continue/ });
  await goOn.click();
  await expect.poll(() => finishedCells(page), { timeout: 60_000 }).toBe(4);
  await expect(goOn).toHaveCount(0);
  await expect(page.locator('.depth-figure').first().locator('a.mark')).toHaveCount(4);
  expect(complaints).toEqual([]);
});

/** What the browser has stored of the cells: when each was computed is as good as in how many seconds. */
async function storedCells(page: Page): Promise<{ key: string; seconds: number }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('rankfall-sweeps');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('results').objectStore('results').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ key, seconds }) => ({ key, seconds })));
          };
        };
      }),
  );
}

test('a reload in the middle of a running sweep loses no cell that was counted, and none is computed again', async ({
  page,
}) => {
  await openPage(page, 'view=sweep&data=paper-s&width=12');
  await page.getByLabel('Depths L').fill('2-7');
  await page.getByLabel('Seeds', { exact: true }).fill('0-3');
  await page.getByLabel('Step budget').fill('20000');
  await expect(page.locator('.design-cost')).toContainText('24 cells');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => finishedCells(page), { timeout: 40_000 }).toBeGreaterThanOrEqual(3);
  await expect(page.getByRole('progressbar')).toHaveCount(1);
  const counted = await finishedCells(page);
  expect(counted).toBeLessThan(24);
  await page.reload();

  // Cells that came in between the count and the reload are there as well.
  const goOn = page.getByRole('button', { name: /^Continue/ });
  await expect(goOn).toBeVisible();
  const found = await finishedCells(page);
  expect(found).toBeGreaterThanOrEqual(counted);
  const before = await storedCells(page);
  expect(before).toHaveLength(found);
  await expect(page.locator('.depth-figure').first().locator('a.mark')).toHaveCount(found);

  await goOn.click();
  await expect.poll(() => finishedCells(page), { timeout: 60_000 }).toBe(24);
  const after = await storedCells(page);
  expect(new Set(after.map(({ key }) => key)).size).toBe(24);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('a stored sweep of an older page is said to begin anew, and keeps its cells beside the new ones', async ({
  page,
}) => {
  await openPage(page, 'view=sweep');
  await designTinySweep(page, 300);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => finishedCells(page), { timeout: 40_000 }).toBe(4);
  // Other defaults give another name: as if these cells had been computed under those.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rankfall-sweeps');
        opening.onsuccess = () => {
          const change = opening.result.transaction(['sweeps', 'results'], 'readwrite');
          const [sweeps, results] = ['sweeps', 'results'].map((name) => change.objectStore(name));
          sweeps.getAll().onsuccess = ({ target }) => {
            const [record] = (target as IDBRequest).result;
            sweeps.delete(record.id);
            sweeps.put({ ...record, id: 'own-older' });
          };
          results.getAll().onsuccess = ({ target }) => {
            const [first] = (target as IDBRequest).result;
            results.clear();
            results.put(first, ['own-older', first.key]);
          };
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          change.onerror = () => reject(change.error);
        };
      }),
  );
  await page.goto('./?view=lab');
  await openPage(page, 'view=sweep#own-older');
  await expect(status(page)).toContainText('1 of 4 cells are kept');
  await expect(status(page)).toContainText('begins anew');
  await expect(page.getByRole('button', { name: /^Continue/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Recompute here/ }).click();
  await expect.poll(() => finishedCells(page), { timeout: 40_000 }).toBe(4);
  await expect(status(page)).toContainText('none of them is computed again');
  await page.getByRole('button', { name: /1 of 4 cells/ }).click();
  await expect(status(page)).toContainText('begins anew');
});

test('a sweep pauses and goes on, and its cells open as live runs in the lab', async ({ page }) => {
  await openPage(page, 'view=sweep&data=paper-s&width=12');
  // Long enough to be paused on any machine, and small enough to be over soon.
  await designTinySweep(page, 40_000);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(status(page)).toContainText('paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => finishedCells(page), { timeout: 60_000 }).toBe(4);

  const mark = page.locator('.depth-figure').first().locator('a.mark').last();
  const address = (await mark.getAttribute('href')) ?? '';
  expect(address).toContain('view=lab');
  expect(address).toContain('width=12');
  expect(address).toContain('steps=40000');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Depth of the network, in layers' })).toHaveValue(
    '4',
  );
});
