/**
 * The messages between the page and its worker. The page asks with a request id and gets exactly
 * one `return` or `throw` for it; frames and notices come unasked. A frame is answered by
 * `drawn`, and no further frame is sent before that.
 */
import type { Experiment } from '../experiment/index.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import type { RestartsReport } from './background-restarts.ts';
import type { Frame } from './frame.ts';
import type { Watch } from './insight.ts';
import type { LayerLook } from './layer-look.ts';

export type Command =
  /** Runs this experiment: continues the present run where the change allows it, else begins anew. */
  | { readonly kind: 'run'; readonly experiment: Experiment }
  /** Begins this experiment as its link would, whatever runs: with a settled network where one ships. */
  | { readonly kind: 'open'; readonly experiment: Experiment }
  /** Shows the run of this experiment's seed that was trained in the background. */
  | { readonly kind: 'take-restart'; readonly experiment: Experiment }
  /** Begins this experiment with a fresh network, whatever runs. */
  | { readonly kind: 'reset'; readonly experiment: Experiment }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** Takes one optimiser step and pauses. */
  | { readonly kind: 'step' }
  /** Places the probe points [M, 2] of a curve's autoencoder by hand; they are kept from run to run. */
  | { readonly kind: 'place'; readonly probes: Float32Array }
  /** Says which closer looks are on screen; the others are not taken. */
  | { readonly kind: 'watch'; readonly watch: Watch }
  /** Asks for the network's answers to inputs [M, inputs], such as a digit somebody drew. */
  | { readonly kind: 'evaluate'; readonly inputs: Float32Array }
  /** Asks for every parameter of layer ℓ = 1 … L, as of now. */
  | { readonly kind: 'layer'; readonly layer: number };

export type ToWorker =
  | { readonly kind: 'request'; readonly id: number; readonly command: Command }
  | { readonly kind: 'drawn' }
  | { readonly kind: 'visible'; readonly visible: boolean };

export interface RunStarted {
  readonly run: number;
  /** False where the present run goes on with changed settings. */
  readonly anew: boolean;
}

export interface Evaluated {
  /** [M, outputs], row-major. */
  readonly outputs: Float32Array;
}

/** What a command is answered with; nothing, where no run could obey it. */
export type Answer = RunStarted | Evaluated | LayerLook | undefined;

/** The answer to a command of this kind. */
export type AnswerTo<Asked extends Command> = Asked extends {
  readonly kind: 'run' | 'open' | 'reset' | 'take-restart';
}
  ? RunStarted | undefined
  : Asked extends { readonly kind: 'evaluate' }
    ? Evaluated | undefined
    : Asked extends { readonly kind: 'layer' }
      ? LayerLook | undefined
      : undefined;

export type FromWorker =
  | { readonly kind: 'return'; readonly id: number; readonly value: Answer }
  | { readonly kind: 'throw'; readonly id: number; readonly reason: ReferenceValue }
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** How the runs from other seeds go that are trained in the background. */
  | { readonly kind: 'restarts'; readonly report: RestartsReport }
  /** Something people should know that did not stop the run, such as a change of engine. */
  | { readonly kind: 'notice'; readonly message: ReferenceValue };
