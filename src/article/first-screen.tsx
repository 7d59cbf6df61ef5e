/**
 * The first screen as text, for the page to have it before any script is here. The build runs
 * this in Node and writes what it prints into index.html (scripts/vite-plugin-first-screen.ts):
 * the article as React would render it, with the settled run of its first figure. Only the
 * drawings are missing, whose size no one knows yet.
 */
import { readFile } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, setLanguage } from '../messages/index.ts';
import { openSnapshots } from '../snapshot/load.ts';
import { languageTags } from '../ui/language-of-link.ts';
import { createFigureLab } from './figure-lab.ts';
import { heroOptions } from './shared.ts';

/** What the page asks of a browser as it renders: the plain link, and a screen as most have it. */
const browser = {
  location: new URL('http://localhost/'),
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
};

/** Prints JSON: the HTML of the first screen by language. */
export async function main(): Promise<number> {
  Object.assign(globalThis, browser);
  // It reads from the browser as soon as it is here.
  const { Article } = await import('./Article.tsx');
  const screens: Partial<Record<Language, string>> = {};
  for (const language of Object.keys(languageTags) as Language[]) {
    await setLanguage(language);
    const hero = createFigureLab({ ...heroOptions, load: readSnapshots });
    await hero.show();
    if (!hero.store.getState().picture) throw new Error('There is no settled run to show.');
    screens[language] = renderToStaticMarkup(<Article hero={hero} />);
    hero.dispose();
  }
  process.stdout.write(JSON.stringify(screens));
  return 0;
}

async function readSnapshots(name: string) {
  return openSnapshots(name, await readFile(`public/runs/${name}.bin`));
}
