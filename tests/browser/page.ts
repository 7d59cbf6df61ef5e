/** The page as a visitor meets it: opening it, reading its figures, dragging its slider. */
import { expect, type Page } from '@playwright/test';

/** Host and port of the page under test, as in playwright.config.ts. */
export const here = `localhost:${process.env.TEST_PORT ?? 4321}`;

/** Opens the lab, or the view the query names, and collects everything that should not happen. */
export async function openPage(page: Page, query = ''): Promise<{ readonly complaints: string[] }> {
  const names = new URLSearchParams(query).has('view');
  return openSite(page, names ? query : `view=lab&${query}`);
}

/** Opens the site at this link and collects what should not happen: console output, errors, requests elsewhere. */
export async function openSite(page: Page, query = ''): Promise<{ readonly complaints: string[] }> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== here) {
      complaints.push(`request to ${host}`);
    }
  });
  await page.goto(`./?${query}`);
  return { complaints };
}

/** The text of one of the figures below the map, such as `tripoints`. */
export function figureOf(page: Page, name: string) {
  return page.locator(`[data-figure="${name}"]`);
}

/** The number a figure shows. */
export async function numberOf(page: Page, name: string): Promise<number> {
  const text = (await figureOf(page, name).textContent()) ?? '';
  return toNumber(text);
}

/** Reads a number as the page writes it: “12,000”, “98 %” or “98%”, “3.2 × 10⁻⁴”. */
export function toNumber(text: string): number {
  return Number(
    text
      .replaceAll(',', '')
      .replace(/\s?%/, '')
      .replace(' × 10', 'e')
      .replace(/[⁻⁰¹²³⁴-⁹]/g, digit),
  );
}

function digit(raised: string): string {
  return '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised)];
}

/** Drags the real slider with the mouse, through every depth on the way. */
export async function dragDepthTo(page: Page, depth: number): Promise<void> {
  const track = page.locator('.depth-track');
  const thumb = page.locator('.depth-thumb');
  const from = await thumb.boundingBox();
  const rail = await track.boundingBox();
  if (!from || !rail) throw new Error('The depth slider is not on screen.');
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(rail.x + (rail.width * (depth - 1)) / 47, y, { steps: 12 });
  await page.mouse.up();
  await expect(page.locator('.depth-value')).toHaveText(`L = ${depth}`);
}

/** Waits until the run on screen fits its data and is shown undimmed. */
export async function waitForFit(page: Page, timeout = 30_000): Promise<void> {
  await expect(page.locator('.main-view:not([data-outdated])')).toBeVisible({ timeout });
  await expect.poll(() => numberOf(page, 'accuracy'), { timeout }).toBeGreaterThan(95);
}
