/**
 * Where somebody was in the article, for when they reload it or come back from another view. The
 * browser's own memory is of no use there: it is asked before there is a story to scroll through.
 * The place is kept as a section and what of it was above the window, which holds when parts
 * further up come out at other heights.
 */

const key = 'rankfall-place';

/** Keeps the place whenever the page is left; returns what ends that. */
export function keepPlace(): () => void {
  const keep = () => {
    const begun = Array.from(document.querySelectorAll('.section[id]')).findLast(
      (section) => topOf(section) <= 1,
    );
    const above = Math.round(begun ? -topOf(begun) : scrollY);
    remember(`${begun?.id ?? ''} ${above}`);
    // Else the browser would go as far down as the first screen lets it, as if somebody had scrolled.
    history.scrollRestoration = 'manual';
  };
  const cameBack = () => {
    history.scrollRestoration = 'auto';
  };
  addEventListener('pagehide', keep);
  addEventListener('pageshow', cameBack);
  return () => {
    removeEventListener('pagehide', keep);
    removeEventListener('pageshow', cameBack);
  };
}

/** What goes to the place that was kept; undefined where this is a new visit. */
export function wayToKeptPlace(): (() => void) | undefined {
  history.scrollRestoration = 'auto';
  const [visit] = performance.getEntriesByType('navigation');
  const isReturn =
    visit instanceof PerformanceNavigationTiming && /reload|back_forward/.test(visit.type);
  const [part, above] = (isReturn ? remembered() : '').split(' ');
  if (!above) return undefined;
  return () => {
    const section = part === '' ? null : document.getElementById(part);
    scrollTo(0, Number(above) + (section ? scrollY + topOf(section) : 0));
  };
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

// A browser may forbid the page to remember anything.
function remember(place: string): void {
  try {
    sessionStorage.setItem(key, place);
  } catch {}
}

function remembered(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
