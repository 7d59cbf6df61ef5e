/**
 * Two experiments side by side: two labs, each with a worker of its own, under common controls.
 * Both come in with the link; what is changed goes back into it.
 */
import '../../design/controls.css';
import '../../design/masthead.css';
import '../../design/page.css';
import '../../design/tools.css';
import '../../design/compare.css';
import { ComparePage } from './ComparePage.tsx';
import { openComparison } from './comparison.ts';

/** The page of comparison, as something to render. */
export function open(query: string) {
  return <ComparePage comparison={openComparison(query)} />;
}
