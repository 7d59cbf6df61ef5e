/** The digit that somebody has drawn in a lab, which outlives the pad: that is made anew in another language. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Lab } from '../../session/index.ts';

interface DrawnDigit {
  /** [side²]; undefined while the pad is empty. */
  readonly drawing: Float32Array | undefined;
  /** Which of the noisy digits is taken next in place of a drawing. */
  readonly next: number;
}

const drawn = new WeakMap<Lab, StoreApi<DrawnDigit>>();

/** The store of this lab's drawing; the same one at every call. */
export function drawnDigit(lab: Lab): StoreApi<DrawnDigit> {
  const known = drawn.get(lab);
  if (known) return known;
  const store = createStore<DrawnDigit>(() => ({ drawing: undefined, next: 0 }));
  drawn.set(lab, store);
  return store;
}

export function useDrawnDigit(lab: Lab): DrawnDigit {
  return useStore(drawnDigit(lab));
}
