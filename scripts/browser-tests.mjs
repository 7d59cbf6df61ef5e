/** The browser tests alone, on the page as it was built last. Arguments go to Playwright. */
import { findBrowser } from './find-browser.mjs';
import { runStep } from './steps.mjs';

const { code } = await runStep('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  CHROMIUM_PATH: await findBrowser(),
});
process.exitCode = code;
