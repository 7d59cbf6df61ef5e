/** What the page asks of a worker and what it gets back. */
import type { EntryName } from './contenders/index.ts';

export interface Jobs {
  /** Opens a contender on one of `sizes`; the answer says what it runs on. */
  open: { ask: { entry: EntryName; size: number }; answer: string };
  train: { ask: { steps: number }; answer: Batch };
  /** The objective at the contender's parameters, computed by the judge. */
  judge: { ask: Record<never, never>; answer: number };
  /** The judge's own run: J at the start and after each of `steps` updates. */
  trajectory: { ask: { size: number; steps: number }; answer: number[] };
  /** GFLOP/s of the wasm engine's matrix product on in-cache data. */
  roofline: { ask: Record<never, never>; answer: number };
  /** JavaScript of a step alone, see encoding.ts. */
  encoding: { ask: { entry: EntryName; size: number }; answer: Encoding };
  figure2: { ask: { steps: number }; answer: Figure2 };
  endurance: { ask: { early: number; late: number }; answer: Endurance };
  /** Singular values of a whole network on the wasm engine, see spectra.ts. */
  spectra: { ask: Record<never, never>; answer: SpectraTime };
  /** What singular values cost training on the GPU, see stall.ts. */
  stall: { ask: { size: number; rounds: number }; answer: Stall };
}

export interface Batch {
  readonly milliseconds: number;
  /** Of the whole batch. */
  readonly dispatches: number;
  /** Milliseconds in which JavaScript was not waiting for the GPU. */
  readonly busy: number;
}

export interface Encoding {
  readonly entry: EntryName;
  /** Milliseconds a step, median of the repeats. */
  readonly milliseconds: number;
}

export interface Figure2 {
  readonly steps: number;
  readonly openMilliseconds: number;
  readonly trainMilliseconds: number;
  readonly dataLoss: number;
}

export interface Endurance {
  readonly early: number;
  readonly late: number;
  /** Steps a second at the states reached after `early` and `late` steps. */
  readonly earlyRate: number;
  readonly lateRate: number;
  readonly ratio: number;
}

export interface SpectraTime {
  readonly layers: number;
  /** Of every layer, the first one's inputs included. */
  readonly width: number;
  readonly points: number;
  /** Median over the frames, of the weights' singular values alone. */
  readonly weightsMilliseconds: number;
  /** The same with those of all layers' outputs on the points, their forward pass included. */
  readonly allMilliseconds: number;
  readonly frames: number;
}

export interface Stall {
  readonly size: string;
  /** Whether the adapter is done in software; then the engine's own choice, the CPU, was overruled. */
  readonly software: boolean;
  /** Steps a second, medians of the rounds: without spectra, and beside them. */
  readonly aloneRate: number;
  readonly besideRate: number;
  /** Share of the steps that were lost. */
  readonly lost: number;
  /** Pictures' spectra a second. */
  readonly pictureRate: number;
}

export type JobName = keyof Jobs;
export type Request = {
  [Job in JobName]: { readonly job: Job; readonly ask: Jobs[Job]['ask'] };
}[JobName];
export type Reply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly reason: string };
