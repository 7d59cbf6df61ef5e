/**
 * Lets an engine that may be faster compete with the one that trains. A challenger is opened in
 * the background once the run fits; it is timed between two slices, so that the two never train
 * at once, and where it wins the run goes on with it from where it is.
 */
import type { EngineChooser } from '../engine/choose.ts';
import type { TrainingEngine } from '../engine/index.ts';
import type { CurrentRun } from './current-run.ts';
import type { TrainingRun } from './training-run.ts';

export interface EngineContest {
  /** Looks for a challenger where it is time, and lets it try; true where it did. */
  tend(present: TrainingRun): Promise<boolean>;
}

/** @param wake a challenger has been found, or there is none: somebody should look */
export function engineContest(
  chooser: EngineChooser,
  current: CurrentRun,
  wake: () => void,
): EngineContest {
  let challenger: { readonly engine: TrainingEngine; readonly present: TrainingRun } | undefined;
  /** The run for which a challenger was looked for last. */
  let challenged: TrainingRun | undefined;

  /** A change of engine would break off a comparison of starts, and end a rest. */
  function wantsChallenger(present: TrainingRun): boolean {
    const { fits, comparing, restsUntil, experiment } = present;
    const isReady = fits && !comparing && restsUntil === undefined;
    return isReady && present !== challenged && experiment.engine === 'auto';
  }

  async function find(present: TrainingRun): Promise<void> {
    const { problem, optimisation, start } = present.prepared;
    const found = await chooser.openChallenger(present, problem, optimisation, start);
    const isWanted = present === current.run && present.experiment.engine === 'auto';
    if ('reason' in found) {
      if (isWanted) present.explain(found.reason);
    } else if (isWanted) challenger = { engine: found, present };
    else found.dispose();
    wake();
  }

  async function hold(engine: TrainingEngine, present: TrainingRun): Promise<void> {
    const outcome = await chooser.contest(engine, present.engineName, present.millisecondsPerStep);
    if (outcome.winner === engine.name) {
      await current.handOver(present, engine, outcome.reason);
    } else {
      engine.dispose();
      present.explain(outcome.reason);
    }
    challenged = outcome.another ? undefined : current.run;
  }

  return {
    async tend(present) {
      if (wantsChallenger(present)) {
        challenged = present;
        void find(present);
      }
      if (!challenger || present.status !== 'running') return false;
      const { engine, present: incumbent } = challenger;
      challenger = undefined;
      if (incumbent === present) await hold(engine, present);
      else engine.dispose();
      return true;
    },
  };
}
