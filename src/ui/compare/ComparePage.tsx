import { SiteNav } from '../SiteNav.tsx';

/** The whole page of comparison. */
export function ComparePage() {
  return <SiteNav here="compare" />;
}
