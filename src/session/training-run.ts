/** One run in the worker: an engine at work on an experiment, and the account of it in frames. */

import type { PreparedRun, StepRecord, TrainingEngine, TrainingState } from '../engine/index.ts';
import { isToGrow } from '../engine/prepare.ts';
import type { EndedStart, StartComparison } from '../engine/short-starts.ts';
import type { EngineName, Experiment } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { Snapshot } from '../snapshot/index.ts';
import { cameraOf } from './camera.ts';
import { namingFaults } from './engine-fault.ts';
import type { Frame } from './frame.ts';
import { framesOf } from './frames.ts';
import { goodState } from './good-state.ts';
import type { Known } from './history.ts';
import type { Watch } from './insight.ts';
import { restAt } from './rest.ts';
import { RunAccount, type Standing } from './run-account.ts';
import { shownStart } from './shown-start.ts';
import { measureThroughput } from './throughput.ts';

/** Longest stretch of training during which no message is looked at. */
const sliceMilliseconds = 12;

export interface RunParts {
  readonly id: number;
  readonly experiment: Experiment;
  readonly prepared: PreparedRun;
  readonly engine: TrainingEngine;
  /** The short starts to begin with, the first of which is the engine's start. */
  readonly comparison?: StartComparison | undefined;
  /** What is known of the losses at the engine's start, where another network led there. */
  readonly known?: Known | undefined;
  /** The settled network that the run goes on from. */
  readonly settled?: Snapshot | undefined;
  /** All losses of a run that was trained unseen up to the engine's start. */
  readonly past?: readonly StepRecord[] | undefined;
  /** The network fits its data from the start, or did so where it was taken from. */
  readonly fits?: boolean | undefined;
  /** The depth at which a network was begun that has been carried over to this one. */
  readonly carriedFrom?: number | undefined;
  /** Why this engine, for people. */
  readonly reason: ReferenceValue;
  /** Probe points [M, 2] that somebody placed by hand. */
  readonly placed: Float32Array;
  /** Which closer looks are on screen. */
  readonly watch: Watch;
  /** Something went wrong that is not the engine's fault; training goes on. */
  readonly report: (error: unknown) => void;
  readonly breathe: () => Promise<void>;
  /** A command waits that may put another run in this one's place. */
  readonly overtaken: () => boolean;
  readonly now: () => number;
}

export interface TrainingRun extends Standing {
  readonly id: number;
  readonly prepared: PreparedRun;
  readonly experiment: Experiment;
  readonly engineName: EngineName;
  /** Of the training alone; undefined until it has been measured well enough to compare with. */
  readonly millisecondsPerStep: number | undefined;
  /** Trains for a moment; false where there is nothing to train. */
  slice(): Promise<boolean>;
  /** A frame, where there is something new to show and enough time has passed. */
  takeFrameIfDue(): Promise<Frame | undefined>;
  change(experiment: Experiment): void;
  /** Shows what becomes of these probe points [M, 2]. */
  place(probes: Float32Array): void;
  /** Takes a closer look at these parts from the next frame on. */
  look(watch: Watch): void;
  /** Outputs of every layer at the training inputs. */
  activations(): Promise<Float32Array[]>;
  /** The network's answers [M, outputs] to any inputs [M, inputs]. */
  evaluate(inputs: Float32Array): Promise<Float32Array>;
  /** Says anew why this engine runs. */
  explain(reason: ReferenceValue): void;
  pause(): void;
  resume(): void;
  /** Pauses, and ends a comparison of starts of which one has had its steps: whoever steps by hand wants to see the step. */
  readyForStep(): Promise<void>;
  singleStep(): Promise<void>;
  /** The state shown if the engine can still be read, else the last good one. */
  rescue(): Promise<TrainingState>;
  /** Takes over what a run on another engine has shown and whether it was paused. */
  continueFrom(earlier: TrainingRun): void;
  /** Data loss plus the full ridge; NaN before the first step. */
  readonly totalLoss: number;
  /** Whether people have been sent a picture of it that fits. */
  readonly isShown: boolean;
  /** Whether short starts are still being compared. */
  readonly comparing: boolean;
  /** The short starts that the run began with. */
  readonly comparison: StartComparison | undefined;
  /** The start that has grown deeper, and is to take the place of this network. */
  readonly grown: EndedStart | undefined;
  /** Whether the step budget is used up. */
  readonly isSpent: boolean;
  /** Until when the run stands still at what its file says; undefined once it trains. */
  readonly restsUntil: number | undefined;
  dispose(): void;
}

