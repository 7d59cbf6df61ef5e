/** Times the engines against others in a headless browser; see tests/bench/run.ts. */
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';
import { runStep } from './steps.mjs';

const run = fileURLToPath(new URL('run.mjs', import.meta.url));
const entry = fileURLToPath(new URL('../tests/bench/run.ts', import.meta.url));

const { code } = await runStep(process.execPath, [run, entry, ...process.argv.slice(2)], {
  CHROMIUM_PATH: await findBrowser(),
});
process.exitCode = code;
