/** The page of sweeps: what many runs say about depth, and a bench to run more of them. */
import '../../design/charts.css';
import '../../design/controls.css';
import { SweepPage } from './SweepPage.tsx';

/** The page of sweeps, as something to render. */
export function open() {
  return <SweepPage />;
}
