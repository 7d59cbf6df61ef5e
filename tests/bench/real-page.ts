/** Opens the page itself, as a visitor does, and waits for Figure 2(d). */
import type { Browser } from '@playwright/test';

/** Milliseconds from navigation until the figures show the last step and the map is up to date. */
export async function openToSettled(browser: Browser, url: string, steps: number): Promise<number> {
  // A context of its own: nothing comes from an earlier visit's cache.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?view=lab&engine=wasm&instant=off&steps=${steps}`, {
      waitUntil: 'commit',
    });
    const settled = await page.waitForFunction(
      (last) => {
        const step = document.querySelector('[data-figure="step"]')?.textContent;
        const map = document.querySelector('.map-view:not([data-outdated]) svg path');
        // The clock of a page starts when its navigation does.
        return step === last && map !== null ? performance.now() : undefined;
      },
      steps.toLocaleString('en'),
      { timeout: 60_000 },
    );
    const milliseconds = await settled.jsonValue();
    if (milliseconds === undefined) throw new Error('The page never showed the last step.');
    return milliseconds;
  } finally {
    await context.close();
  }
}
