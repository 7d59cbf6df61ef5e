/**
 * The training loop of the worker. Commands only leave a note in the inbox; the loop reads it
 * between slices of about `sliceMilliseconds`, so that nothing changes under a running step.
 * It knows the clock and the outside only through what it is given, so that tests can run it
 * without a worker.
 */
import type { EngineChooser } from '../engine/choose.ts';
import {
  optimisationOf,
  type PreparedRun,
  prepareRun,
  type TrainingEngine,
} from '../engine/index.ts';
import { comparesStarts, StartComparison } from '../engine/short-starts.ts';
import type { Experiment } from '../experiment/index.ts';
import { reasonOf, refer } from '../messages/reference.ts';
import { backgroundRestarts } from './background-restarts.ts';
import { asksForMore, carriedRun, continuedRun, mayCarry } from './carry.ts';
import { effectOfChange } from './change.ts';
import type { Watch } from './insight.ts';
import { lookAtLayer } from './layer-look.ts';
import type { Answer, Command, FromWorker, RunStarted, ToWorker } from './protocol.ts';
import { type GetSnapshots, settledRuns } from './settled-runs.ts';
import { type RunParts, startRun, type TrainingRun } from './training-run.ts';

export interface Surroundings {
  readonly post: (message: FromWorker) => void;
  readonly chooser: EngineChooser;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Where settled runs come from; without it every run is trained from its start. */
  readonly snapshots?: GetSnapshots;
}

export interface Conductor {
  receive(message: ToWorker): void;
}

