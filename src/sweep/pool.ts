/** The browser's workers at work on a sweep: a queue of chains, results as they come, and a hand on the brake. */
import { type ReferenceValue, refer } from '../messages/reference.ts';
import type { Chain } from './cells.ts';
import { costOfCell } from './cost.ts';
import type { FromPoolWorker, ToPoolWorker } from './pool-messages.ts';
import type { CellResult } from './result.ts';
import type { SettleRule } from './settle.ts';

export interface PoolProgress {
  /** Cells that are finished, those known before included. */
  readonly done: number;
  readonly total: number;
  /** Cells given up after a second failure. */
  readonly failed: number;
  /** Undefined until something has been finished to judge by. */
  readonly secondsLeft: number | undefined;
}

export interface PoolFailure {
  /** Keys of the cells of the chain that are missing. */
  readonly keys: readonly string[];
  readonly message: ReferenceValue;
  /** Whether the chain is tried once more. */
  readonly retried: boolean;
}

/** What the pool needs of a worker; a test may pass something simpler. */
export type PoolWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface PoolOptions {
  readonly chains: readonly Chain[];
  /** When runs end early; never, where it is left out. */
  readonly settle?: SettleRule | undefined;
  /** Keys of cells that need not be computed. */
  readonly finished?: Iterable<string> | undefined;
  /** How many at once; `usualWorkerCount` unless told. */
  readonly workers?: number | undefined;
  readonly onResult: (result: CellResult) => void;
  readonly onProgress: (progress: PoolProgress) => void;
  readonly onFailure?: ((failure: PoolFailure) => void) | undefined;
  readonly createWorker?: (() => PoolWorkerLike) | undefined;
  /** Milliseconds. */
  readonly now?: (() => number) | undefined;
}

export type PoolState = 'running' | 'paused' | 'done' | 'cancelled';

export interface SweepPool {
  readonly state: PoolState;
  readonly progress: PoolProgress;
  pause(): void;
  resume(): void;
  /** Ends all workers at once; unfinished cells are lost, finished ones have been handed over. */
  cancel(): void;
  /** Resolves when nothing is left to do, or after `cancel`. */
  readonly ended: Promise<'done' | 'cancelled'>;
}

/** All processors but the one that the page itself needs. */
export function usualWorkerCount(): number {
  return Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
}

/** A chain on its way through the pool. */
interface Job {
  /** Up to the last cell that is missing. */
  readonly chain: Chain;
  readonly failedBefore: boolean;
  /** Keys of its cells that came back, known ones included. */
  readonly trained: Set<string>;
}

/**
 * Begins at once. A chain that fails is tried once more, in a new worker if its own broke down. A
 * path of which some cells are missing is walked again from its first one, since no network is
 * kept, only results; the time left counts that, and cells that are known are not handed over again.
 */
