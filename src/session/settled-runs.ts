/** Finds the settled run that answers an experiment before it has been trained. */

import type { PreparedRun } from '../engine/index.ts';
import { optimisationOf } from '../engine/index.ts';
import { problemOf } from '../engine/prepare.ts';
import type { Experiment } from '../experiment/index.ts';
import { type ReferenceValue, reasonOf, refer } from '../messages/reference.ts';
import {
  featuredLike,
  type Snapshot,
  SnapshotError,
  type SnapshotSet,
  settledStart,
} from '../snapshot/index.ts';

/** Gets the set of a featured experiment by its name, as `loadSnapshots` does. */
export type GetSnapshots = (name: string) => Promise<SnapshotSet>;

export interface SettledRun {
  readonly snapshot: Snapshot;
  /** Ready to be trained on from what the file says. */
  readonly prepared: PreparedRun;
}

/** Longer than this nobody should wait for an answer that is called instant. */
const patience = 2000;

/**
 * The settled run of an experiment, or undefined where none is wanted or none ships. A file that
 * cannot be used is asked for once and told of once.
 */
export function settledRuns(
  get: GetSnapshots,
  tell: (notice: ReferenceValue) => void,
): (experiment: Experiment) => Promise<SettledRun | undefined> {
  const unusable = new Set<string>();
  return async (experiment) => {
    if (experiment.instant === 'off' || experiment.depthChange === 'carry') return undefined;
    const name = featuredLike(experiment)?.name;
    if (name === undefined || unusable.has(name)) return undefined;
    try {
      const set = await soon(get(name));
      const snapshot = set.at(experiment.depth);
      return snapshot && { snapshot, prepared: preparedFrom(snapshot, experiment) };
    } catch (error) {
      unusable.add(name);
      tell(refer('snapshot', 'notice.unusable', { reason: reasonOf(error) }));
      return undefined;
    }
  };
}

function preparedFrom(snapshot: Snapshot, experiment: Experiment): PreparedRun {
  const { data } = snapshot;
  const problem = problemOf(data, experiment.depth, experiment.width);
  const start = settledStart(snapshot, problem.dims);
  return { data, problem, optimisation: optimisationOf(experiment), start };
}

async function soon<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SnapshotError(refer('snapshot', 'error.slow'))), patience);
  });
  try {
    return await Promise.race([promise, slow]);
  } finally {
    clearTimeout(timer);
  }
}
