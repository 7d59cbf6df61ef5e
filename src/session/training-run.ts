/** One run in the worker: an engine at work on an experiment, and the account of it in frames. */
import { accuracy, bottleneckRank, predictedClasses, scaleAskedFor } from '../analysis/index.ts';
import { watchSettling } from '../analysis/settling.ts';
import {
  optimisationOf,
  type PreparedRun,
  type StepRecord,
  type TrainingEngine,
  type TrainingState,
  warmingUp,
} from '../engine/index.ts';
import type { StartComparison } from '../engine/short-starts.ts';
import type { EngineName, Experiment } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { Snapshot } from '../snapshot/index.ts';
import { cameraOf, type Shot } from './camera.ts';
import { effectOfChange } from './change.ts';
import type { Frame, Picture, RunStatus } from './frame.ts';
import { History } from './history.ts';
import type { Watch } from './insight.ts';
import { type Rest, restAt } from './rest.ts';
import { shownStart } from './shown-start.ts';
import { measureThroughput } from './throughput.ts';

/** Longest stretch of training during which no message is looked at. */
const sliceMilliseconds = 12;
/** Figures are sent at most this often; pictures as often as their cost allows. */
const frameInterval = 50;
const snapshotInterval = 1000;
/** Accuracy from which a run is worth showing. */
const fittingAccuracy = 0.98;
/** A regression fits once it explains all but this share of the variance of its targets. */
const unexplained = 0.5;
/** A run that does not fit after these steps, or this training time in milliseconds, is shown all the same. */
const patience = { steps: 1600, milliseconds: 4000 };
/** Before the first step. */
const fresh = { step: 0, rampStart: warmingUp };

export interface RunParts {
  readonly id: number;
  readonly experiment: Experiment;
  readonly prepared: PreparedRun;
  readonly engine: TrainingEngine;
  /** The short starts to begin with, the first of which is the engine's start. */
  readonly comparison?: StartComparison | undefined;
  /** The settled network that the run goes on from. */
  readonly settled?: Snapshot | undefined;
  /** All losses of a run that was trained unseen up to the engine's start. */
  readonly past?: readonly StepRecord[] | undefined;
  /** Why this engine, for people. */
  readonly reason: ReferenceValue;
  /** Probe points [M, 2] that somebody placed by hand. */
  readonly placed: Float32Array;
  /** Which closer looks are on screen. */
  readonly watch: Watch;
  readonly breathe: () => Promise<void>;
  readonly now: () => number;
}

export interface TrainingRun {
  readonly id: number;
  readonly prepared: PreparedRun;
  readonly experiment: Experiment;
  readonly engineName: EngineName;
  /** Of the training alone; Infinity before the first step. */
  readonly millisecondsPerStep: number;
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
  singleStep(): Promise<void>;
  /** The state shown if the engine can still be read, else the last good one. */
  rescue(): Promise<TrainingState>;
  /** Takes over what a run on another engine has shown and whether it was paused. */
  continueFrom(earlier: TrainingRun): void;
  readonly status: RunStatus;
  readonly fits: boolean;
  /** Data loss plus the full ridge; NaN before the first step. */
  readonly totalLoss: number;
  /** Whether short starts are still being compared. */
  readonly comparing: boolean;
  /** Whether the step budget is used up. */
  readonly isSpent: boolean;
  /** Until when the run stands still at what its file says; undefined once it trains. */
  readonly restsUntil: number | undefined;
  dispose(): void;
}

