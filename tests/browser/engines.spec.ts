/** The checks of tests/engine/checks in a real browser's worker, on every engine it has. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import type { CheckEngine } from './engines/page.ts';
import { type SubjectName, subjectNames } from './engines/subjects.ts';

const configFile = fileURLToPath(new URL('engines/vite.config.ts', import.meta.url));

let server: PreviewServer;
let url: string;

test.beforeAll(async () => {
  await build({ configFile });
  server = await preview({ configFile });
  url = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(() => server?.close());

for (const name of subjectNames) {
  test(`${name} follows golden files, has the slope for its gradient and agrees with tfjs`, async ({
    page,
  }) => {
    await page.goto(url);
    await page.waitForFunction(() => 'checkEngine' in globalThis);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    test.skip(name === 'wasm-parallel' && cores < 2, 'It takes two cores to share the work.');
    const outcomes = await page.evaluate(
      (subject: SubjectName) =>
        (globalThis as unknown as { checkEngine: CheckEngine }).checkEngine(subject),
      name,
    );
    expect(outcomes.length).toBe(name === 'webgpu' ? 10 : 9);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
}
