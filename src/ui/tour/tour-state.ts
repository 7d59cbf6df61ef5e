/** Whether the tour is on, at which step, and whether it was ever seen in this browser. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** In the order of the tour, each with the element it points at. */
export const tourSteps = [
  { key: 'depth', target: '.depth-slider' },
  { key: 'map', target: '.main-view' },
  { key: 'stack', target: '.stack' },
  { key: 'spectra', target: '.spectra' },
  { key: 'verdict', target: '.verdict' },
  { key: 'tools', target: '.stage-bar' },
  { key: 'controls', target: '.controls' },
  { key: 'share', target: '.toolbar' },
] as const;

const memory = 'rankfall.tour-seen';

/** Storage may be forbidden; then the tour is offered on every visit. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(memory) !== null;
  } catch {
    return false;
  }
}

function rememberSeen(): void {
  try {
    localStorage.setItem(memory, '1');
  } catch {
    // Nothing can be remembered here, and nothing depends on it.
  }
}

interface TourState {
  /** Undefined while the tour is off. */
  readonly step: number | undefined;
  readonly seen: boolean;
}

const tour = createStore<TourState>(() => ({ step: undefined, seen: wasSeen() }));

export function useTour(): TourState {
  return useStore(tour);
}

export function startTour(): void {
  rememberSeen();
  tour.setState({ step: 0, seen: true });
}

export function endTour(): void {
  tour.setState({ step: undefined });
}

/** Goes on or back; after the last step the tour ends. */
export function stepTour(by: 1 | -1): void {
  const { step = 0 } = tour.getState();
  const next = Math.max(0, step + by);
  tour.setState({ step: next < tourSteps.length ? next : undefined });
}
