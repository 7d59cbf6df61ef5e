/** What each command does to the run on screen, and the mildest way in which it can take in a change. */
import { prepareRun } from '../engine/index.ts';
import { comparesStarts, StartComparison } from '../engine/short-starts.ts';
import type { EngineName, Experiment } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { BackgroundRestarts } from './background-restarts.ts';
import {
  asksForMore,
  asksToCarry,
  carriedOrReason,
  continuedRun,
  reasonNotToCarry,
} from './carry.ts';
import { effectOfChange } from './change.ts';
import type { CurrentRun } from './current-run.ts';
import { lookAtLayer } from './layer-look.ts';
import type { Answer, Command, RunStarted } from './protocol.ts';
import type { SettledRun } from './settled-runs.ts';
import type { TrainingRun } from './training-run.ts';

interface Parts {
  readonly current: CurrentRun;
  readonly restarts: BackgroundRestarts;
  /** The settled run that answers an experiment at once, where there is one. */
  readonly settled: (experiment: Experiment) => Promise<SettledRun | undefined>;
  readonly notify: (notice: ReferenceValue) => void;
  /** Lets an engine that failed earlier be tried again. */
  readonly readmit: (name: EngineName) => void;
}

/** @returns a function that carries out a command; it throws whatever keeps a run from beginning */
export function obeyWith({ current, restarts, settled, notify, readmit }: Parts) {
  /** Whoever asks for an engine by its name means it, though it may have failed before. */
  function tryAgain({ engine }: Experiment): void {
    if (engine !== 'auto') readmit(engine);
  }

  async function begin(next: Experiment): Promise<RunStarted> {
    const found = await settled(next);
    if (!found) return beginFresh(next);
    return current.replace(next, found.prepared, { settled: found.snapshot });
  }

  async function beginFresh(next: Experiment): Promise<RunStarted> {
    const prepared = await prepareRun(next);
    const { problem } = prepared;
    const comparison = comparesStarts(next) ? new StartComparison(problem, next) : undefined;
    return current.replace(next, prepared, { comparison });
  }

  /** Carries the run over to another depth; begins anew, and says so, where that cannot be. */
  async function carry(run: TrainingRun, next: Experiment): Promise<RunStarted> {
    const carried = reasonNotToCarry(run) ?? (await carriedOrReason(next, run));
    if (!('prepared' in carried)) {
      notify(carried);
      return begin(next);
    }
    const { prepared, change } = carried;
    const carriedFrom = run.carriedFrom ?? run.experiment.depth;
    const started = await current.replace(next, prepared, { fits: true, carriedFrom });
    if (change) notify(change);
    return started;
  }

  async function choose(next: Experiment): Promise<RunStarted> {
    const { run, experiment } = current;
    if (next.engine !== experiment?.engine) tryAgain(next);
    if (!run || !experiment) return begin(next);
    if (asksToCarry(experiment, next)) return carry(run, next);
    const effect = effectOfChange(experiment, next);
    if (effect === 'restart') return begin(next);
    if (asksForMore(experiment, next, run)) {
      const { fits, carriedFrom } = run;
      return current.replace(next, await continuedRun(next, run), { fits, carriedFrom });
    }
    if (effect === 'move') await current.move(run, next);
    else if (effect) current.change(run, next);
    return { run: run.id, anew: false };
  }

  /** Shows a run that was trained in the background; trains it where there is none under these settings. */
  async function takeRestart(next: Experiment): Promise<RunStarted> {
    const found = restarts.found(next);
    if (!found) return beginFresh(next);
    const started = await current.replace(next, found.prepared, { past: found.records });
    if (current.run) restarts.shows(current.run);
    return started;
  }

  return async function obey(command: Command): Promise<Answer> {
    const { run } = current;
    switch (command.kind) {
      case 'run':
        return choose(command.experiment);
      case 'open':
        tryAgain(command.experiment);
        return begin(command.experiment);
      case 'take-restart':
        return takeRestart(command.experiment);
      case 'reset':
        // Whoever asks for a new beginning wants to see the network learn.
        tryAgain(command.experiment);
        return beginFresh(command.experiment);
      case 'pause':
        run?.pause();
        return undefined;
      case 'resume':
        run?.resume();
        return undefined;
      case 'step':
        await run?.readyForStep();
        await current.growWhereDue();
        await current.run?.singleStep();
        return undefined;
      case 'place':
        current.place(command.probes);
        return undefined;
      case 'watch':
        current.look(command.watch);
        return undefined;
      case 'evaluate':
        return run && { outputs: await run.evaluate(command.inputs) };
      case 'layer':
        return run && lookAtLayer(run.prepared.problem.dims, await run.rescue(), command.layer);
    }
  };
}
