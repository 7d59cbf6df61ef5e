/** From a fresh start to where the run itself goes on: past the short starts, on the network as deep as it is to be. */
import type { Experiment } from '../experiment/index.ts';
import type { GrownNetwork } from './depth/index.ts';
import type { OpenEngine, TrainingEngine } from './engine.ts';
import { optimisationOf, type PreparedRun } from './prepare.ts';
import { longRisen } from './schedule.ts';
import { compareStarts, type EndedStart } from './short-starts.ts';

/** A run that has its starts behind it. */
export interface BegunRun {
  /** Stands where the run itself goes on; whoever takes it disposes of it. */
  readonly engine: TrainingEngine;
  readonly prepared: PreparedRun;
  /** Undefined where there was nothing to compare, or all starts diverged. */
  readonly cheapest: EndedStart | undefined;
}

/**
 * Opens a run as `prepareRun` prepared it, and takes it through the starts that its experiment asks
 * for, unseen.
 * @param slice steps at a time
 * @param between called after every slice; whatever it throws ends the run
 * @throws whatever the engine throws
 */
export async function beginRun(
  open: OpenEngine,
  prepared: PreparedRun,
  experiment: Experiment,
  slice: number,
  between: () => Promise<void> = async () => {},
): Promise<BegunRun> {
  const engine = await open(prepared.problem, prepared.optimisation, prepared.start);
  try {
    const starts = compareStarts(engine, experiment, slice);
    let next = await starts.next();
    for (; !next.done; next = await starts.next()) await between();
    const cheapest = next.value;
    if (!cheapest?.grown) return { engine, prepared, cheapest };
    const grown = grownRun(prepared, experiment, cheapest.grown);
    const deep = await open(grown.problem, grown.optimisation, grown.start);
    engine.dispose();
    return { engine: deep, prepared: grown, cheapest };
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

/** The run that goes on from a start that has grown, under the full ridge: the saddle at zero is far behind. */
export function grownRun(
  { data }: Pick<PreparedRun, 'data'>,
  experiment: Experiment,
  { problem, state }: GrownNetwork,
): PreparedRun {
  const start = { ...state, rampStart: longRisen };
  return { data, problem, optimisation: optimisationOf(experiment), start };
}
