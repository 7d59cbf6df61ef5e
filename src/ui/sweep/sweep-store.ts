/**
 * The state of the sweeps' page: which sweeps there are, which one is shown, and how the one that
 * runs goes on. A vanilla store; components subscribe.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReferenceValue } from '../../messages/index.ts';
import {
  type CellResult,
  type Provenance,
  type Slice,
  type SweepSpec,
  sameRecipe,
} from '../../sweep/index.ts';
import type { PoolProgress } from '../../sweep/pool.ts';
import type { Design } from './design.ts';
import type { MapMode } from './statements/window.ts';

/** Where a sweep comes from: with the page, from this browser's store, or out of a file. */
export type Origin = 'shipped' | 'stored' | 'imported';

/** A sweep with what is known of it so far. */
export interface SweepOnShelf {
  readonly id: string;
  readonly origin: Origin;
  /** Undefined until its file has been read. */
  readonly spec: SweepSpec | undefined;
  readonly results: readonly CellResult[];
  /** Cells that are known, also where they have not been read yet. */
  readonly finished: number;
  readonly provenance: Provenance | undefined;
  readonly status: 'unread' | 'reading' | 'read' | 'missing';
  /** Whether running it goes on with these cells; under other defaults it begins anew, as another sweep. */
  readonly isCurrent: boolean;
}

export interface SweepRun {
  /** Of the sweep; empty until that is on the shelf. */
  readonly id: string;
  readonly state: 'running' | 'paused';
  readonly progress: PoolProgress;
  readonly workers: number;
}

export interface SweepState {
  readonly shelf: readonly SweepOnShelf[];
  /** Of the sweep that is shown. */
  readonly shown: string | undefined;
  readonly run: SweepRun | undefined;
  /** What went wrong and what people should know, newest last. */
  readonly problems: readonly ReferenceValue[];
  /** What stands in the form; undefined until somebody has changed it. */
  readonly design: Design | undefined;
  /** How many workers a sweep is to have; as many as is usual where undefined. */
  readonly workers: number | undefined;
  /** Where somebody holds the axes that a figure does not show. */
  readonly slice: Slice;
  /** What the window map shows of each cell. */
  readonly mode: MapMode;
}

export type SweepStoreApi = StoreApi<SweepState>;

export function createSweepState(shelf: readonly SweepOnShelf[]): SweepStoreApi {
  return createStore<SweepState>(() => ({
    shelf,
    shown: undefined,
    run: undefined,
    problems: [],
    design: undefined,
    workers: undefined,
    slice: {},
    mode: 'found',
  }));
}

/** Changes what is known of one sweep. */
export function changeSweep(store: SweepStoreApi, id: string, change: Partial<SweepOnShelf>): void {
  store.setState(({ shelf }) => ({
    shelf: shelf.map((sweep) => (sweep.id === id ? { ...sweep, ...change } : sweep)),
  }));
}

/** Puts a sweep on the shelf, in the place of one of the same id. */
export function putSweep(store: SweepStoreApi, sweep: SweepOnShelf): void {
  store.setState(({ shelf }) => ({
    shelf: shelf.some(({ id }) => id === sweep.id)
      ? shelf.map((other) => (other.id === sweep.id ? sweep : other))
      : [...shelf, sweep],
  }));
}

export function sweepOf({ shelf }: SweepState, id: string | undefined): SweepOnShelf | undefined {
  return shelf.find((sweep) => sweep.id === id);
}

/**
 * Results of the other sweeps that come with the page and can be compared with this one, which
 * comes with it too. What somebody computed or opened stands for itself.
 */
export function furtherResults(
  shelf: readonly SweepOnShelf[],
  { id, origin, spec }: SweepOnShelf,
): readonly CellResult[] {
  if (origin !== 'shipped' || spec === undefined) return [];
  return shelf
    .filter((other) => other.origin === 'shipped' && other.id !== id)
    .flatMap((other) => (other.spec && sameRecipe(other.spec, spec) ? other.results : []));
}

/** Tells people something once. */
export function report(store: SweepStoreApi, problem: ReferenceValue): void {
  const told = JSON.stringify(problem);
  store.setState(({ problems }) =>
    problems.some((other) => JSON.stringify(other) === told)
      ? {}
      : { problems: [...problems, problem] },
  );
}

export function dismiss(store: SweepStoreApi, problem: ReferenceValue): void {
  store.setState(({ problems }) => ({ problems: problems.filter((other) => other !== problem) }));
}
