/** The lab as React sees it: a context and a selector hook over the vanilla store. */
import { createContext, useContext } from 'react';
import type { Lab, LabState } from '../session/index.ts';
import { useStoreNow } from './use-store.ts';

export const LabContext = createContext<Lab | undefined>(undefined);

export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('A component of the lab was rendered outside LabContext.');
  return lab;
}

/** Re-renders when what `select` picks from the state changes. */
export function useLabState<Part>(select: (state: LabState) => Part): Part {
  return useStoreNow(useLab().store, select);
}

/** Layers of the network on screen: fewer than were asked for while its starts are compared and have yet to grow. */
export function useShownDepth(): number {
  return useLabState(({ experiment, frame, run }) =>
    frame?.run === run && frame?.starts?.training !== undefined ? frame.depth : experiment.depth,
  );
}
