/**
 * The page: React is known to this folder and to article/ alone. The entry looks at the link,
 * fetches the view it asks for, and renders it; each view is a chunk of its own, so that nobody
 * loads what they do not look at.
 *
 * site/ is what every view has (its name, language, theme), controls/ what somebody sets, pictures/
 * what hosts a chart, notes/ what the page says in words; the other folders are a view or a tool each.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/fonts.css';
import '../design/tokens.css';
import '../design/base.css';
import '../design/language.css';
// Those of the first screen, which is there before its view has loaded.
import '../design/charts.css';
import '../design/article.css';
import type { ReactNode } from 'react';
import { importTheRest } from './later.ts';
import { Boundary } from './site/Boundary.tsx';
import { Localised } from './site/Localised.tsx';
import { showLanguage } from './site/language.ts';
import { languageOfLink } from './site/language-of-link.ts';
import { showTheme, themeOfLink } from './site/theme.ts';
import { type SiteView, viewOfLink } from './view-of-link.ts';

/** Every view is opened with the query part of the link and gives what is to be rendered. */
interface ViewModule {
  open(query: string): ReactNode | Promise<ReactNode>;
}

const openLab = (): Promise<ViewModule> => import('./open-lab.tsx');

const views: Readonly<Record<SiteView, () => Promise<ViewModule>>> = {
  article: () => import('../article/index.tsx'),
  lab: openLab,
  embed: openLab,
  sweep: () => import('./sweep/index.tsx'),
  compare: () => import('./compare/index.tsx'),
};

const page = document.getElementById('page');
if (!page) throw new Error('The page has no element with the id “page”.');
showTheme(themeOfLink(location.search));
const root = createRoot(page);
const [{ open }] = await Promise.all([
  views[viewOfLink(location.search)](),
  showLanguage(languageOfLink(location.search)),
]);
const view = await open(location.search);
root.render(
  <StrictMode>
    <Localised>
      <Boundary>{view}</Boundary>
    </Localised>
  </StrictMode>,
);
// By now the first picture is on its way, and a quiet moment means that it has come.
setTimeout(() => void importTheRest(), 2000);
