import type { CellResult } from '../../src/sweep/index.ts';
import type { SweepDatabase, SweepRecord } from '../../src/sweep/store.ts';

/** Keeps everything in memory. */
export function inMemory(): SweepDatabase {
  const sweeps = new Map<string, SweepRecord>();
  const results = new Map<string, Map<string, CellResult>>();
  const of = (id: string) => [...(results.get(id)?.values() ?? [])];
  return {
    putSweep: async (record) => void sweeps.set(record.id, record),
    getSweep: async (id) => sweeps.get(id),
    allSweeps: async () => [...sweeps.values()],
    putResult: async (id, result) => {
      const shelf = results.get(id) ?? new Map();
      results.set(id, shelf.set(result.key, result));
    },
    resultsOf: async (id) => of(id),
    countResults: async (id) => of(id).length,
    deleteSweep: async (id) => {
      sweeps.delete(id);
      results.delete(id);
    },
  };
}