export function startRun(parts: RunParts): TrainingRun {
  const { id, prepared, engine, comparison, settled, past = [], breathe, now } = parts;
  const { data, problem } = prepared;
  const scale = scaleAskedFor(problem);
  let { experiment, placed, watch, reason } = parts;
  let optimisation = prepared.optimisation;
  let status: RunStatus = prepared.start.step < experiment.steps ? 'running' : 'finished';
  let lastGood = prepared.start;
  let lastGoodAt = now();
  let rest: Rest | undefined = settled && restAt(settled, now());
  let fits = rest !== undefined || past.length > 0;
  /** Milliseconds of training so far. */
  let trained = 0;
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  /** Something changed that the last frame does not show. */
  let unseen = true;
  let lastShare: number | undefined;
  const shown = shownStart(engine, comparison);
  const camera = cameraOf({ id, prepared, engine, breathe, now });
  const throughput = measureThroughput(sliceMilliseconds);
  const settling = watchSettling();
  let ended: 'steps' | 'settled' = 'steps';
  const history = new History(past.length > 0 ? fresh : prepared.start, rest?.known);
  for (const part of past) history.add(part, optimisation);

  async function train(steps: number): Promise<void> {
    rest = undefined;
    const compared = shown.comparing ? comparison : undefined;
    const before = now();
    const record = await engine.train(compared ? Math.min(steps, compared.stepsLeft) : steps);
    const spent = now() - before;
    throughput.record(record.dataLoss.length, spent);
    unseen = true;
    if (compared) {
      await compare(compared, record, spent);
      return;
    }
    if (show(record, spent)) {
      finishWhereDone();
      await finishWhereSettled();
    } else {
      status = 'diverged';
      await engine.load(lastGood);
      history.rewind(lastGood);
    }
  }

  /** One slice of a short start: the first is seen as it trains, of the others only one that ends cheaper than all before. */
  async function compare(
    starts: StartComparison,
    record: StepRecord,
    spent: number,
  ): Promise<void> {
    const { start, cheapest } = starts;
    const isOnScreen = cheapest === undefined;
    if (isOnScreen) show(record, spent);
    if (!(await starts.take(engine, record, optimisation))) return;
    const best = starts.cheapest;
    if (best === undefined) {
      history.rewind(prepared.start);
      if (starts.isOver) status = 'diverged';
    } else if (best.start === start && !isOnScreen) {
      history.rewind(prepared.start);
      for (const part of best.records) show(part, 0);
    }
    if (best?.start === start) camera.hurry();
    if (starts.isOver) finishWhereDone();
  }

  /** Enters what training gave into the account of the run; false, and nothing is entered, where it diverged. */
  function show(record: StepRecord, spent: number): boolean {
    camera.networkChanged(spent);
    if (!history.add(record, optimisation)) return false;
    trained += spent;
    const enough = problem.loss === 'mse' ? unexplained * scale ** 2 : experiment.warmUpLoss;
    noteFit(
      history.dataLoss < enough || record.step > patience.steps || trained > patience.milliseconds,
    );
    return true;
  }

  function finishWhereDone(): void {
    if (history.step >= experiment.steps && status === 'running') status = 'finished';
  }

  async function finishWhereSettled(): Promise<void> {
    const { step, parameterNorm } = history;
    if (experiment.stop !== 'settled' || status !== 'running') return;
    if (!settling.isDue(step, history.fullRidgeFrom(optimisation))) return;
    const { rank } = bottleneckRank(await engine.spectra({ centred: true }), experiment.threshold);
    const normPerLayer = parameterNorm / experiment.depth;
    if (!settling.note({ step, bottleneckRank: rank, normPerLayer })) return;
    status = 'finished';
    ended = 'settled';
  }

  /** The first picture of a run that fits is due at once. */
  function noteFit(nowFits: boolean): void {
    if (nowFits && !fits) camera.hurry();
    fits ||= nowFits;
  }

  /** A picture of what is on screen; the state it shows is good to go back to. */
  async function takeShot(sharp: boolean): Promise<Shot> {
    const scene = { step: history.step, experiment, placed, watch, network: rest?.network };
    const shot = await camera.take(scene, sharp);
    if (now() - lastGoodAt > snapshotInterval && status !== 'diverged') {
      lastGood = await engine.save();
      lastGoodAt = now();
    }
    return shot;
  }

  async function shareClassifiedRightly(taken?: Picture): Promise<number | undefined> {
    if (data.kind !== 'classes') return undefined;
    // What is on screen stands still while another start trains.
    if (!taken && shown.state) return lastShare;
    const predicted =
      taken?.kind === 'classes'
        ? taken.predicted
        : predictedClasses(await engine.evaluate(data.inputs), data.classCount);
    return accuracy(predicted, data.labels);
  }

  async function frame(withPicture: 'none' | 'live' | 'sharp'): Promise<Frame> {
    const sharp = withPicture === 'sharp';
    const shot = withPicture === 'none' ? undefined : await shown.look(() => takeShot(sharp));
    const share = await shareClassifiedRightly(shot?.picture);
    lastShare = share;
    noteFit(share !== undefined && share >= fittingAccuracy);
    lastFrameAt = now();
    unseen = false;
    return {
      run: id,
      status,
      step: history.step,
      engine: engine.name,
      device: engine.device,
      engineReason: reason,
      stepsPerSecond: throughput.stepsPerSecond,
      dataLoss: history.dataLoss,
      ridgeLoss: history.ridge(optimisation) * history.parameterNorm,
      parameterNorm: history.parameterNorm,
      accuracy: share,
      fits,
      collapsed: camera.collapsed,
      ...(status === 'finished' && { ended }),
      ...(shown.progress && { starts: shown.progress }),
      ...(rest && { settled: rest.note }),
      history: history.takePart(),
      ...shot,
    };
  }

  return {
    id,
    prepared,
    get experiment() {
      return experiment;
    },
    engineName: engine.name,
    get millisecondsPerStep() {
      return 1000 / throughput.stepsPerSecond;
    },
    explain(newReason) {
      reason = newReason;
      unseen = true;
    },
    get status() {
      return status;
    },
    get fits() {
      return fits;
    },
    get totalLoss() {
      return history.dataLoss + optimisation.ridge * history.parameterNorm;
    },
    get comparing() {
      return shown.comparing;
    },
    get isSpent() {
      return history.step >= experiment.steps;
    },
    get restsUntil() {
      return status === 'running' ? rest?.until : undefined;
    },
    async slice() {
      if (status !== 'running' || (rest && now() < rest.until)) return false;
      const left = shown.comparing ? Number.POSITIVE_INFINITY : experiment.steps - history.step;
      await train(Math.max(1, Math.min(throughput.sliceSteps, left)));
      return true;
    },
    async takeFrameIfDue() {
      // A rest begins with a quick picture, so that something is seen at once.
      if (status === 'running' && rest && !camera.used) return frame('live');
      if (status !== 'running' || rest)
        return unseen || camera.blurred ? frame('sharp') : undefined;
      if (now() - lastFrameAt < frameInterval) return undefined;
      return frame(camera.isDue(fits) ? 'live' : 'none');
    },
    change(next) {
      const goesOn = effectOfChange(experiment, next) !== 'view' || ended === 'steps';
      experiment = next;
      optimisation = optimisationOf(next);
      engine.setOptimisation(optimisation);
      if (goesOn) {
        settling.forget();
        ended = 'steps';
      }
      if (rest) rest = { ...rest, until: now() };
      if (goesOn && status === 'finished' && history.step < next.steps) status = 'running';
      if (!shown.comparing) finishWhereDone();
      unseen = true;
    },
    look(next) {
      watch = next;
      unseen = true;
    },
    place(probes) {
      placed = probes;
      unseen = true;
      camera.hurry();
    },
    activations: () => shown.look(() => engine.activations(problem.inputs)),
    evaluate: (inputs) => shown.look(() => engine.evaluate(inputs)),
    pause() {
      if (status === 'running') status = 'paused';
      unseen = true;
    },
    resume() {
      if (status !== 'finished') status = 'running';
      if (rest) rest = { ...rest, until: now() };
      unseen = true;
    },
    async singleStep() {
      if (status === 'running') status = 'paused';
      // Whoever steps by hand wants to see the step; an unseen start would hide it.
      if (shown.state) await comparison?.endWithCheapest(engine);
      await train(1);
    },
    async rescue() {
      try {
        const state = shown.state ?? (await engine.save());
        if (state.parameters.every(Number.isFinite)) return state;
      } catch {
        // A lost device cannot be read; the last good state is what remains.
      }
      return lastGood;
    },
    continueFrom(earlier) {
      fits = earlier.fits;
      if (earlier.status !== 'finished') status = earlier.status;
    },
    dispose() {
      engine.dispose();
    },
  };
}
