/**
 * What two labs side by side show together: axes over the values of both, and what the pointer is
 * at in one of them, a place of the plane or a digit. A view outside a comparison finds nothing here.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place } from '../pictures/closer-look.ts';

export type Side = 'left' | 'right';

/** What the pointer is at in the picture of which side. */
interface Pointed {
  readonly at?: Place | undefined;
  /** Pixels of the clean image: by their number the digits of other data would be taken for the same. */
  readonly digit?: ArrayLike<number> | undefined;
  readonly of?: Side;
}

export type LinkedPlace = StoreApi<Pointed>;

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
  const [at, tell] = useLinked('at');
  return [at, (own) => tell(own && { x: own.x, y: own.y })];
}

/** The digit that the other side's pointer is at, and how to tell at which one's own is. */
export function useLinkedDigit() {
  return useLinked('digit');
}

function useLinked<Name extends 'at' | 'digit'>(
  name: Name,
): [Pointed[Name], (own: Pointed[Name]) => void] {
  const linked = useContext(LinkedViewsContext);
  const place = linked?.place ?? nowhere;
  const theirs = useStore(place, (state) => (state.of === linked?.side ? undefined : state[name]));
  return [
    theirs,
    (own) => {
      if (linked) place.setState({ [name]: own, ...(own && { of: linked.side }) });
    },
  ];
}

/** Which of these rows of so many numbers is this one; undefined where none is. */
export function rowLike(
  rows: ArrayLike<number>,
  row: ArrayLike<number> | undefined,
): number | undefined {
  const size = row?.length ?? 0;
  if (row === undefined || size === 0) return undefined;
  for (let start = 0; start + size <= rows.length; start += size) {
    let k = 0;
    while (k < size && rows[start + k] === row[k]) k++;
    if (k === size) return start / size;
  }
  return undefined;
}
