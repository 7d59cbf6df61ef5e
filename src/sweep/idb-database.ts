/** The browser's IndexedDB as the place where sweeps are kept. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CellResult } from './result.ts';
import {
  createSweepStore,
  type SweepDatabase,
  type SweepRecord,
  type SweepStore,
} from './store.ts';
import { sweepError } from './sweep-error.ts';

interface Tables extends DBSchema {
  sweeps: { key: string; value: SweepRecord };
  results: { key: [sweep: string, cell: string]; value: CellResult };
}

/** Raised, with a step in `upgrade`, whenever the tables change. */
const version = 1;

/**
 * Opens the store of the browser.
 * @throws Error in words for people, where the browser keeps nothing for this page
 */
export async function openSweepStore(name = 'rankfall-sweeps'): Promise<SweepStore> {
  let tables: IDBPDatabase<Tables>;
  try {
    tables = await openDB<Tables>(name, version, {
      upgrade(database) {
        database.createObjectStore('sweeps', { keyPath: 'id' });
        database.createObjectStore('results');
      },
      // Another tab wants to upgrade: it must not wait for this one to be closed.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch {
    throw sweepError('core.storeClosed');
  }
  return createSweepStore(inTables(tables), Date.now);
}

function inTables(tables: IDBPDatabase<Tables>): SweepDatabase {
  const cellsOf = (id: string) => IDBKeyRange.bound([id], [id, []]);
  return {
    putSweep: async (record) => {
      await inWords(tables.put('sweeps', record));
    },
    getSweep: (id) => inWords(tables.get('sweeps', id)),
    allSweeps: () => inWords(tables.getAll('sweeps')),
    putResult: async (id, result) => {
      await inWords(tables.put('results', result, [id, result.key]));
    },
    resultsOf: (id) => inWords(tables.getAll('results', cellsOf(id))),
    countResults: (id) => inWords(tables.count('results', cellsOf(id))),
    deleteSweep: async (id) => {
      const change = tables.transaction(['sweeps', 'results'], 'readwrite');
      await inWords(
        Promise.all([
          change.objectStore('sweeps').delete(id),
          change.objectStore('results').delete(cellsOf(id)),
          change.done,
        ]),
      );
    },
  };
}

/** Passes the result through, and what goes wrong as a sentence for people. */
async function inWords<Result>(request: Promise<Result>): Promise<Result> {
  try {
    return await request;
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw sweepError(isFull ? 'core.storeFull' : 'core.storeClosed', {}, error);
  }
}
