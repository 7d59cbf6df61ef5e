import { expect, type Page, test } from '@playwright/test';
import { figureOf, openPage } from './page.ts';

/** The pixel of a place of the class map. */
async function placeOnMap(page: Page, x: number, y: number): Promise<[number, number]> {
  const box = await page.locator('.class-map .field').boundingBox();
  if (!box) throw new Error('The class map is not on screen.');
  return [box.x + (box.width * (x + 3)) / 6, box.y + (box.height * (3 - y)) / 6];
}

async function stroke(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...(await placeOnMap(page, ...from)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOnMap(page, ...to)), { steps: 12 });
  await page.mouse.up();
}

const count = (page: Page) =>
  page
    .locator('.own-count')
    .textContent()
    .then((text) => Number.parseInt(text ?? '', 10) || 0);

/** Opens the lab with the tools for own points. */
async function openTools(page: Page, query = 'data=own'): Promise<string[]> {
  const { complaints } = await openPage(page, query);
  await expect(page.locator('.own-data')).toBeVisible();
  await expect(page.locator('.class-map .field')).toBeAttached();
  return complaints;
}

test('points are brushed in classes, trained on and kept in the link', async ({ page }) => {
  const complaints = await openTools(page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.locator('.own-data')).toContainText('Draw at least one point');
  for (const [name, y] of [
    ['Class A', 1.6],
    ['Class B', 0],
    ['Class C', -1.6],
  ] as const) {
    await page.getByRole('radio', { name }).click();
    await stroke(page, [-2, y], [2, y]);
  }
  const drawn = await count(page);
  expect(drawn).toBeGreaterThan(40);
  await expect(figureOf(page, 'accuracy')).toHaveText('100 %', { timeout: 30_000 });
  await expect(page).toHaveURL(/ownPoints=1[\w-]+/);
  // The address follows once the choices rest.
  await page.waitForTimeout(800);

  await page.goto(page.url());
  await expect(page.locator('.own-count')).toHaveText(`${drawn} points`);
  await expect(figureOf(page, 'accuracy')).toHaveText('100 %', { timeout: 30_000 });
  expect(complaints).toEqual([]);
});

test('points are dragged, rubbed out and added by keyboard', async ({ page }) => {
  await openTools(page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  const field = page.getByRole('button', { name: /Add a point|point/ }).first();
  await page.locator('.class-map .field').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.own-count')).toHaveText('1 point');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.own-count')).toHaveText('2 points');
  await expect(field).toBeAttached();

  await page.getByRole('radio', { name: 'Move' }).click();
  const before = page.url();
  await stroke(page, [0, 0], [-2, 2]);
  await expect.poll(() => page.url()).not.toBe(before);
  const [x] = await placeOnMap(page, -2, 2);
  await expect
    .poll(async () => {
      const box = await page.locator('.class-map .grips circle').first().boundingBox();
      return Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - x);
    })
    .toBeLessThan(4);

  await page.getByRole('radio', { name: 'Erase' }).click();
  await stroke(page, [-2.5, 2], [-1.5, 2]);
  await expect(page.locator('.own-count')).toHaveText('1 point');
  await page.locator('.class-map .grips circle').first().focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('.own-count')).toHaveText('No points yet');
});

test('the points of another data set are a place to begin', async ({ page }) => {
  await openPage(page, 'data=three-blobs&points=60');
  await page.getByRole('button', { name: 'Edit the points' }).click();
  await expect(page.locator('.own-count')).toHaveText('60 points');
  await expect(page).toHaveURL(/data=own/);
});

test('a table is taken over, scaled and renamed, and one with mistakes is refused by line', async ({
  page,
}) => {
  await openTools(page);
  await page.getByRole('button', { name: 'Table…' }).click();
  const table = page.getByRole('textbox', { name: 'Table of the points' });
  await table.fill('x,y,class\n1,2,oak\nNaN,1,elm\n3\n');
  await page.getByRole('button', { name: 'Take these points' }).click();
  const problems = page.getByRole('alert');
  await expect(problems).toContainText('Nothing was taken over.');
  await expect(problems).toContainText('Line 3: “NaN” is not a finite number.');
  await expect(problems).toContainText('Line 4 has 1 column');
  await expect(page.locator('.own-count')).toHaveText('24 points');

  await table.fill('x,y,class\n100,200,oak\n300,250,elm\n200,"300",oak\n');
  await page.getByRole('button', { name: 'Take these points' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const outcome = page.locator('.own-outcome');
  await expect(outcome).toContainText('3 points were taken over.');
  await expect(outcome).toContainText('oak → A and elm → B');
  await expect(outcome).toContainText('multiplied by 0.027');
  await expect(page.locator('.own-count')).toHaveText('3 points');
});

test('tables can be dropped on the map, pasted, and saved', async ({ page }) => {
  await openTools(page);
  await page.locator('.map-view').evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File(['-2,0,A\n2,0,B\n0,2,C\n'], 'points.csv', { type: 'text/csv' }));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await expect(page.locator('.own-count')).toHaveText('3 points');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '-2\t0\tA\n2\t0\tB');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
    );
  });
  await expect(page.locator('.own-count')).toHaveText('2 points');
  await page.getByRole('button', { name: 'Table…' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect((await saved).suggestedFilename()).toBe('rankfall-points.csv');
});

test('a link whose points are broken says so and opens with others', async ({ page }) => {
  await openPage(page, 'data=own&ownPoints=1zzzz');
  await expect(page.locator('.notices')).toContainText('1zzzz');
  await expect(page.locator('.own-count')).toHaveText('24 points');
});

test('2,000 points stay within a link and within a frame', async ({ page }) => {
  await openTools(page);
  const rows = Array.from(
    { length: 2000 },
    (_, i) => `${3 * Math.sin(i * 12.9898)},${3 * Math.cos(i * 78.233)},${'ABCD'[i % 4]}`,
  );
  await page.getByRole('button', { name: 'Table…' }).click();
  await page.getByRole('textbox', { name: 'Table of the points' }).fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Take these points' }).click();
  await expect(page.locator('.own-count')).toHaveText('2000 points');
  await expect(page.locator('.own-outcome')).toContainText('2000 points are the most');
  await expect.poll(() => page.url().length).toBeGreaterThan(3000);
  expect(page.url().length).toBeLessThan(8000);
});
