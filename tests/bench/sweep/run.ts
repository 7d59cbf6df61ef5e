/**
 * `node scripts/run.mjs tests/bench/sweep/run.ts [ROUNDS]`: how much more a sweep gets done with
 * two workers than with one, in a headless Chromium. The two take turns, so that whatever else the
 * machine does falls on both; still, only a quiet machine with two processors says what they can.
 */
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, type InlineConfig, preview } from 'vite';
import { median } from '../median.ts';
import type { TimeOf } from './page.ts';

const config: InlineConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { target: 'es2023', outDir: 'build', emptyOutDir: true },
  worker: { format: 'es' },
};
const cells = 48;
/** What two workers should do of one's work, on a quiet machine. */
const bar = 1.7;
/** Below this the second worker is not at work at all, however busy the machine. */
const least = 1.3;

export async function main([rounds = '5']: string[]): Promise<number> {
  await build(config);
  const server = await preview(config);
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-gpu'],
  });
  try {
    const url = server.resolvedUrls?.local[0];
    if (url === undefined) throw new Error('The preview server has no address.');
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'timeOf' in globalThis);
    const time = (workers: number) =>
      page.evaluate(
        ([count, all]) => (globalThis as unknown as { timeOf: TimeOf }).timeOf(count, all),
        [workers, cells] as const,
      );
    await time(2);
    const ratios: number[] = [];
    for (let round = 0; round < Number(rounds); round++) {
      const one = await time(1);
      const two = await time(2);
      ratios.push(one / two);
      console.log(
        `one worker ${one.toFixed(0)} ms, two ${two.toFixed(0)} ms: ${(one / two).toFixed(2)}`,
      );
    }
    const ratio = median(ratios);
    console.log(
      `Median: two workers do ${ratio.toFixed(2)} times as much as one (${availableParallelism()} processors, load ${loadavg()[0].toFixed(1)}).`,
    );
    console.log(`The bar of ${bar} is ${ratio >= bar ? 'met' : 'not met'}.`);
    if (ratio < least) console.log(`Below ${least} the second worker was hardly at work.`);
    return ratio >= least ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}
