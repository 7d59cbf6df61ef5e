/** What somebody looks at more closely: which parts are on screen, which layer, which data point. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useLab } from '../lab.ts';

export interface CloserLook {
  /** The fibres are laid over the class map. */
  readonly fibres: boolean;
  /** The section below the map is on screen. */
  readonly onScreen: boolean;
  /** The layer whose representation is shown; the bottleneck layer where undefined. */
  readonly layer: number | undefined;
  /** Index of the data point under the pointer, in whichever chart. */
  readonly point: number | undefined;
  /** Where the pointer is on the class map. */
  readonly place: Place | undefined;
}

/** A place of the data domain. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export const closerLook = createStore<CloserLook>(() => ({
  fibres: false,
  onScreen: false,
  layer: undefined,
  point: undefined,
  place: undefined,
}));

export function useCloserLook<Part>(select: (look: CloserLook) => Part): Part {
  return useStore(closerLook, select);
}

export function hoverPoint(point: number | undefined): void {
  closerLook.setState({ point });
}

export function hoverPlace(place: Place | undefined): void {
  closerLook.setState({ place: place && { x: place.x, y: place.y } });
}

/** Tells the worker what is looked at, so that it computes nothing else. */
export function useWatch(): void {
  const lab = useLab();
  const jacobian = useCloserLook(({ fibres, onScreen }) => fibres || onScreen);
  const representation = useCloserLook(({ onScreen }) => onScreen);
  const layer = useCloserLook((look) => look.layer);
  useEffect(() => {
    lab.watch({ jacobian, representation, layer });
  }, [lab, jacobian, representation, layer]);
}
