/**
 * Writes the first screen of the article into the page, in every language, with the styles of the
 * entry beside it, so that it can be read as soon as the page itself is here. A script of a few
 * lines shows it where the link asks for the article, and has the page's own script wait until it
 * is painted; React puts the living one in its place.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin, Rolldown } from 'vite';
import { inlined } from './vite-plugin-preload.ts';

/**
 * A stylesheet of the entry, as the build refers to it. The link stays, disabled and therefore not
 * fetched: whoever imports a view looks there for styles that are here already.
 */
const stylesheet = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g;
/** The script of the page, which the build puts into the head. */
const entry = /<script type="module"[^>]* src="(\.\/[^"]+)"><\/script>/;

const place = '<div id="page"></div>';

/** @param screens the module whose `main` prints the HTML of the screen by language, from the root of the project */
export function firstScreen(screens: string): Plugin {
  let root = '';
  return {
    name: 'first-screen',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        if (!html.includes(place)) throw new Error(`The page has no ${place}.`);
        const main = html.match(entry)?.[1];
        if (!main) throw new Error('The page has no script.');
        const run = [resolve(root, 'scripts/run.mjs'), resolve(root, screens)];
        const { stdout } = await promisify(execFile)(process.execPath, run, { cwd: root });
        const byLanguage: Record<string, string> = JSON.parse(stdout);
        const templates = Object.entries(byLanguage).map(
          ([language, screen]) => `<template id="screen-${language}">${screen}</template>`,
        );
        const script = `{${await inlined(resolve(root, 'src/ui/site/language-of-link.ts'))}
const start = () => import('${main}');
if (document.documentElement.dataset.view !== 'article') start();
else {
  const language = languageFor(languageOfLink(location.search));
  document.documentElement.lang = languageTags[language];
  const { content } = document.getElementById('screen-' + language);
  document.getElementById('page').append(content);
  // Nothing is painted in a tab that is out of sight.
  if (document.visibilityState === 'hidden') start();
  else requestAnimationFrame(() => setTimeout(start));
}
}`;
        return html
          .replace(entry, `<link rel="modulepreload" crossorigin href="${main}">`)
          .replace(
            stylesheet,
            (link, path: string) => `${link.replace('<link', '<link disabled')}
    <style>${styleIn(bundle, path)}</style>`,
          )
          .replace(place, () => [place, ...templates, `<script>${script}</script>`].join('\n    '));
      },
    },
  };
}

/** The text of a stylesheet, as part of a page in the folder above it. */
function styleIn(bundle: Rolldown.OutputBundle, path: string): string {
  const file = bundle[path];
  if (file?.type !== 'asset') throw new Error(`The build has no stylesheet ${path}.`);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return String(file.source).replaceAll('url(./', `url(./${folder}`);
}
