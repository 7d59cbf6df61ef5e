/** The JSON at the head of a file of settled networks. */
import type { Experiment } from '../experiment/index.ts';
import type { Made, Provenance, SettledState } from './snapshot.ts';

/** Networks that were made with the same revision on the same day. */
interface MadeGroup extends Made {
  readonly depths: readonly number[];
}

export interface Header extends Provenance {
  /** The first is whole, the others say what differs from it. */
  readonly recipes: readonly Partial<Experiment>[];
  /** Files of before November 27, 2026 have none. */
  readonly made?: readonly MadeGroup[];
  /** Of the youngest state, for pages that know of no others; in older files, of the last writing. */
  readonly revision: string;
  readonly date: string;
}

/** The part of a header that says how its states were made. @param states in any order */
export function madeInGroups(
  states: readonly Pick<SettledState, 'depth' | 'made'>[],
): Pick<Header, 'made' | 'revision' | 'date'> {
  const groups = new Map<string, Made & { depths: number[] }>();
  for (const { depth, made } of states) {
    const name = JSON.stringify([made.revision, made.date, made.reconstructed]);
    const group = groups.get(name) ?? { ...made, depths: [] };
    group.depths.push(depth);
    groups.set(name, group);
  }
  const made = [...groups.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const { revision = '', date = '' } = made.at(-1) ?? {};
  return { made, revision, date };
}

/**
 * How the state of a depth was made. Older files name nothing but the revision they were last
 * written at: no state of theirs is younger.
 */
export function madeAt(depth: number, { made, revision, date }: Header): Made {
  const group = made?.find(({ depths }) => depths.includes(depth));
  if (!group) return { revision: `..${revision}`, date, reconstructed: true };
  const { depths: _, ...rest } = group;
  return rest;
}
