/** Keeps the address bar in step with what was chosen, so that copying it shares the experiment. */
import { type Choices, formatQuery } from '../experiment/index.ts';
import { viewOfLink } from './view-of-link.ts';

/** Browsers refuse more than about a hundred rewrites in half a minute, and a drag makes more. */
const pause = 300;

/** The address of these choices on this page; where they say nothing of an experiment it has to name the lab. */
export function linkTo(choices: Choices): string {
  const said = formatQuery(choices);
  const query = viewOfLink(said) === 'article' ? `view=lab${said && `&${said}`}` : said;
  return `${location.origin}${location.pathname}?${query}${location.hash}`;
}

/** Returns a function that shows the link, as it is by then, in the address bar once what was chosen rests. */
export function addressBar(link: () => string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, '', link()), pause);
  };
}
