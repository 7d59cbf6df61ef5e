/**
 * The account of a run: its losses, whether it fits its data yet, and how it stands. It trains
 * nothing; whoever does enters what came of it.
 */
import { bottleneckRank, scaleAskedFor } from '../analysis/index.ts';
import { watchSettling } from '../analysis/settling.ts';
import {
  type Optimisation,
  optimisationAt,
  type PreparedRun,
  type Problem,
  type StepRecord,
  type TrainingEngine,
  type TrainingState,
  warmingUp,
} from '../engine/index.ts';
import type { Experiment } from '../experiment/index.ts';
import { trainsAlike } from './change.ts';
import type { RunStatus } from './frame.ts';
import { History, type Known } from './history.ts';
import type { Rest } from './rest.ts';

/** A regression fits once it explains all but this share of the variance of its targets. */
const unexplained = 0.5;
/** A run that does not fit after these steps, or this training time in milliseconds, is shown all the same. */
const patience = { steps: 1600, milliseconds: 4000 };
/** Before the first step. */
const fresh = { step: 0, rampStart: warmingUp };

interface Opening {
  readonly prepared: PreparedRun;
  readonly experiment: Experiment;
  readonly rest: Rest | undefined;
  /** All losses of what was trained unseen. */
  readonly past: readonly StepRecord[];
  /** The losses of a start that was reached on another network. */
  readonly known: Known | undefined;
  /** The network fits from the start, or did so where it was taken from and will do so again. */
  readonly fits: boolean | undefined;
  /** The depth at which a network was begun that has been carried over to this one. */
  readonly carriedFrom: number | undefined;
  /** Called once, when the run begins to fit. */
  readonly onFit: () => void;
}

/** How a run stands, for the same run on another engine. */
export type Standing = Pick<RunAccount, 'status' | 'ended' | 'fits' | 'carriedFrom' | 'history'>;

export class RunAccount {
  readonly history: History;
  /** Loss from which a regression fits; that of other tasks is the experiment's. */
  readonly #enough: number | undefined;
  readonly #onFit: () => void;
  readonly #settling = watchSettling();
  readonly #problem: Problem;
  #experiment: Experiment;
  #optimisation: Optimisation;
  #status: RunStatus;
  #ended: 'steps' | 'settled' = 'steps';
  #fits: boolean;
  #carriedFrom: number | undefined;
  #rest: Rest | undefined;
  /** Milliseconds of training so far. */
  #trained = 0;

  constructor(opening: Opening) {
    const { prepared, experiment, rest, past, fits = false, onFit } = opening;
    const { problem } = prepared;
    this.#problem = problem;
    this.#enough = problem.loss === 'mse' ? unexplained * scaleAskedFor(problem) ** 2 : undefined;
    this.#onFit = onFit;
    this.#experiment = experiment;
    this.#optimisation = prepared.optimisation;
    this.#status = prepared.start.step < experiment.steps ? 'running' : 'finished';
    this.#fits = fits || rest !== undefined || past.length > 0;
    this.#carriedFrom = opening.carriedFrom;
    this.#rest = rest;
    this.history = new History(past.length > 0 ? fresh : prepared.start, rest?.known);
    for (const part of past) this.history.add(part, prepared.optimisation);
    if (opening.known) this.history.know(opening.known);
  }

  get experiment(): Experiment {
    return this.#experiment;
  }

  get optimisation(): Optimisation {
    return this.#optimisation;
  }

  /** As the visitor wants it, or as training left it. */
  get status(): RunStatus {
    return this.#status;
  }

  /** Why a finished run ended. */
  get ended(): 'steps' | 'settled' {
    return this.#ended;
  }

  /** Whether the run fits its data, or has been trained for so long that it is shown all the same. */
  get fits(): boolean {
    return this.#fits;
  }

  /** The depth at which the network was begun, where it has been carried over to this one. */
  get carriedFrom(): number | undefined {
    return this.#carriedFrom;
  }

  /** Present until the first step here. */
  get rest(): Rest | undefined {
    return this.#rest;
  }

  /** Steps left of the budget. */
  get stepsLeft(): number {
    return this.#experiment.steps - this.history.step;
  }

  /** Data loss plus the full ridge; NaN before the first step. */
  get totalLoss(): number {
    return this.history.dataLoss + this.#optimisation.ridge * this.history.parameterNorm;
  }

  /** What the screen shows is trained here from now on. */
  endRest(): void {
    this.#rest = undefined;
  }

  /** Enters what training gave; false, and nothing is entered, where it diverged. */
  enter(record: StepRecord, milliseconds: number): boolean {
    if (!this.history.add(record, this.#optimisation)) return false;
    this.#trained += milliseconds;
    this.noteFit(
      this.history.dataLoss < (this.#enough ?? this.#experiment.warmUpLoss) ||
        record.step > patience.steps ||
        this.#trained > patience.milliseconds,
    );
    return true;
  }

  /** A run that fits once is taken to do so from then on. */
  noteFit(nowFits: boolean): void {
    if (nowFits && !this.#fits) this.#onFit();
    this.#fits ||= nowFits;
  }

  finishWhereSpent(): void {
    if (this.stepsLeft <= 0 && this.#status === 'running') this.#status = 'finished';
  }

  /** Ends a run of which nothing changes any more, where that was asked for. */
  async finishWhereSettled(engine: Pick<TrainingEngine, 'spectra'>): Promise<void> {
    const { stop, threshold, depth } = this.#experiment;
    const { step, parameterNorm } = this.history;
    if (stop !== 'settled' || this.#status !== 'running') return;
    if (!this.#settling.isDue(step, this.history.fullRidgeFrom(this.#optimisation))) return;
    const { rank } = bottleneckRank(await engine.spectra({ centred: true }), threshold);
    const normPerLayer = parameterNorm / depth;
    if (!this.#settling.note({ step, bottleneckRank: rank, normPerLayer })) return;
    this.#status = 'finished';
    this.#ended = 'settled';
  }

  /** The run diverged and goes back to this state. */
  diverge(back: TrainingState): void {
    this.#status = 'diverged';
    this.history.rewind(back);
  }

  /** Takes in a change that the run answers where it stands; a finished one may have to go on. */
  change(next: Experiment, now: number): void {
    const goesOn = !trainsAlike(this.#experiment, next);
    // Ranks that were read at another threshold do not compare.
    if (goesOn || next.threshold !== this.#experiment.threshold) this.#settling.forget();
    this.#experiment = next;
    this.#optimisation = optimisationAt(this.#problem, next);
    if (!goesOn) return;
    this.#restUntil(now);
    this.#ended = 'steps';
    if (this.#status === 'finished' && this.stepsLeft > 0) this.#status = 'running';
  }

  pause(): void {
    if (this.#status === 'running') this.#status = 'paused';
  }

  resume(now: number): void {
    if (this.#status !== 'finished') this.#status = 'running';
    this.#restUntil(now);
  }

  /** Takes over how the same run stood on another engine. */
  continueFrom({ status, ended, fits, carriedFrom, history }: Standing): void {
    this.#fits = fits;
    this.#carriedFrom = carriedFrom;
    this.#ended = ended;
    // Where the last good state was an earlier one, what is missing of a budget is trained again.
    if (status !== 'finished' || ended === 'settled') this.#status = status;
    this.history.knowFrom(history);
  }

  #restUntil(now: number): void {
    if (this.#rest) this.#rest = { ...this.#rest, until: now };
  }
}
