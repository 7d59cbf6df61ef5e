/** Where ‖θ‖²/L came to rest at the depths somebody has dragged through, for as long as the page is open. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SettledCost } from '../../charts/rank-bracket/rank-bracket.ts';
import { type Choices, type FieldName, fieldOf } from '../../experiment/index.ts';

const costs = createStore<ReadonlyMap<string, readonly SettledCost[]>>(() => new Map());
const none: readonly SettledCost[] = [];

/** Choices that make the same experiment but for the depth. */
export function familyOf(choices: Choices): string {
  const kept = Object.entries(choices)
    .filter(([name]) => {
      const { effect } = fieldOf(name as FieldName);
      return name !== 'depth' && name !== 'probes' && effect !== 'view' && effect !== 'move';
    })
    .sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify(kept);
}

/** The costs with one more; the newest of a depth counts. */
export function withCost(known: readonly SettledCost[], cost: SettledCost): readonly SettledCost[] {
  return [...known.filter(({ depth }) => depth !== cost.depth), cost];
}

/**
 * Remembers the cost at which a network rests, and gives those of other depths of its family.
 * @param resting undefined while ‖θ‖²/L may still change
 * @param source what says so; where that was there before the family changed, it speaks of the other
 */
export function useSettledCosts(
  choices: Choices,
  depth: number,
  resting: number | undefined,
  source: object | undefined,
): readonly SettledCost[] {
  const family = familyOf(choices);
  const last = useRef<{ readonly family: string; readonly source: object | undefined }>(undefined);
  useEffect(() => {
    const isOfOther =
      last.current && last.current.family !== family && last.current.source === source;
    if (isOfOther) return;
    last.current = { family, source };
    if (resting === undefined || !Number.isFinite(resting)) return;
    const known = costs.getState();
    const own = withCost(known.get(family) ?? none, { depth, cost: resting });
    costs.setState(new Map([...known, [family, own]]), true);
  }, [family, depth, resting, source]);
  const known = useStore(costs, (all) => all.get(family) ?? none);
  return known.filter((other) => other.depth !== depth);
}
