/**
 * Lets an engine that may be faster compete with the one that trains. A challenger is opened in
 * the background once the run fits and has been seen to; it is timed between two slices, so that
 * the two never train at once, and where it wins the run goes on with it from where it is. Nobody
 * competes for a run that stands still, nor before it is known how fast it is.
 */
import type { EngineChooser } from '../engine/choose.ts';
import type { EngineName, TrainingEngine } from '../engine/index.ts';
import { reasonOf } from '../messages/reference.ts';
import type { CurrentRun } from './current-run.ts';
import type { TrainingRun } from './training-run.ts';

export interface EngineContest {
  /**
   * Until when the thread should be left to a challenger, in milliseconds of the clock: it tries
   * ways of working on the GPU and times them, and what this thread did meanwhile would count.
   * Undefined where none asks for it.
   */
  quietUntil(present: TrainingRun): number | undefined;
  /** Looks for a challenger where it is time, and lets it try; true where it did. */
  tend(present: TrainingRun): Promise<boolean>;
}

interface Parts {
  readonly chooser: EngineChooser;
  readonly current: CurrentRun;
  /** A challenger has been found, or there is none: somebody should look. */
  readonly wake: () => void;
  /** Milliseconds. */
  readonly now: () => number;
}

interface Search {
  readonly present: TrainingRun;
  quietUntil: number | undefined;
}

/** Nobody should have to watch a run stand still for longer than this, in milliseconds. */
const longestQuiet = 1000;
const timesItself: ReadonlySet<EngineName> = new Set(['webgpu']);

/**
 * A change of engine would break off a comparison of starts and end a rest, and the search for
 * one would keep the first picture waiting.
 */
function isOpenToChange(run: TrainingRun): boolean {
  const { status, isShown, comparing, restsUntil, experiment } = run;
  const isTraining = status === 'running' && restsUntil === undefined && !comparing;
  return isTraining && isShown && experiment.engine === 'auto';
}

export function engineContest({ chooser, current, wake, now }: Parts): EngineContest {
  let challenger: { readonly engine: TrainingEngine; readonly present: TrainingRun } | undefined;
  /** The search that goes on. */
  let search: Search | undefined;
  /** The run for which a challenger was looked for last. */
  let challenged: TrainingRun | undefined;

  const isWanted = (present: TrainingRun) => present === current.run && isOpenToChange(present);

  async function find(present: TrainingRun, millisecondsPerStep: number): Promise<void> {
    const mine: Search = { present, quietUntil: undefined };
    search = mine;
    challenged = present;
    const { engineName, prepared } = present;
    const { problem, optimisation, start } = prepared;
    const onOpening = (name: EngineName) => {
      mine.quietUntil = timesItself.has(name) ? now() + longestQuiet : undefined;
    };
    const incumbent = { engineName, millisecondsPerStep, onOpening };
    const found = await chooser
      .openChallenger(incumbent, problem, optimisation, start)
      .catch((error: unknown) => ({ reason: reasonOf(error) }));
    search = undefined;
    if ('reason' in found) {
      if (present === current.run) present.explain(found.reason);
    } else if (isWanted(present)) challenger = { engine: found, present };
    else {
      found.dispose();
      forget(present);
    }
    wake();
  }

  /** A challenger may be looked for again. */
  function forget(present: TrainingRun): void {
    if (challenged === present) challenged = undefined;
  }

  async function hold(
    engine: TrainingEngine,
    present: TrainingRun,
    milliseconds: number,
  ): Promise<void> {
    const outcome = await chooser.contest(engine, present.engineName, milliseconds);
    if (outcome.winner === engine.name) {
      try {
        await current.handOver(present, engine, outcome.reason);
      } catch (error) {
        chooser.exclude(engine.name);
        engine.dispose();
        present.explain(reasonOf(error));
      }
    } else {
      engine.dispose();
      present.explain(outcome.reason);
    }
    challenged = outcome.another ? undefined : current.run;
  }

  return {
    quietUntil(present) {
      const until = search?.present === present ? search.quietUntil : undefined;
      return until !== undefined && now() < until ? until : undefined;
    },
    async tend(present) {
      const { millisecondsPerStep } = present;
      if (!challenger) {
        const isTime = !search && present !== challenged && isOpenToChange(present);
        if (isTime && millisecondsPerStep !== undefined) void find(present, millisecondsPerStep);
        return false;
      }
      const { engine, present: incumbent } = challenger;
      challenger = undefined;
      if (incumbent !== present || !isOpenToChange(present) || millisecondsPerStep === undefined) {
        engine.dispose();
        forget(incumbent);
        return false;
      }
      await hold(engine, present, millisecondsPerStep);
      return true;
    },
  };
}
