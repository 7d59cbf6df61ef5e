/** A run that came from a file rests at what the file says until it has been seen; then it trains. */
import { type ReadableNetwork, type Snapshot, settledNetwork } from '../snapshot/index.ts';
import type { SettledNote } from './frame.ts';
import type { Known } from './history.ts';

/** How long the settled state stands still before training goes on from it. */
export const restMilliseconds = 1500;

export interface Rest {
  /** When training goes on by itself. */
  readonly until: number;
  /** Answers much faster than an engine: it has a few neurons a layer. */
  readonly network: ReadableNetwork;
  readonly note: SettledNote;
  /** What the history shows before the first step. */
  readonly known: Known;
}

/** @param now in milliseconds */
export function restAt(snapshot: Snapshot, now: number): Rest {
  const { tried, steps, depth, figures, provenance, made } = snapshot;
  const { dataLoss, normPerLayer } = figures;
  return {
    until: now + restMilliseconds,
    network: settledNetwork(snapshot),
    note: { engine: provenance.engine, tried, steps, revision: made.revision, date: made.date },
    known: { dataLoss, parameterNorm: normPerLayer * depth },
  };
}
