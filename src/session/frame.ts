/** What the worker tells the page about a run. Everything can be posted; buffers are transferred. */
import type { ClassTopology } from '../analysis/topology/index.ts';
import type { NetworkSpectra } from '../engine/engine.ts';
import type { DataSet, EngineName } from '../experiment/index.ts';

/** A complete picture of the network at one step; it carries its data, so that it can outlive its run. */
export interface Picture {
  readonly run: number;
  readonly step: number;
  /** Layer sizes [inputs, width, …, outputs]. */
  readonly dims: readonly number[];
  readonly data: DataSet;
  /** Predicted class of every data point. */
  readonly predicted: Uint8Array;
  /** Singular values of W_ℓ and of the centred Z_ℓ. */
  readonly spectra: NetworkSpectra;
  readonly topology: ClassTopology;
}

/**
 * - `running`, `paused`: as the visitor wants it.
 * - `finished`: the step budget is used up.
 * - `diverged`: a loss was not finite; the run went back to its last good state and waits.
 */
export type RunStatus = 'running' | 'paused' | 'finished' | 'diverged';

/** Losses since the last frame, one value per step, each measured before that step's update. */
export interface HistoryPart {
  /** Steps done before the first value. */
  readonly firstStep: number;
  readonly dataLoss: Float32Array;
  /** ‖θ‖². */
  readonly parameterNorm: Float32Array;
}

export interface Frame {
  readonly run: number;
  readonly status: RunStatus;
  readonly step: number;
  readonly engine: EngineName;
  readonly device: string;
  /** Why this engine runs, in words for people. */
  readonly engineReason: string;
  /** Of the training alone, over the last second or so. */
  readonly stepsPerSecond: number;
  readonly dataLoss: number;
  /** Ridge coefficient in force times ‖θ‖². */
  readonly ridgeLoss: number;
  readonly parameterNorm: number;
  readonly accuracy: number;
  /** Whether the network has begun to fit its data, so that its picture is worth showing. */
  readonly fits: boolean;
  /** Whether training has gone on for long and the outputs are still the same for every point. */
  readonly collapsed: boolean;
  readonly history: HistoryPart;
  readonly picture?: Picture;
}
