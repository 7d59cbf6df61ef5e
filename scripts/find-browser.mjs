/**
 * Finds a Chromium for the browser tests and says what it did. In this order: CHROMIUM_PATH, an
 * installed Chrome or Chromium, Playwright's own download, and Debian's package when root.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runStep } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...places].find((path) => existsSync(path));
}

/** Path of a browser; throws an Error that says what to do where there is none. */
export async function findBrowser() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (!existsSync(wished)) throw new Error(`CHROMIUM_PATH is ${wished}, where there is no file.`);
    console.log(`Browser: ${wished}, from CHROMIUM_PATH.`);
    return wished;
  }
  const found = installed();
  if (found) {
    console.log(`Browser: ${found}, installed here.`);
    return found;
  }
  const downloaded = chromium.executablePath();
  if (!existsSync(downloaded)) {
    console.log('No Chrome or Chromium is installed; downloading the one Playwright offers.');
    await runStep('npx', ['playwright', 'install', 'chromium']);
  }
  if (existsSync(downloaded)) {
    console.log(`Browser: ${downloaded}, downloaded by Playwright.`);
    return downloaded;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('The download failed; installing Debian’s chromium with apt-get.');
    await runStep('apt-get', ['update', '-qq']);
    await runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    const fresh = installed();
    if (fresh) {
      console.log(`Browser: ${fresh}, installed just now.`);
      return fresh;
    }
  }
  throw new Error('No browser was found. Install Chrome or Chromium, or set CHROMIUM_PATH.');
}
