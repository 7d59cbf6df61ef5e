/**
 * What two labs side by side show together: axes over the values of both, and the place of the
 * plane that the pointer is at in one of them. A view outside a comparison finds nothing here.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A place of the data domain. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Side = 'left' | 'right';

/** Where the pointer is in the class map of which side. */
export type LinkedPlace = StoreApi<{ readonly at?: Place | undefined; readonly of?: Side }>;

export interface LinkedViews {
  readonly side: Side;
  readonly place: LinkedPlace;
  /** Of the spectra; undefined until one of the two has any. */
  readonly weights: readonly [number, number] | undefined;
  readonly activations: readonly [number, number] | undefined;
}

export const LinkedViewsContext = createContext<LinkedViews | undefined>(undefined);

const nowhere: LinkedPlace = createStore(() => ({}));

export function createLinkedPlace(): LinkedPlace {
  return createStore(() => ({}));
}

/** The axes that both sides' spectra have. */
export function useLinkedAxes(): Pick<LinkedViews, 'weights' | 'activations'> {
  const { weights, activations } = useContext(LinkedViewsContext) ?? {};
  return { weights, activations };
}

/** The place that the other side's pointer is at, and how to tell where one's own is. */
export function useLinkedPlace(): [Place | undefined, (at: Place | undefined) => void] {
  const linked = useContext(LinkedViewsContext);
  const place = linked?.place ?? nowhere;
  const at = useStore(place, (state) => (state.of === linked?.side ? undefined : state.at));
  return [
    at,
    (own) => {
      if (!linked) return;
      place.setState(own ? { at: { x: own.x, y: own.y }, of: linked.side } : { at: undefined });
    },
  ];
}
