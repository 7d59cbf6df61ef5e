/**
 * Runs sweeps in the browser's workers, one at a time: keeps every finished cell, and hands
 * results to the page a few times a second. What thousands of cells take to be laid out is done
 * in slices, so that the page answers meanwhile.
 */
import { finishInSlices, type Slices } from '../../analysis/portions.ts';
import { reasonOf, refer } from '../../messages/reference.ts';
import { type CellResult, chainsInPortions, type SweepSpec } from '../../sweep/index.ts';
import { pageSlices } from '../../sweep/page-slices.ts';
import {
  type PoolOptions,
  type PoolProgress,
  type SweepPool,
  startPool,
  usualWorkerCount,
} from '../../sweep/pool.ts';
import type { SweepStore } from '../../sweep/store.ts';
import { changeSweep, putSweep, report, type SweepRun, type SweepStoreApi } from './sweep-store.ts';
import { workloadOf } from './workload.ts';

export interface SweepRunner {
  /** Runs a sweep; cells that are stored from earlier are not computed again. */
  run(spec: SweepSpec, workers?: number): Promise<void>;
  pause(): void;
  resume(): void;
  cancel(): void;
}

interface Parts {
  readonly store: SweepStoreApi;
  readonly shelf: () => Promise<SweepStore>;
  readonly show: (id: string) => void;
  readonly slices?: Slices;
  readonly createWorker?: PoolOptions['createWorker'];
}

/** Milliseconds between two deliveries of results to the page. */
const pace = 200;

export function sweepRunner({
  store,
  shelf: openShelf,
  show,
  slices = pageSlices,
  createWorker,
}: Parts): SweepRunner {
  let pool: SweepPool | undefined;
  /** Counts what was begun and cancelled, so that a sweep which is laid out late does not begin. */
  let asked = 0;

  const change = (part: Partial<SweepRun>) =>
    store.setState(({ run: present }) => (present ? { run: { ...present, ...part } } : {}));

  function cancel(): void {
    asked++;
    pool?.cancel();
    pool = undefined;
    store.setState({ run: undefined });
  }

  /** The shelf with what is on it already; a sweep runs without one, too. */
  async function begin(spec: SweepSpec) {
    try {
      const shelf = await openShelf();
      return { shelf, ...(await shelf.begin(spec)) };
    } catch (error) {
      report(store, reasonOf(error));
      return { shelf: undefined, id: `${spec.name}-unstored`, results: [] };
    }
  }

  async function run(spec: SweepSpec, workers = usualWorkerCount()): Promise<void> {
    cancel();
    const ticket = asked;
    const isMine = () => ticket === asked;
    try {
      await compute(spec, workers, isMine);
    } catch (error) {
      report(store, reasonOf(error));
    }
    if (isMine()) cancel();
  }

  async function compute(spec: SweepSpec, workers: number, isMine: () => boolean): Promise<void> {
    const { cells: total } = workloadOf(spec, workers);
    const nothing = { done: 0, total, failed: 0, secondsLeft: undefined };
    store.setState({ run: { id: '', state: 'running', progress: nothing, workers } });
    const { shelf, id, results: known } = await begin(spec);
    if (!isMine()) return;
    putSweep(store, {
      id,
      origin: 'stored',
      spec,
      results: known,
      finished: known.length,
      provenance: undefined,
      status: 'read',
      isCurrent: true,
    });
    show(id);
    change({ id });

    const chains = await finishInSlices(chainsInPortions(spec), slices);
    if (!isMine()) return;
    const { deliver, deliverSoon, results } = delivery(store, id, known);
    let latest: PoolProgress = { ...nothing, done: known.length };
    // A cell counts once a reload would find it again, or once it was said that it would not.
    const tell = () => {
      if (isMine()) change({ progress: { ...latest, done: results.length } });
    };
    const keeping: Promise<void>[] = [];
    const keep = async (result: CellResult) => {
      await shelf?.keep(id, result).catch((error: unknown) => report(store, reasonOf(error)));
      results.push(result);
      deliverSoon();
      tell();
    };
    const mine = startPool({
      chains,
      settle: spec.settle,
      workers,
      createWorker,
      finished: known.map(({ key }) => key),
      onResult(result) {
        keeping.push(keep(result));
      },
      onProgress(progress) {
        latest = progress;
        tell();
      },
      onFailure({ keys, message, retried }) {
        if (!retried) report(store, refer('sweep', 'run.failed', { count: keys.length, message }));
      },
    });
    pool = mine;
    if (store.getState().run?.state === 'paused') mine.pause();
    await mine.ended;
    deliver();
    await Promise.all(keeping);
    deliver();
  }

  return {
    run,
    pause() {
      pool?.pause();
      change({ state: 'paused' });
    },
    resume() {
      pool?.resume();
      change({ state: 'running' });
    },
    cancel,
  };
}

/** Results that grow, and reach the page no more often than the pace. */
function delivery(store: SweepStoreApi, id: string, known: readonly CellResult[]) {
  const results = [...known];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deliver = () => {
    clearTimeout(timer);
    timer = undefined;
    changeSweep(store, id, { results: [...results], finished: results.length });
  };
  const deliverSoon = () => {
    timer ??= setTimeout(deliver, pace);
  };
  return { results, deliver, deliverSoon };
}
