/** What the page asks for where another run may begin, and what remains of it once it is overtaken. */
import { type Choices, completeExperiment } from '../experiment/index.ts';
import { effectOfChange } from './change.ts';
import type { Command } from './protocol.ts';

export interface Start {
  readonly kind: Extract<Command, { readonly experiment: unknown }>['kind'];
  readonly choices: Choices;
  /** Counts what was asked for. */
  readonly ticket: number;
}

/**
 * What is asked for once a newer wish has overtaken one that had not been sent. Whoever wanted a
 * new beginning still gets it after a change that would have let the network be, and what was
 * opened never goes on from what ran before it.
 */
export function overtakeStart(overtaken: Start, newest: Start): Start {
  if (newest.kind !== 'run') return newest;
  if (overtaken.kind === 'open') return { ...newest, kind: 'open' };
  const [before, after] = [overtaken, newest].map(({ choices }) => completeExperiment(choices));
  const kind = effectOfChange(before, after) === 'restart' ? newest.kind : overtaken.kind;
  return { ...newest, kind };
}
