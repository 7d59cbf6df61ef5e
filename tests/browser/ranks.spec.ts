/** Ranks of every layer, why they are read centred, and the closer look at the other tasks. */
import { expect, type Locator, test } from '@playwright/test';
import { figureOf, numberOf, openPage } from './page.ts';

test('every layer’s rank is shown in four ways, and the switch shows why centring matters', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'depth=9&instant=off');
  await expect.poll(() => numberOf(page, 'step'), { timeout: 60_000 }).toBe(8000);
  await page.locator('.ranks-view').scrollIntoViewIfNeeded();
  const activations = page.getByRole('img', { name: 'Ranks of each layer: Activations Z' });
  await expect(activations).toHaveAccessibleDescription(/above threshold: .*, 1, 1, 1/);
  await expect(activations).toHaveAccessibleDescription(/The bottleneck is at layer \d/);
  await expect(figureOf(page, 'network-ranks')).toContainText('bottleneck: rank 1');

  await page.getByText('Centre the activations').click();
  await expect(page).toHaveURL(/centring=raw/);
  await expect(figureOf(page, 'centring')).toContainText(/show rank 2; centred, 1/);
  await expect(
    page.getByRole('img', { name: 'Singular values of the activations as they are' }),
  ).toBeVisible();
  await expect(figureOf(page, 'bottleneck-rank')).toHaveText('1');

  await page.getByText('As a table').click();
  await expect(page.locator('.ranks-table tbody tr')).toHaveCount(9);
  await page.getByText('Centre the activations').click();
  await expect(page).not.toHaveURL(/centring/);
  await expect(figureOf(page, 'centring')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('an autoencoder on a curve is bracketed between its ranks', async ({ page }) => {
  const { complaints } = await openPage(page, 'data=circle&depth=6&steps=3000&instant=off');
  await expect.poll(() => numberOf(page, 'step'), { timeout: 80_000 }).toBe(3000);
  await page.locator('.closer-look').scrollIntoViewIfNeeded();
  await expect(figureOf(page, 'schatten')).toContainText('holds', { timeout: 20_000 });
  await expect(figureOf(page, 'jacobians')).toContainText(
    'at all 300 data points and 2304 points of a grid',
  );
  await expect(
    page.getByRole('img', { name: /Singular values of the Jacobian/ }),
  ).toHaveAccessibleDescription(
    /over 2604 points: s₁ from .*; s₂ from .* At a point of the largest/,
  );
  await expect(
    page.getByRole('img', { name: /first two principal directions/ }),
  ).toHaveAccessibleDescription(/300/);
  expect(complaints).toEqual([]);
});

test('a network that imitates a teacher is bracketed between its ranks', async ({ page }) => {
  const { complaints } = await openPage(
    page,
    'task=rank-recovery&trueRank=2&inputDimension=10&outputDimension=10&depth=6&width=32&points=100&steps=2500',
  );
  await expect.poll(() => numberOf(page, 'step'), { timeout: 80_000 }).toBe(2500);
  await page.locator('.closer-look').scrollIntoViewIfNeeded();
  await expect(figureOf(page, 'schatten')).toContainText('holds', { timeout: 20_000 });
  // A few are seen first, then all.
  await expect(figureOf(page, 'jacobians')).toContainText('at all 100 data points', {
    timeout: 20_000,
  });
  await expect(page.getByRole('img', { name: /Jacobian rank/ })).toHaveAccessibleDescription(
    /Jacobian rank [23], bottleneck rank [23]/,
  );
  expect(complaints).toEqual([]);
});

test('‖θ‖²/L walks towards the ranks as the depth grows, and what other depths paid stays in sight', async ({
  page,
}) => {
  const { complaints } = await openPage(page, 'depth=4');
  await page.locator('.bracket-view').scrollIntoViewIfNeeded();
  const bracket = page.getByRole('img', { name: /Jacobian rank/ });
  await expect(bracket).toHaveAccessibleDescription(/‖θ‖²\/L is 1\d\.?\d*,/, { timeout: 20_000 });
  await expect(bracket).not.toHaveAccessibleDescription(/came to rest/);
  const slider = page.getByRole('slider', { name: 'Depth' });
  await slider.focus();
  for (let depth = 5; depth <= 9; depth++) {
    await page.keyboard.press('ArrowRight');
    await expect(bracket).toHaveAccessibleDescription(new RegExp(`for L = ${depth - 1}`));
    await expect(bracket).toHaveAccessibleDescription(/which holds/, { timeout: 20_000 });
  }
  const words =
    (await bracket.evaluate(
      (svg) => document.getElementById(svg.getAttribute('aria-describedby') ?? '')?.textContent,
    )) ?? '';
  const paid = [...words.matchAll(/([\d.]+) for L = \d/g)].map(([, cost]) => Number(cost));
  expect(paid).toHaveLength(5);
  expect(paid).toEqual(paid.toSorted((a, b) => b - a));
  expect(complaints).toEqual([]);
});

/** Where the data points of a chart are, in pixels of the page. */
function pointsOf(chart: Locator): Promise<{ readonly x: number; readonly y: number }[]> {
  return chart.evaluate((svg) => {
    const { left, top } = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('.points path')].flatMap((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({
        x: left + Number(x),
        y: top + Number(y),
      })),
    );
  });
}

test('a place of the class map is marked on the line, and a point of the line on the map', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 2600 });
  const { complaints } = await openPage(page, 'depth=9');
  const map = page.getByRole('img', { name: 'Class map' });
  const line = page.getByRole('img', { name: 'The data on the line' });
  await expect(line).toHaveAccessibleDescription(/39 points/, { timeout: 20_000 });
  const readOut = line.locator('.read-out-text');
  const pin = line.locator('.marker .pin');
  const ring = map.locator('.marker .ring');
  await expect(readOut).toHaveCount(0);

  const [onMap] = await pointsOf(map);
  await page.mouse.move(onMap.x, onMap.y, { steps: 5 });
  await expect(readOut).toContainText('class A');
  await expect(pin).toHaveAttribute('d', /^M/);
  const there = await pin.getAttribute('d');

  const corner = await map.boundingBox();
  if (!corner) throw new Error('The class map is not on screen.');
  await page.mouse.move(corner.x + 0.9 * corner.width, corner.y + 0.5 * corner.height, {
    steps: 5,
  });
  await expect(readOut).toHaveCount(0);
  await expect(pin).toHaveAttribute('d', /^M/);
  await expect(pin).not.toHaveAttribute('d', there ?? '');

  const [onLine] = await pointsOf(line);
  await page.mouse.move(onLine.x, onLine.y, { steps: 5 });
  await expect(ring).toHaveAttribute('d', /^M/);
  await expect(pin).not.toHaveAttribute('d', /^M/);
  const ringed = await ring.evaluate((path) => {
    const { left, top, width, height } = path.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const nearest = (await pointsOf(map)).map(({ x, y }) => Math.hypot(x - ringed.x, y - ringed.y));
  expect(Math.min(...nearest)).toBeLessThan(3);
  await page.mouse.move(5, 5);
  await expect(ring).toHaveCount(0);
  expect(complaints).toEqual([]);
});
