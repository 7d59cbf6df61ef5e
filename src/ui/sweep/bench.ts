/** The bench of the sweeps' page: the shelf of shipped, stored and imported sweeps, and what runs them. */

import { reasonOf, refer } from '../../messages/reference.ts';
import { openSweepStore } from '../../sweep/idb-database.ts';
import { sweepFromJson } from '../../sweep/index.ts';
import type { SweepStore } from '../../sweep/store.ts';
import { type SweepRunner, sweepRunner } from './sweep-runner.ts';
import {
  changeSweep,
  createSweepState,
  putSweep,
  report,
  type SweepOnShelf,
  type SweepStoreApi,
  sweepOf,
} from './sweep-store.ts';

/** Sweeps that come with the page, as files of its folder `sweeps`. */
export const shippedNames = [
  'window-map',
  'window-edge',
  'depth-curves-paper-s',
  'two-minima',
] as const;
export type ShippedName = (typeof shippedNames)[number];

/** Sweeps that have cells in common: each is shown with what the other found there. */
const siblings: Readonly<Record<string, ShippedName>> = {
  'window-map': 'window-edge',
  'window-edge': 'window-map',
};

export interface Bench extends SweepRunner {
  readonly store: SweepStoreApi;
  /** Shows a sweep, reading it first where that has not been done. */
  show(id: string): Promise<void>;
  /** Forgets a stored or imported sweep. */
  remove(id: string): Promise<void>;
  /** Puts the sweep of a JSON file on the shelf and shows it. */
  read(file: File): Promise<void>;
}

/** Opens the bench with the sweep that the address names after “#”. */
export function openBench(): Bench {
  const store = createSweepState(shippedNames.map(unread));
  let kept: Promise<SweepStore> | undefined;

  const shelfOfBrowser = () => {
    kept ??= openSweepStore().catch((error: unknown) => {
      // Asked again next time: another tab may have let go of it by then.
      kept = undefined;
      throw error;
    });
    return kept;
  };

  async function show(id: string): Promise<void> {
    if (sweepOf(store.getState(), id) === undefined) return;
    store.setState({ shown: id });
    await read(id);
    const sibling = siblings[id];
    if (sibling !== undefined) await read(sibling);
  }

  /** Reads a sweep unless that has been done. */
  async function read(id: string): Promise<void> {
    const sweep = sweepOf(store.getState(), id);
    if (sweep?.status !== 'unread') return;
    changeSweep(store, id, { status: 'reading' });
    try {
      if (sweep.origin === 'shipped') {
        const file = await readShipped(id);
        const { spec, provenance, results } = file;
        changeSweep(store, id, {
          spec,
          provenance,
          results,
          finished: results.length,
          status: 'read',
        });
      } else {
        const results = await (await shelfOfBrowser()).results(id);
        changeSweep(store, id, { results, finished: results.length, status: 'read' });
      }
    } catch {
      changeSweep(store, id, { status: 'missing' });
    }
  }

  const runner = sweepRunner({
    store,
    shelf: shelfOfBrowser,
    show: (id) => void show(id),
  });

  const bench: Bench = {
    store,
    show,
    ...runner,
    async remove(id) {
      if (store.getState().run?.id === id) runner.cancel();
      const { origin } = sweepOf(store.getState(), id) ?? {};
      try {
        if (origin === 'stored') await (await shelfOfBrowser()).delete(id);
      } catch (error) {
        report(store, reasonOf(error));
      }
      store.setState(({ shelf }) => ({ shelf: shelf.filter((sweep) => sweep.id !== id) }));
      if (store.getState().shown === id) await show(shippedNames[0]);
    },
    async read(file) {
      try {
        const { spec, provenance, results } = sweepFromJson(await file.text());
        const id = `file-${file.name}`;
        putSweep(store, {
          id,
          origin: 'imported',
          spec,
          provenance,
          results,
          finished: results.length,
          status: 'read',
          isCurrent: false,
        });
        await show(id);
      } catch (error) {
        report(
          store,
          refer('sweep', 'file.unreadable', { file: file.name, reason: reasonOf(error) }),
        );
      }
    },
  };
  void openShelf(bench, shelfOfBrowser);
  return bench;
}

/** Lists what the browser has stored, and shows what the address names, or the first shipped sweep that is there. */
async function openShelf(bench: Bench, shelfOfBrowser: () => Promise<SweepStore>): Promise<void> {
  const { store } = bench;
  const named = location.hash.slice(1);
  const isShipped = shippedNames.some((name) => name === named);
  if (isShipped) void bench.show(named);
  try {
    for (const { id, spec, finished, current } of await (await shelfOfBrowser()).list()) {
      if (sweepOf(store.getState(), id) !== undefined) continue;
      putSweep(store, { ...unread(id), origin: 'stored', spec, finished, isCurrent: current });
    }
  } catch {
    // Said when somebody wants to store something.
  }
  if (isShipped) return;
  if (sweepOf(store.getState(), named) !== undefined) return bench.show(named);
  for (const name of shippedNames) {
    await bench.show(name);
    if (sweepOf(store.getState(), name)?.status === 'read') return;
    // Somebody chose another one while this one was being fetched.
    if (store.getState().shown !== name) return;
  }
}

function unread(id: string): SweepOnShelf {
  return {
    id,
    origin: 'shipped',
    spec: undefined,
    results: [],
    finished: 0,
    provenance: undefined,
    status: 'unread',
    isCurrent: false,
  };
}

async function readShipped(name: string) {
  const response = await fetch(new URL(`sweeps/${name}.json`, document.baseURI));
  if (!response.ok) throw new Error(response.statusText);
  return sweepFromJson(await response.text());
}
