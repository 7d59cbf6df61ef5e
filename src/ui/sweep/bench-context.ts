/** The bench as React sees it: a context and a selector hook over the vanilla store. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Bench } from './bench.ts';
import type { SweepState } from './sweep-store.ts';

export const BenchContext = createContext<Bench | undefined>(undefined);

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('A component of the sweeps’ page was rendered outside BenchContext.');
  return bench;
}

/** Re-renders when what `select` picks from the state changes. */
export function useSweeps<Part>(select: (state: SweepState) => Part): Part {
  return useStore(useBench().store, select);
}
