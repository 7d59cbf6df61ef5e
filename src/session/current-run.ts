/**
 * Which run is on screen, and how another takes its place. What was placed by hand and which
 * closer looks are open outlive every run, so they are kept here.
 */

import { grownRun } from '../engine/begin-run.ts';
import type { EngineChooser } from '../engine/choose.ts';
import { optimisationAt, type PreparedRun, type TrainingEngine } from '../engine/index.ts';
import { isToGrow } from '../engine/prepare.ts';
import { StartComparison } from '../engine/short-starts.ts';
import type { Experiment } from '../experiment/index.ts';
import { type ReferenceValue, refer } from '../messages/reference.ts';
import { randomProbes } from './curve-picture.ts';
import type { Watch } from './insight.ts';
import type { RunStarted } from './protocol.ts';
import { type RunParts, startRun, type TrainingRun } from './training-run.ts';

/** What a run may begin with besides its network. */
export type Beginning = Pick<RunParts, 'comparison' | 'settled' | 'past' | 'fits' | 'carriedFrom'>;

export interface CurrentRun {
  /** Undefined before the first, and where no engine was left to go on with. */
  readonly run: TrainingRun | undefined;
  /** That of the run, or of the last one there was. */
  readonly experiment: Experiment | undefined;
  /** Puts another run in the place of the present one. @throws whatever keeps every engine from opening */
  replace(next: Experiment, prepared: PreparedRun, beginning?: Beginning): Promise<RunStarted>;
  /** Lets the run take in a change where it stands. */
  change(run: TrainingRun, next: Experiment): void;
  /** Goes on with the same run on the engine that `next` asks for. @throws as `replace` */
  move(run: TrainingRun, next: Experiment): Promise<void>;
  /** Goes on with the same run on an engine that is open already. */
  handOver(run: TrainingRun, engine: TrainingEngine, reason: ReferenceValue): Promise<void>;
  /** Where the starts of a run have been compared and were of fewer layers, goes on with the cheapest as it has grown; true where it did. @throws as `replace` */
  growWhereDue(): Promise<boolean>;
  /** Gives the run up: nothing is left that could train it. */
  abandon(): void;
  /** Places the probe points [M, 2]. */
  place(probes: Float32Array): void;
  /** Takes these closer looks from now on. */
  look(watch: Watch): void;
}

interface Parts extends Pick<RunParts, 'report' | 'breathe' | 'overtaken' | 'now'> {
  readonly chooser: EngineChooser;
  readonly notify: (notice: ReferenceValue) => void;
}

export function currentRun({ chooser, notify, ...rest }: Parts): CurrentRun {
  let runs = 0;
  let run: TrainingRun | undefined;
  let experiment: Experiment | undefined;
  let placed = randomProbes();
  let watch: Watch = { jacobian: false, representation: false };

  async function openEngine(
    next: Experiment,
    { problem, optimisation, start }: PreparedRun,
  ): Promise<Pick<RunParts, 'engine' | 'reason'>> {
    const opened = await chooser.open(next.engine, problem, optimisation, start);
    const { engine, reason, refusal } = opened;
    if (refusal) notify(refer('notices', 'run.onOther', { refusal, engine: engine.name }));
    return { engine, reason };
  }

  type Opened = Omit<RunParts, 'placed' | 'watch' | keyof typeof rest>;

  /** The one place where a run takes the place of another. */
  function put(opened: Opened, continues?: TrainingRun): void {
    const next = startRun({ ...opened, ...rest, placed, watch });
    if (continues) next.continueFrom(continues);
    run?.dispose();
    run = next;
    runs = next.id;
    experiment = next.experiment;
  }

  /** What the run has come to, ready to be trained as `next` says. */
  async function preparedFrom(from: TrainingRun, next: Experiment): Promise<PreparedRun> {
    const start = await from.rescue();
    const optimisation = optimisationAt(from.prepared.problem, next);
    return { ...from.prepared, optimisation, start };
  }

  /** The starts of a run that is to grow are compared anew, from the first one's beginning. */
  function comparedAnew(from: TrainingRun, next: Experiment) {
    const { problem, start } = from.prepared;
    const prepared = { ...from.prepared, optimisation: optimisationAt(problem, next), start };
    return { prepared, comparison: new StartComparison(problem, next) };
  }

  return {
    get run() {
      return run;
    },
    get experiment() {
      return experiment;
    },
    async replace(next, prepared, beginning) {
      const opened = await openEngine(next, prepared);
      put({ id: runs + 1, experiment: next, prepared, ...opened, ...beginning });
      return { run: runs, anew: true };
    },
    change(present, next) {
      present.change(next);
      experiment = next;
    },
    async move(from, next) {
      const begun = isToGrow(from.prepared.problem, next)
        ? comparedAnew(from, next)
        : { prepared: await preparedFrom(from, next) };
      const opened = await openEngine(next, begun.prepared);
      put({ id: from.id, experiment: next, ...begun, ...opened }, from);
    },
    async growWhereDue() {
      const from = run;
      const cheapest = from?.grown;
      if (!from || !cheapest?.grown) return false;
      const { id, experiment: next, comparison } = from;
      const { grown, records: past } = cheapest;
      const prepared = grownRun(from.prepared, next, grown);
      const opened = await openEngine(next, prepared);
      put({ id, experiment: next, prepared, past, known: grown, comparison, ...opened }, from);
      return true;
    },
    async handOver(from, engine, reason) {
      const prepared = await preparedFrom(from, from.experiment);
      await engine.load(prepared.start);
      engine.setOptimisation(prepared.optimisation);
      put({ id: from.id, experiment: from.experiment, prepared, engine, reason }, from);
    },
    abandon() {
      run?.dispose();
      run = undefined;
    },
    place(probes) {
      placed = new Float32Array(probes);
      run?.place(placed);
    },
    look(next) {
      watch = next;
      run?.look(watch);
    },
  };
}
