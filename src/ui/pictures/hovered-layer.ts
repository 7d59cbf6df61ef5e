/** The layer under the pointer, in whichever chart: the stack and the spectra point at it together. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Layers and the singular values within them count from 1, as in the formulas. */
export interface HoveredLayer {
  readonly layer: number;
  readonly index?: number | undefined;
}

const hovered = createStore<{ readonly at: HoveredLayer | undefined }>(() => ({ at: undefined }));

export function hoverLayer(at: HoveredLayer | undefined): void {
  hovered.setState({ at });
}

export function useHoveredLayer(): HoveredLayer | undefined {
  return useStore(hovered, ({ at }) => at);
}
