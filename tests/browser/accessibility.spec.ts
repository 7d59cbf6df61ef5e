import { expect, test } from '@playwright/test';
import { findings } from './axe.ts';
import { openPage, waitForFit } from './page.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the ${scheme} lab, with every group open`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openPage(page);
    await waitForFit(page);
    for (const button of await page.locator('.group-button').all()) {
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    }
    expect(await findings(page)).toEqual([]);
  });

  test(`axe finds nothing serious in the ${scheme} embed`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openPage(page, 'view=embed&depth=4');
    await expect(page.locator('.main-view svg path').first()).toBeAttached();
    expect(await findings(page)).toEqual([]);
  });
}

test('every chart says in words what it shows now', async ({ page }) => {
  await openPage(page, 'depth=2&steps=200000');
  await waitForFit(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('img', { name: 'Class map' })).toHaveAccessibleDescription(
    /[2-4] tripoints/,
    { timeout: 20_000 },
  );
  for (const chart of await page.getByRole('img').all()) {
    await expect(chart).toHaveAccessibleDescription(/\d/);
  }
});

for (const width of [320, 390, 768, 1440]) {
  test(`nothing is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page, 'depth=9');
    await expect(page.locator('.main-view svg path').first()).toBeAttached();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
