/** What is known of one settled network, and of a family of them along depth. */
import type { DataSet, Experiment } from '../experiment/index.ts';
import { ExplainedError } from '../messages/reference.ts';

/**
 * A network without what it does not need: dead neurons are left out, and neurons that see the
 * same direction are one. It computes what the trained network computed, with the same singular
 * values up to the tolerance it was encoded with.
 */
export interface CompactNetwork {
  /** Layer sizes [inputs, …, outputs]; hidden ones are at most the width of the experiment. */
  readonly dims: readonly number[];
  /** Flat, in the layout of `parameterLayout(dims)`. */
  readonly parameters: Float32Array;
}

/** What was measured on the trained network when its file was made. */
export interface SettledFigures {
  readonly dataLoss: number;
  /** Data loss plus the full ridge. */
  readonly totalLoss: number;
  /** ‖θ‖²/L. */
  readonly normPerLayer: number;
  /** At the experiment's threshold. */
  readonly bottleneckRank: number;
  /** Undefined where there are no classes in the plane. */
  readonly tripoints: number | undefined;
  /** Share of training points classified rightly; undefined where there are no classes. */
  readonly accuracy: number | undefined;
}

/** What one settled network was made with. */
export interface Made {
  /** Of the source, as git names it, with “-dirty” where it had changes that were in no revision. */
  readonly revision: string;
  /** ISO date, such as 2026-11-23. */
  readonly date: string;
  /**
   * Worked out afterwards from the history of the file, when the network's own revision had not
   * been written down. The revision is then a range as git writes it, “abc..def” or “..def” (not
   * after def), and changes in no revision are possible even where “-dirty” is missing.
   */
  readonly reconstructed?: true;
}

/** One settled network as a file holds it. */
export interface SettledState {
  readonly depth: number;
  /** Seed of the initial weights, the cheapest of those that were tried: 0, 1, …, `tried` − 1. */
  readonly seed: number;
  readonly tried: number;
  /** Optimiser steps it was trained. */
  readonly steps: number;
  readonly network: CompactNetwork;
  /** For each layer the root mean square of √v, v being Adam's second moments at the end. */
  readonly gradientScales: Float32Array;
  readonly figures: SettledFigures;
  readonly made: Made;
}

/** What all networks of a file have in common. */
export interface Provenance {
  readonly name: string;
  /** Link query of the experiment, without its depth. */
  readonly query: string;
  readonly engine: string;
}

/** A settled network with everything needed to draw it or to train it on. */
export interface Snapshot extends SettledState {
  /** The completed experiment at this depth, as the page runs it. */
  readonly experiment: Experiment;
  readonly data: DataSet;
  readonly provenance: Provenance;
}

/** The settled networks of one featured experiment, by depth. */
export interface SnapshotSet {
  readonly provenance: Provenance;
  /** Size of the file. */
  readonly bytes: number;
  /** Ascending. */
  readonly depths: readonly number[];
  /** The snapshot at exactly this depth. */
  at(depth: number): Snapshot | undefined;
}

/** A file of settled networks that cannot be used. */
export class SnapshotError extends ExplainedError {
  override readonly name = 'SnapshotError';
}
