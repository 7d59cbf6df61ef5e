/** What the worker tells the page about a run. Everything can be posted; buffers are transferred. */
import type { Imitation } from '../analysis/imitation.ts';
import type { Projection } from '../analysis/projection.ts';
import type { ClassTopology } from '../analysis/topology/index.ts';
import type { NetworkSpectra } from '../engine/index.ts';
import type { ClassData, CurveData, EngineName } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { Insight } from './insight.ts';

/** What every picture of a network at one step shows, whatever the task. */
interface AnyPicture {
  readonly run: number;
  readonly step: number;
  /** Layer sizes [inputs, width, …, outputs]. */
  readonly dims: readonly number[];
  /** Singular values of W_ℓ and of the centred Z_ℓ. */
  readonly spectra: NetworkSpectra;
  /** Singular values of the Z_ℓ as they are, where they were asked for. */
  readonly rawActivations?: NetworkSpectra['activations'];
}

/** The regions of the plane that the network assigns to each class. */
export interface ClassPicture extends AnyPicture {
  readonly kind: 'classes';
  readonly data: ClassData;
  /** Predicted class of every data point. */
  readonly predicted: Uint8Array;
  readonly topology: ClassTopology;
}

/** How well, and how, the network imitates its teacher. */
export interface TeacherPicture extends AnyPicture, Imitation {
  readonly kind: 'teacher';
  /** Rank k of the teacher, beside which to read the bottleneck rank of the spectra. */
  readonly trueRank: number;
}

/** What the autoencoder does to the plane around its curve. */
export interface CurvePicture extends AnyPicture, Projection {
  readonly kind: 'curve';
  readonly data: CurveData;
  /** [M, 2]: where the arrows begin. */
  readonly probes: Float32Array;
  /** [M, 2]: where they end, the network's answers to the probes. */
  readonly images: Float32Array;
}

/** What the autoencoder makes of noisy digits that it has not seen. */
export interface DigitPicture extends AnyPicture {
  readonly kind: 'digits';
  /** Pixels along one side of an image. */
  readonly side: number;
  /** Which digits are shown; images below are [count, side²] from 0 (paper) to 1 (ink), or beyond. */
  readonly labels: Uint8Array;
  readonly clean: Float32Array;
  readonly noisy: Float32Array;
  readonly denoised: Float32Array;
  /** Mean distance of denoised digits to the clean ones as a share of that of the noisy ones, over all held-out digits. */
  readonly errorRatio: number;
}

/** What a picture of this kind shows beyond what all pictures show. */
export type PartOf<OneKind extends AnyPicture> = Omit<OneKind, keyof AnyPicture>;

/** A complete picture of the network; it carries its data, so that it can outlive its run. */
export type Picture = ClassPicture | TeacherPicture | CurvePicture | DigitPicture;

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

/** Short starts of which the cheapest goes on; each counts from 0. */
export interface StartsProgress {
  readonly count: number;
  /** The start in training; undefined once all have been compared. */
  readonly training: number | undefined;
  /** The cheapest of those that have had their steps; undefined before the first has. */
  readonly cheapest: number | undefined;
}

/** How a network was trained that came from a file. */
export interface SettledNote {
  readonly engine: string;
  /** Seeds of which it was the cheapest. */
  readonly tried: number;
  readonly steps: number;
  /** Of the source that trained it; see `Made` of the snapshots. */
  readonly revision: string;
  /** ISO date. */
  readonly date: string;
}

export interface Frame {
  readonly run: number;
  /** Layers of the network that the frame tells of. */
  readonly depth: number;
  readonly status: RunStatus;
  readonly step: number;
  readonly engine: EngineName;
  readonly device: ReferenceValue;
  /** Why this engine runs, in words for people. */
  readonly engineReason: ReferenceValue;
  /** Of the training alone, over the last second or so. */
  readonly stepsPerSecond: number;
  readonly dataLoss: number;
  /** Ridge coefficient in force times ‖θ‖². */
  readonly ridgeLoss: number;
  readonly parameterNorm: number;
  /** Share of points classified rightly; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** Whether the network has begun to fit its data, so that its picture is worth showing. */
  readonly fits: boolean;
  /** The depth at which the network was begun, where it has been carried over to this one. */
  readonly carriedFrom?: number;
  /** Whether training has gone on for long and the outputs are still the same for every point. */
  readonly collapsed: boolean;
  /** Why a finished run ended: its budget was used up, or nothing changed any more. */
  readonly ended?: 'steps' | 'settled';
  /** How the comparison of short starts goes or went; undefined where the run had none. Everything else in the frame is of the start shown: the first, and from its end on the cheapest so far. */
  readonly starts?: StartsProgress;
  /** Present while the frame shows exactly what a file says; what has been trained here is live. */
  readonly settled?: SettledNote;
  readonly history: HistoryPart;
  readonly picture?: Picture;
  /** The closer look that was asked for, where it was due. */
  readonly insight?: Insight;
}
