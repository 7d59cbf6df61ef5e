/** Links from one view of the site to another. They keep the language and the theme of the present link. */
import type { SiteView } from '../view-of-link.ts';

const kept = ['language', 'theme'] as const;

/** The address of a view, relative to the page, with the query part of an experiment's link. */
export function siteLink(view: SiteView, experiment = ''): string {
  const query = new URLSearchParams(experiment);
  const present = new URLSearchParams(location.search);
  for (const name of kept) {
    const value = present.get(name);
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  query.delete('view');
  const parameters = query.toString();
  if (view === 'article') return parameters === '' ? './' : `./?${parameters}`;
  return `?view=${view}${parameters === '' ? '' : `&${parameters}`}`;
}
