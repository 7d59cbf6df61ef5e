import { useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * Re-renders when what `select` picks from a store changes. The library's own hook shows a page
 * that is rendered to text the state a store began with; here that is the present one, too, as
 * the first screen is written into the page with a settled run in its store.
 */
export function useStoreNow<State, Part>(
  store: Pick<StoreApi<State>, 'subscribe' | 'getState'>,
  select: (state: State) => Part,
): Part {
  const present = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, present, present);
}
