/** Finished cells kept from one visit to the next: what is kept where, whatever keeps it. */
import { finishInSlices, type Portions, type Slices } from '../analysis/portions.ts';
import { chainsInPortions } from './cells.ts';
import { Fingerprint } from './fingerprint.ts';
import { pageSlices } from './page-slices.ts';
import type { CellResult } from './result.ts';
import type { SweepSpec } from './spec.ts';
import { sweepFileVersion } from './sweep-file.ts';

/** A sweep as the store knows it. */
export interface StoredSweep {
  readonly id: string;
  readonly spec: SweepSpec;
  /** Cells finished so far. */
  readonly finished: number;
  /** When it was begun, in milliseconds since 1970. */
  readonly begun: number;
  /** Whether this version of the page would go on with it; else its results can only be exported. */
  readonly current: boolean;
}

/** What is kept of a sweep besides its cells. */
export type SweepRecord = Omit<StoredSweep, 'finished' | 'current'>;

/** Where records and results are kept; idb-database.ts is the browser's own. */
export interface SweepDatabase {
  putSweep(record: SweepRecord): Promise<void>;
  getSweep(id: string): Promise<SweepRecord | undefined>;
  allSweeps(): Promise<readonly SweepRecord[]>;
  putResult(id: string, result: CellResult): Promise<void>;
  resultsOf(id: string): Promise<readonly CellResult[]>;
  countResults(id: string): Promise<number>;
  /** Deletes the record and all results. */
  deleteSweep(id: string): Promise<void>;
}

export interface SweepStore {
  /**
   * Opens the shelf of a sweep, or makes one.
   * @returns its id, and the results that are there from earlier
   */
  begin(spec: SweepSpec): Promise<{ readonly id: string; readonly results: CellResult[] }>;
  /** Keeps one finished cell; the same cell again takes its place. */
  keep(id: string, result: CellResult): Promise<void>;
  /** All sweeps, the newest first. */
  list(): Promise<StoredSweep[]>;
  results(id: string): Promise<CellResult[]>;
  delete(id: string): Promise<void>;
}

/**
 * @param now milliseconds since 1970
 * All methods reject with a sentence for people where the database cannot do what is asked.
 */
export function createSweepStore(
  database: SweepDatabase,
  now: () => number,
  slices: Slices = pageSlices,
): SweepStore {
  const idOf = (spec: SweepSpec) => finishInSlices(sweepId(spec), slices);

  /** Experiments of an older page may have fields that this one no longer takes. */
  async function isCurrent({ id, spec }: SweepRecord): Promise<boolean> {
    try {
      return (await idOf(spec)) === id;
    } catch {
      return false;
    }
  }

  return {
    async begin(spec) {
      const id = await idOf(spec);
      const known = await database.getSweep(id);
      if (known === undefined) {
        await database.putSweep({ id, spec, begun: now() });
        return { id, results: [] };
      }
      return { id, results: [...(await database.resultsOf(id))] };
    },
    keep: (id, result) => database.putResult(id, result),
    async list() {
      const sweeps: StoredSweep[] = [];
      // One after the other: the first slices of all of them together would be a long one.
      for (const record of await database.allSweeps()) {
        const finished = await database.countResults(record.id);
        sweeps.push({ ...record, finished, current: await isCurrent(record) });
      }
      return sweeps.sort((a, b) => b.begun - a.begun);
    },
    async results(id) {
      return [...(await database.resultsOf(id))];
    },
    delete: (id) => database.deleteSweep(id),
  };
}

/**
 * The same for the same cells of the same page: it follows from the spec and from the complete
 * experiments at all depths, so that a page with other fields or defaults takes no old cell for
 * one of its own. What only people read of a spec does not count.
 */
export function* sweepId(spec: SweepSpec): Portions<string> {
  const { title: _title, ...rest } = spec;
  const { axes } = spec;
  const one = { dataSeeds: axes.dataSeeds.slice(0, 1), seeds: axes.seeds.slice(0, 1) };
  const { pathSeeds: _seeds, ...everywhere } = spec;
  const sample = yield* chainsInPortions({ ...everywhere, axes: { ...axes, ...one } });
  const fingerprint = new Fingerprint();
  // Read as one JSON text, [version, spec, [experiment, …]]: ids given before stay what they are.
  fingerprint.add(`[${sweepFileVersion},${JSON.stringify(rest)},[`);
  const experiments = sample.flatMap(({ cells }) => cells.map(({ experiment }) => experiment));
  for (const [index, experiment] of experiments.entries()) {
    fingerprint.add(`${index > 0 ? ',' : ''}${JSON.stringify(experiment)}`);
    yield;
  }
  fingerprint.add(']]');
  return `${spec.name}-${fingerprint.digits}`;
}