export function createConductor(surroundings: Surroundings): Conductor {
  const { post, chooser, breathe, now } = surroundings;
  const inbox: { readonly id: number; readonly command: Command }[] = [];
  let visible = true;
  let awaitingDrawn = false;
  /** Probe points placed by hand; they outlive the run. */
  let placed = new Float32Array(0);
  /** Closer looks that are on screen; they outlive the run too. */
  let watch: Watch = { jacobian: false, representation: false };
  let runs = 0;
  let experiment: Experiment | undefined;
  let run: TrainingRun | undefined;
  let wake: () => void = () => {};
  let looping = false;
  const settled = surroundings.snapshots
    ? settledRuns(surroundings.snapshots, (notice) => post({ kind: 'notice', message: notice }))
    : async () => undefined;
  const restarts = backgroundRestarts({
    open: async (next, { problem, optimisation, start }) =>
      (await chooser.open(next.engine, problem, optimisation, start)).engine,
    report: (report) => post({ kind: 'restarts', report }),
    now,
  });
  let challenger: { readonly engine: TrainingEngine; readonly present: TrainingRun } | undefined;
  /** The run for which a challenger was looked for last. */
  let challenged: TrainingRun | undefined;

  async function open(
    next: Experiment,
    prepared: PreparedRun,
    id: number,
    beginning: Pick<RunParts, 'comparison' | 'settled' | 'past'> = {},
  ): Promise<TrainingRun> {
    const { engine, reason, refusal } = await chooser.open(
      next.engine,
      prepared.problem,
      prepared.optimisation,
      prepared.start,
    );
    if (refusal) {
      const values = { refusal, engine: engine.name };
      post({ kind: 'notice', message: refer('notices', 'run.onOther', values) });
    }
    return startRun({
      id,
      experiment: next,
      prepared,
      engine,
      ...beginning,
      reason,
      placed,
      watch,
      breathe,
      now,
    });
  }

  /** Goes on with the trained network at another depth, as a run of its own. */
  async function carry(next: Experiment, from: TrainingRun): Promise<RunStarted> {
    const opened = await open(next, await carriedRun(next, from), runs + 1);
    from.dispose();
    run = opened;
    runs++;
    experiment = next;
    return { run: runs, anew: true };
  }

  /** Trains the same network for another budget, as a run of its own. */
  async function goOn(next: Experiment, from: TrainingRun): Promise<RunStarted> {
    const opened = await open(next, await continuedRun(next, from), runs + 1);
    from.dispose();
    run = opened;
    runs++;
    experiment = next;
    return { run: runs, anew: true };
  }

  async function openFresh(next: Experiment): Promise<TrainingRun> {
    const prepared = await prepareRun(next);
    const { dims } = prepared.problem;
    const comparison = comparesStarts(next) ? new StartComparison(dims, next) : undefined;
    return open(next, prepared, runs + 1, { comparison });
  }

  /** @param mayBeSettled false where somebody wants to see the network learn */
  async function begin(next: Experiment, mayBeSettled: boolean): Promise<RunStarted> {
    const found = mayBeSettled ? await settled(next) : undefined;
    const opened = found
      ? await open(next, found.prepared, runs + 1, { settled: found.snapshot })
      : await openFresh(next);
    run?.dispose();
    run = opened;
    runs++;
    experiment = next;
    return { run: runs, anew: true };
  }

  /** Shows a run that was trained in the background; trains it where it is not there any more. */
  async function takeRestart(next: Experiment): Promise<RunStarted> {
    const found = restarts.found(next.seed);
    if (!run || !found) return begin(next, false);
    const { state, records } = found;
    const prepared = { ...run.prepared, optimisation: optimisationOf(next), start: state };
    const opened = await open(next, prepared, runs + 1, { past: records });
    run.dispose();
    run = opened;
    runs++;
    experiment = next;
    restarts.shows(opened);
    return { run: runs, anew: true };
  }

  /** Carries the run over to another engine, from `state` on. */
  async function move(next: Experiment, from: TrainingRun): Promise<void> {
    const start = await from.rescue();
    const prepared = { ...from.prepared, optimisation: optimisationOf(next), start };
    const opened = await open(next, prepared, from.id);
    opened.continueFrom(from);
    from.dispose();
    run = opened;
    experiment = next;
  }

  /** Opens, in the background, an engine that may be faster; it is timed by the loop. */
  async function findChallenger(present: TrainingRun): Promise<void> {
    const { problem, optimisation, start } = present.prepared;
    const found = await chooser.openChallenger(present, problem, optimisation, start);
    const wanted = run === present && experiment?.engine === 'auto';
    if ('reason' in found) {
      if (wanted) present.explain(found.reason);
    } else if (wanted) challenger = { engine: found, present };
    else found.dispose();
    wake();
  }

  /** Lets the challenger try; where it wins, the run goes on with it from where it is. */
  async function holdContest(engine: TrainingEngine, present: TrainingRun): Promise<void> {
    const outcome = await chooser.contest(engine, present.engineName, present.millisecondsPerStep);
    if (outcome.winner !== engine.name || run !== present) {
      engine.dispose();
      present.explain(outcome.reason);
      if (outcome.another) challenged = undefined;
      return;
    }
    const start = await present.rescue();
    const optimisation = optimisationOf(present.experiment);
    await engine.load(start);
    engine.setOptimisation(optimisation);
    run = startRun({
      id: present.id,
      experiment: present.experiment,
      prepared: { ...present.prepared, optimisation, start },
      engine,
      reason: outcome.reason,
      placed,
      watch,
      breathe,
      now,
    });
    run.continueFrom(present);
    challenged = outcome.another ? undefined : run;
    present.dispose();
  }

  async function obey(command: Command): Promise<Answer> {
    switch (command.kind) {
      case 'run': {
        const next = command.experiment;
        const effect = experiment && run ? effectOfChange(experiment, next) : 'restart';
        if (experiment && run && mayCarry(experiment, next, run)) return carry(next, run);
        if (effect === 'restart' || !run) return begin(next, true);
        if (experiment && asksForMore(experiment, next, run)) return goOn(next, run);
        if (effect === 'move') await move(next, run);
        else if (effect) run.change(next);
        experiment = next;
        return { run: runs, anew: false };
      }
      case 'take-restart':
        return takeRestart(command.experiment);
      case 'reset':
        return experiment && begin(experiment, false);
      case 'pause':
        run?.pause();
        return undefined;
      case 'resume':
        run?.resume();
        return undefined;
      case 'step':
        await run?.singleStep();
        return undefined;
      case 'place':
        placed = new Float32Array(command.probes);
        run?.place(placed);
        return undefined;
      case 'watch':
        watch = command.watch;
        run?.look(watch);
        return undefined;
      case 'evaluate':
        return run && { outputs: await run.evaluate(command.inputs) };
      case 'layer':
        return run && lookAtLayer(run.prepared.problem.dims, await run.rescue(), command.layer);
    }
  }

  async function answerInbox(): Promise<void> {
    for (let next = inbox.shift(); next; next = inbox.shift()) {
      try {
        post({ kind: 'return', id: next.id, value: await obey(next.command) });
      } catch (error) {
        post({ kind: 'throw', id: next.id, reason: reasonOf(error) });
      }
    }
  }

  /** An engine failed in the middle of a run: go on from the last good state on another one. */
  async function recover(failed: TrainingRun, error: unknown): Promise<void> {
    chooser.exclude(failed.engineName);
    post({
      kind: 'notice',
      message: refer('notices', 'run.engineStopped', {
        engine: failed.engineName,
        reason: reasonOf(error),
      }),
    });
    try {
      await move(failed.experiment, failed);
    } catch (reason) {
      run = undefined;
      failed.dispose();
      post({
        kind: 'notice',
        message: refer('notices', 'run.noEngine', { reason: reasonOf(reason) }),
      });
    }
  }

  async function loop(): Promise<void> {
    looping = true;
    for (;;) {
      await answerInbox();
      const current = run;
      let worked = false;
      if (current && visible) {
        try {
          // A change of engine would break off the comparison of starts.
          if (
            current.fits &&
            !current.comparing &&
            current.restsUntil === undefined &&
            current !== challenged &&
            experiment?.engine === 'auto'
          ) {
            challenged = current;
            void findChallenger(current);
          }
          if (challenger && current.status === 'running') {
            const { engine, present } = challenger;
            challenger = undefined;
            if (present === current) await holdContest(engine, current);
            else engine.dispose();
            continue;
          }
          worked = await current.slice();
          if (!awaitingDrawn && inbox.length === 0) {
            const frame = await current.takeFrameIfDue();
            if (frame) {
              awaitingDrawn = true;
              post({ kind: 'frame', frame });
              worked = true;
            }
          }
          if (!worked && inbox.length === 0) worked = await restarts.tend(current);
        } catch (error) {
          await recover(current, error);
          worked = true;
        }
      }
      if (worked || inbox.length > 0) await breathe();
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          const until = visible ? current?.restsUntil : undefined;
          if (until !== undefined) setTimeout(resolve, Math.max(0, until - now()));
        });
      }
    }
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'request':
          inbox.push(message);
          break;
        case 'drawn':
          awaitingDrawn = false;
          break;
        case 'visible':
          visible = message.visible;
          break;
      }
      wake();
      if (!looping) void loop();
    },
  };
}
