/** Which part of the site a link opens. It reads no more of the link than that, so that nothing else has to load first. */

/** The names of the field `view` in src/experiment. */
export const siteViews = ['article', 'lab', 'embed', 'sweep', 'compare'] as const;
export type SiteView = (typeof siteViews)[number];

/** Parameters that say how the site is read, not what is run. */
const aboutThePage = new Set(['view', 'language', 'theme']);

/**
 * The view that the query part of a link asks for. A link that describes an experiment but names
 * no view opens the lab, as such links always did; one that says nothing opens the article.
 */
export function viewOfLink(query: string): SiteView {
  const parameters = new URLSearchParams(query);
  const asked = parameters.getAll('view').at(-1);
  const known = siteViews.find((view) => view === asked);
  if (known) return known;
  const saysMore = [...parameters.keys()].some((name) => !aboutThePage.has(name));
  return saysMore || asked !== undefined ? 'lab' : 'article';
}
