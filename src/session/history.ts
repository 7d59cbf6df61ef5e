/** Collects the losses of a run, step by step, and hands them out in parts. */
import {
  fullRidgeFrom,
  type Optimisation,
  ridgeAt,
  type StepRecord,
  type TrainingState,
  warmingUp,
  warmUpEnds,
} from '../engine/index.ts';
import type { HistoryPart } from './frame.ts';

/** The newest values, where they are known before the first step. */
export interface Known {
  readonly dataLoss: number;
  /** ‖θ‖². */
  readonly parameterNorm: number;
}

export class History {
  /** Steps done. */
  step: number;
  /** Newest values; NaN before the first step. */
  dataLoss = Number.NaN;
  parameterNorm = Number.NaN;
  #rampStart: number;
  #firstStep: number;
  #parts: StepRecord[] = [];

  constructor(start: Pick<TrainingState, 'step' | 'rampStart'>, known?: Known) {
    this.step = start.step;
    this.#firstStep = start.step;
    this.#rampStart = start.rampStart;
    if (known) {
      this.dataLoss = known.dataLoss;
      this.parameterNorm = known.parameterNorm;
    }
  }

  /** Takes over the newest values of the same run at the same step, where none are known yet. */
  knowFrom({ step, dataLoss, parameterNorm }: History): void {
    if (step === this.step && Number.isNaN(this.dataLoss)) this.know({ dataLoss, parameterNorm });
  }

  /** Takes these for the newest values: the network is another than that whose losses were added. */
  know({ dataLoss, parameterNorm }: Known): void {
    this.dataLoss = dataLoss;
    this.parameterNorm = parameterNorm;
  }

  /** The step from which the full ridge is in force. */
  fullRidgeFrom(optimisation: Optimisation): number {
    return fullRidgeFrom(optimisation, this.#rampStart);
  }

  /** Adds what an engine reported; false, and nothing is added, where a value is not finite. */
  add(record: StepRecord, optimisation: Optimisation): boolean {
    const { dataLoss, parameterNorm, step } = record;
    if (!dataLoss.every(Number.isFinite) || !parameterNorm.every(Number.isFinite)) return false;
    for (let i = 0; i < dataLoss.length && this.#rampStart === warmingUp; i++) {
      if (warmUpEnds(optimisation, this.step + i, dataLoss[i])) this.#rampStart = this.step + i;
    }
    this.step = step;
    this.dataLoss = dataLoss[dataLoss.length - 1];
    this.parameterNorm = parameterNorm[parameterNorm.length - 1];
    this.#parts.push(record);
    return true;
  }

  /** Goes back to the step of a state that was loaded after a divergence. */
  rewind(state: Pick<TrainingState, 'step' | 'rampStart'>): void {
    this.step = state.step;
    this.#rampStart = state.rampStart;
    this.#firstStep = state.step;
    this.#parts = [];
  }

  /** Ridge coefficient in force at the next update. */
  ridge(optimisation: Optimisation): number {
    return ridgeAt(optimisation, this.step, this.#rampStart);
  }

  /** Everything since the last part. */
  takePart(): HistoryPart {
    const length = this.#parts.reduce((sum, part) => sum + part.dataLoss.length, 0);
    const dataLoss = new Float32Array(length);
    const parameterNorm = new Float32Array(length);
    let offset = 0;
    for (const part of this.#parts) {
      dataLoss.set(part.dataLoss, offset);
      parameterNorm.set(part.parameterNorm, offset);
      offset += part.dataLoss.length;
    }
    const firstStep = this.#firstStep;
    this.#firstStep = this.step;
    this.#parts = [];
    return { firstStep, dataLoss, parameterNorm };
  }
}
