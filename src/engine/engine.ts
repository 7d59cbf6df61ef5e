/**
 * What every engine can do. An engine owns one network on one device: it trains it, evaluates
 * it and measures its singular values. It knows nothing of experiments, pictures or the page.
 */
import type { EngineName } from '../experiment/engine-names.ts';
import { ExplainedError, type ReferenceValue } from '../messages/reference.ts';
import type { Optimisation, Problem } from './problem.ts';

export { type EngineName, engineNames } from '../experiment/engine-names.ts';

/** Everything needed to continue a run elsewhere; all buffers follow `parameterLayout`. */
export interface TrainingState {
  /** Optimiser steps done; Adam's bias correction of the next update uses `step + 1`. */
  readonly step: number;
  /** The step at which the ridge began to rise, or `warmingUp` (see schedule.ts). */
  readonly rampStart: number;
  readonly parameters: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

/** One value per step, each measured at the parameters *before* that step's update. */
export interface StepRecord {
  /** Steps done in all after this record. */
  readonly step: number;
  readonly dataLoss: Float32Array;
  /** ‖θ‖² over all weights and biases. */
  readonly parameterNorm: Float32Array;
}

/** Singular values, descending; entry ℓ−1 belongs to layer ℓ = 1 … L. */
export interface NetworkSpectra {
  /** Of each W_ℓ: min(fan in, fan out) values. */
  readonly weights: readonly Float32Array[];
  /** Of each Z_ℓ [N, fan out], the layer's output on the data (after ReLU for ℓ < L): min(N, fan out) values. */
  readonly activations: readonly Float32Array[];
}

export interface SpectraOptions {
  /** Subtract each activation's mean over the points first; a rank is only meaningful then. */
  readonly centred: boolean;
}

export interface TrainingEngine {
  readonly name: EngineName;
  /** What it runs on, for people: "WASM SIMD, one thread" or "tfjs WebGPU on swiftshader". */
  readonly device: ReferenceValue;
  readonly problem: Problem;

  /** Runs `steps` ≥ 1 optimiser steps. NaN or infinity in the record means that the run diverged; the engine stays usable through `load`. */
  train(steps: number): Promise<StepRecord>;
  /** Changes the optimisation from the next step on. */
  setOptimisation(optimisation: Optimisation): void;
  /** ∇J at the current parameters with the ridge in force there, unclipped, in the layout of `parameterLayout`. */
  gradient(): Promise<Float32Array>;
  /** Network outputs [M, outputs] at `points` [M, inputs], both row-major. */
  evaluate(points: Float32Array): Promise<Float32Array>;
  /** Outputs of every layer ℓ = 1 … L at `points` [M, inputs], each [M, fan out]. */
  activations(points: Float32Array): Promise<Float32Array[]>;
  spectra(options: SpectraOptions): Promise<NetworkSpectra>;
  save(): Promise<TrainingState>;
  load(state: TrainingState): Promise<void>;
  dispose(): void;
}

/** Opens an engine on a problem, starting from `state`. Throws `EngineUnavailable` where the device cannot run it. */
export type OpenEngine = (
  problem: Problem,
  optimisation: Optimisation,
  state: TrainingState,
) => Promise<TrainingEngine>;

/** This engine cannot run here; the reason says why. */
export class EngineUnavailable extends ExplainedError {
  override readonly name = 'EngineUnavailable';
  constructor(
    readonly engine: EngineName,
    reason: ReferenceValue,
  ) {
    super(reason);
  }
}