export function startPool(options: PoolOptions): SweepPool {
  const { chains, settle, onResult, onProgress, onFailure } = options;
  const now = options.now ?? (() => performance.now());
  const createWorker = options.createWorker ?? startWorker;
  const costs = new Map(
    chains.flatMap(({ cells }) => cells.map((cell) => [cell.key, costOfCell(cell)])),
  );
  const total = costs.size;
  const finished = new Set([...(options.finished ?? [])].filter((key) => costs.has(key)));
  const givenUp = new Set<string>();
  const isMissing = ({ key }: { key: string }) => !finished.has(key) && !givenUp.has(key);
  const costOf = (cells: Iterable<{ readonly key: string }>) => {
    let sum = 0;
    for (const { key } of cells) sum += costs.get(key) ?? 0;
    return sum;
  };
  const queue: Job[] = chains.flatMap((chain) => {
    const cells = chain.cells.slice(0, chain.cells.findLastIndex(isMissing) + 1);
    if (cells.length === 0) return [];
    return { chain: { ...chain, cells }, failedBefore: false, trained: new Set<string>() };
  });
  const busy = new Map<PoolWorkerLike, Job>();

  let state: PoolState = 'running';
  let costDone = 0;
  let costLeft = queue.reduce((sum, { chain }) => sum + costOf(chain.cells), 0);
  let secondsRun = 0;
  let runningSince = now();
  let end: (how: 'done' | 'cancelled') => void = () => {};
  const ended = new Promise<'done' | 'cancelled'>((resolve) => {
    end = resolve;
  });

  const secondsSoFar = () => secondsRun + (state === 'running' ? (now() - runningSince) / 1000 : 0);
  const secondsUntilDone = () => (costLeft === 0 ? 0 : (secondsSoFar() * costLeft) / costDone);
  const progress = (): PoolProgress => ({
    done: finished.size,
    total,
    failed: givenUp.size,
    secondsLeft: costDone === 0 && costLeft > 0 ? undefined : secondsUntilDone(),
  });
  const post = (worker: PoolWorkerLike, message: ToPoolWorker) => worker.postMessage(message);

  /** Gives a worker its next chain, or lets it go. */
  const employ = (worker: PoolWorkerLike) => {
    const job = queue.shift();
    if (job) {
      busy.set(worker, job);
      post(worker, { kind: 'run', chain: job.chain, settle });
      return;
    }
    busy.delete(worker);
    worker.terminate();
    if (busy.size > 0 || state === 'cancelled') return;
    state = 'done';
    end('done');
  };

  const take = ({ trained }: Job, result: CellResult) => {
    if (!trained.has(result.key)) {
      trained.add(result.key);
      costDone += costOf([result]);
      costLeft -= costOf([result]);
    }
    if (!finished.has(result.key)) {
      finished.add(result.key);
      onResult(result);
    }
    onProgress(progress());
  };

  const fail = ({ chain, failedBefore, trained }: Job, message: ReferenceValue) => {
    const keys = chain.cells.filter(isMissing).map(({ key }) => key);
    if (!failedBefore) {
      queue.push({ chain, failedBefore: true, trained: new Set() });
      costLeft += costOf(chain.cells.filter(({ key }) => trained.has(key)));
    } else {
      for (const key of keys) givenUp.add(key);
      costLeft -= costOf(chain.cells.filter(({ key }) => !trained.has(key)));
    }
    onFailure?.({ keys, message, retried: !failedBefore });
    onProgress(progress());
  };

  const hire = () => {
    const worker = createWorker();
    worker.onmessage = ({ data: message }: MessageEvent<FromPoolWorker>) => {
      if (state === 'cancelled') return;
      const job = busy.get(worker);
      if (job === undefined) return;
      if (message.kind === 'result') take(job, message.result);
      else {
        if (message.kind === 'failed') fail(job, message.reason);
        employ(worker);
      }
    };
    worker.onerror = (event) => {
      const job = busy.get(worker);
      if (state === 'cancelled' || job === undefined) return;
      busy.delete(worker);
      worker.terminate();
      fail(job, refer('sweep', 'core.workerFailed', { reason: event.message || '?' }));
      hire();
    };
    employ(worker);
    if (state === 'paused') post(worker, { kind: 'pause' });
  };

  const wanted = Math.max(1, options.workers ?? usualWorkerCount());
  if (queue.length === 0) {
    state = 'done';
    end('done');
  }
  for (let i = Math.min(wanted, queue.length); i > 0; i--) hire();
  onProgress(progress());

  return {
    get state() {
      return state;
    },
    get progress() {
      return progress();
    },
    pause() {
      if (state !== 'running') return;
      secondsRun = secondsSoFar();
      state = 'paused';
      for (const worker of busy.keys()) post(worker, { kind: 'pause' });
    },
    resume() {
      if (state !== 'paused') return;
      state = 'running';
      runningSince = now();
      for (const worker of busy.keys()) post(worker, { kind: 'resume' });
    },
    cancel() {
      if (state === 'done' || state === 'cancelled') return;
      state = 'cancelled';
      for (const worker of busy.keys()) worker.terminate();
      busy.clear();
      end('cancelled');
    },
    ended,
  };
}

function startWorker(): PoolWorkerLike {
  return new Worker(new URL('./pool-worker.ts', import.meta.url), { type: 'module' });
}
