/** Two experiments side by side: two labs, each with a worker of its own, under common controls. */
import '../../design/charts.css';
import '../../design/controls.css';
import { ComparePage } from './ComparePage.tsx';

/** The page of comparison, as something to render. */
export function open() {
  return <ComparePage />;
}
