import { SiteNav } from '../SiteNav.tsx';

/** The whole page of sweeps. */
export function SweepPage() {
  return <SiteNav here="sweep" />;
}
