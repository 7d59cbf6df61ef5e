/**
 * The first screen as text, for the page to have it before any script is here. The build runs
 * this in Node and writes what it prints into index.html (scripts/vite-plugin-first-screen.ts):
 * the article as React would render it, with the settled run of its first figure. Of the drawings
 * it has the class map alone, at two sizes: the others take whatever room a screen has.
 */
import { readFile } from 'node:fs/promises';
import { Window } from 'happy-dom';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawClassMap } from '../charts/class-map/class-map.ts';
import { type Language, setLanguage } from '../messages/index.ts';
import { openSnapshots } from '../snapshot/load.ts';
import { languageTags } from '../ui/site/language-of-link.ts';
import { createFigureLab } from './figure-lab.ts';
import { firstMaps } from './first-map.ts';
import { heroOptions } from './shared.ts';

/** What the page asks of a browser as it renders: the plain link, and a screen as most have it. */
const browser = {
  location: new URL('http://localhost/'),
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
};

/** Letters of the drawing, in pixels: those of charts in the usual theme. */
const textSize = 13;

/** Prints JSON: the HTML of the first screen by language. */
export async function main(): Promise<number> {
  Object.assign(globalThis, browser);
  // It reads from the browser as soon as it is here.
  const { Article } = await import('./Article.tsx');
  const { mapData } = await import('./panels.tsx');
  const screens: Partial<Record<Language, string>> = {};
  for (const language of Object.keys(languageTags) as Language[]) {
    await setLanguage(language);
    const hero = createFigureLab({ ...heroOptions, load: readSnapshots });
    await hero.show();
    const { picture } = hero.store.getState();
    if (picture?.kind !== 'classes') throw new Error('There is no settled run to show.');
    const map = mapData(picture);
    screens[language] = withMaps(renderToStaticMarkup(<Article hero={hero} />), (svg, size) =>
      drawClassMap(svg, map, { ...size, textSize, motion: false }),
    );
    hero.dispose();
  }
  process.stdout.write(JSON.stringify(screens));
  return 0;
}

async function readSnapshots(name: string) {
  return openSnapshots(name, await readFile(`public/runs/${name}.bin`));
}

type Draw = (svg: SVGSVGElement, size: { readonly width: number; readonly height: number }) => void;

/** The same screen with the drawings of its map, each beside the empty chart's own attributes. */
function withMaps(screen: string, draw: Draw): string {
  const { document } = new Window();
  document.body.innerHTML = screen;
  const empty = document.querySelector('.map-panel .chart-box > svg');
  if (!empty) throw new Error('The first screen has no map.');
  const maps = Object.entries(firstMaps).map(([name, size]) => {
    const svg = empty.cloneNode() as typeof empty;
    draw(svg as unknown as SVGSVGElement, size);
    svg.classList.add('first-map', name);
    for (const attribute of ['width', 'height', 'data-still']) svg.removeAttribute(attribute);
    return svg;
  });
  empty.replaceWith(...maps);
  return document.body.innerHTML;
}