export function startRun(parts: RunParts): TrainingRun {
  const { id, prepared, comparison, settled, past = [], now } = parts;
  const { reason, placed, watch, report, breathe, overtaken } = parts;
  const engine = namingFaults(parts.engine);
  const camera = cameraOf({ id, prepared, engine, report, breathe, overtaken, now });
  const account = new RunAccount({
    prepared,
    experiment: parts.experiment,
    rest: settled && restAt(settled, now()),
    past,
    known: parts.known,
    fits: parts.fits,
    carriedFrom: parts.carriedFrom,
    onFit: camera.hurry,
  });
  const shown = shownStart(engine, comparison);
  const good = goodState(engine, prepared.start, now);
  const throughput = measureThroughput(sliceMilliseconds);
  const view = { reason, placed, watch };
  const frames = framesOf({
    id,
    prepared,
    engine,
    view,
    account,
    camera,
    shown,
    good,
    throughput,
    now,
  });

  /** @param steps no more than the present start has left, where several are compared */
  async function train(steps: number): Promise<void> {
    account.endRest();
    const isCompared = shown.comparing;
    const before = now();
    const record = await engine.train(steps);
    const spent = now() - before;
    throughput.record(record.dataLoss.length, spent);
    frames.changed();
    if (isCompared) return compare(record, spent);
    if (enter(record, spent)) {
      account.finishWhereSpent();
      await account.finishWhereSettled(engine);
    } else {
      account.diverge(good.state);
      await engine.load(good.state);
    }
  }

  /** Enters what training gave into the account; false, and nothing is entered, where it diverged. */
  function enter(record: StepRecord, spent: number): boolean {
    camera.networkChanged(spent);
    const isSound = account.enter(record, spent);
    good.judge(isSound);
    return isSound;
  }

  async function compare(record: StepRecord, spent: number): Promise<void> {
    await shown.take(record, spent, account.optimisation, {
      show: enter,
      clear: () => account.history.rewind(prepared.start),
      hurry: camera.hurry,
    });
    if (shown.comparing) return;
    if (comparison?.cheapest) {
      good.keep(comparison.cheapest.state);
      account.finishWhereSpent();
    } else account.diverge(prepared.start);
  }

  return {
    id,
    prepared,
    engineName: engine.name,
    get experiment() {
      return account.experiment;
    },
    get millisecondsPerStep() {
      return throughput.isReliable ? 1000 / throughput.stepsPerSecond : undefined;
    },
    get status() {
      return account.status;
    },
    get fits() {
      return account.fits;
    },
    get carriedFrom() {
      return account.carriedFrom;
    },
    get totalLoss() {
      return account.totalLoss;
    },
    get isShown() {
      return frames.haveShownFit;
    },
    get comparing() {
      return shown.comparing;
    },
    comparison,
    get grown() {
      const isGrown = shown.comparing || !isToGrow(prepared.problem, account.experiment);
      return isGrown ? undefined : comparison?.cheapest;
    },
    get ended() {
      return account.ended;
    },
    get history() {
      return account.history;
    },
    get isSpent() {
      return account.stepsLeft <= 0;
    },
    get restsUntil() {
      return account.status === 'running' ? account.rest?.until : undefined;
    },
    async slice() {
      const { status, rest, stepsLeft } = account;
      if (status !== 'running' || (rest && now() < rest.until)) return false;
      const most = shown.stepsLeft ?? stepsLeft;
      await train(Math.max(1, Math.min(throughput.sliceSteps, most)));
      return true;
    },
    takeFrameIfDue: () => frames.takeIfDue(),
    change(next) {
      account.change(next, now());
      engine.setOptimisation(account.optimisation);
      if (!shown.comparing) account.finishWhereSpent();
      frames.changed();
    },
    explain: (reason) => frames.view({ reason }),
    look: (watch) => frames.view({ watch }),
    place(placed) {
      frames.view({ placed });
      camera.hurry();
    },
    activations: () => shown.look(() => engine.activations(prepared.problem.inputs)),
    evaluate: (inputs) => shown.look(() => engine.evaluate(inputs)),
    pause() {
      account.pause();
      frames.changed();
    },
    resume() {
      account.resume(now());
      frames.changed();
    },
    async readyForStep() {
      account.pause();
      await shown.settle();
    },
    singleStep: () => train(1),
    rescue: () => good.rescue(shown.state),
    continueFrom: (earlier) => account.continueFrom(earlier),
    dispose: () => engine.dispose(),
  };
}
