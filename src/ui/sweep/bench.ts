/**
 * The bench on which sweeps are run: reads shipped and stored ones, starts, pauses and cancels the
 * pool, keeps every finished cell, and hands results to the page a few times a second.
 */

import { sweepText } from '../../messages/sweep.ts';
import { openSweepStore } from '../../sweep/idb-database.ts';
import { type CellResult, type SweepSpec, sweepFromJson } from '../../sweep/index.ts';
import { type SweepPool, startPool, usualWorkerCount } from '../../sweep/pool.ts';
import type { SweepStore } from '../../sweep/store.ts';
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

/** Milliseconds between two deliveries of results to the page. */
const pace = 200;

export interface Bench {
  readonly store: SweepStoreApi;
  /** Shows a sweep, reading it first where that has not been done. */
  show(id: string): Promise<void>;
  /** Runs a sweep; cells that are stored from earlier are not computed again. */
  run(spec: SweepSpec, workers?: number): Promise<void>;
  pause(): void;
  resume(): void;
  cancel(): void;
  /** Forgets a stored or imported sweep. */
  remove(id: string): Promise<void>;
  /** Puts the sweep of a JSON file on the shelf and shows it. */
  read(file: File): Promise<void>;
}

/** Opens the bench with the sweep that the address names after “#”. */
export function openBench(): Bench {
  const store = createSweepState(shippedNames.map(unread));
  let kept: Promise<SweepStore> | undefined;
  let pool: SweepPool | undefined;
  let asked = 0;

  const said = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const shelfOfBrowser = () => {
    kept ??= openSweepStore();
    return kept;
  };

  async function show(id: string): Promise<void> {
    const ticket = ++asked;
    const sweep = sweepOf(store.getState(), id);
    if (sweep === undefined) return;
    store.setState({ shown: id });
    if (sweep.status !== 'unread') return;
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
      if (ticket === asked) store.setState({ shown: id });
    }
  }

  async function run(spec: SweepSpec, workers = usualWorkerCount()): Promise<void> {
    pool?.cancel();
    let id = `${spec.name}-unstored`;
    let known: CellResult[] = [];
    let shelf: SweepStore | undefined;
    try {
      shelf = await shelfOfBrowser();
      ({ id, results: known } = await shelf.begin(spec));
    } catch (error) {
      report(store, said(error));
    }
    const results = [...known];
    const deliver = () =>
      changeSweep(store, id, { results: [...results], finished: results.length });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deliverSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        deliver();
      }, pace);
    };
    putSweep(store, {
      id,
      origin: 'stored',
      spec,
      results: known,
      finished: known.length,
      provenance: undefined,
      status: 'read',
    });
    void show(id);
    const mine = startPool({
      spec,
      workers,
      finished: known.map(({ key }) => key),
      onResult(result) {
        results.push(result);
        shelf?.keep(id, result).catch((error: unknown) => report(store, said(error)));
        deliverSoon();
      },
      onProgress(progress) {
        if (pool !== undefined && pool !== mine) return;
        const state = pool?.state === 'paused' ? 'paused' : 'running';
        store.setState({ run: { id, state, progress, workers } });
      },
      onFailure({ keys, message, retried }) {
        if (!retried) report(store, sweepText('run.failed', { count: keys.length, message }));
      },
    });
    pool = mine;
    await mine.ended;
    clearTimeout(timer);
    deliver();
    if (pool !== mine) return;
    pool = undefined;
    store.setState({ run: undefined });
  }

  const setRunState = (state: 'running' | 'paused') =>
    store.setState(({ run: present }) => (present ? { run: { ...present, state } } : {}));

  const bench: Bench = {
    store,
    show,
    run,
    pause() {
      pool?.pause();
      setRunState('paused');
    },
    resume() {
      pool?.resume();
      setRunState('running');
    },
    cancel: () => pool?.cancel(),
    async remove(id) {
      if (store.getState().run?.id === id) pool?.cancel();
      const { origin } = sweepOf(store.getState(), id) ?? {};
      try {
        if (origin === 'stored') await (await shelfOfBrowser()).delete(id);
      } catch (error) {
        report(store, said(error));
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
        });
        await show(id);
      } catch (error) {
        report(store, sweepText('file.unreadable', { file: file.name, reason: said(error) }));
      }
    },
  };
  void openShelf(bench, shelfOfBrowser);
  return bench;
}

/** Lists what the browser has stored, and shows what the address names, or the first shipped sweep that is there. */
async function openShelf(bench: Bench, shelfOfBrowser: () => Promise<SweepStore>): Promise<void> {
  const { store } = bench;
  const named = decodeURIComponent(location.hash.slice(1));
  const isShipped = shippedNames.some((name) => name === named);
  if (isShipped) void bench.show(named);
  try {
    for (const { id, spec, finished } of await (await shelfOfBrowser()).list()) {
      if (sweepOf(store.getState(), id) !== undefined) continue;
      putSweep(store, { ...unread(id), origin: 'stored', spec, finished });
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
  };
}

async function readShipped(name: string) {
  const response = await fetch(new URL(`sweeps/${name}.json`, document.baseURI));
  if (!response.ok) throw new Error(response.statusText);
  return sweepFromJson(await response.text());
}
