import type { Slab } from './layer-stack-frame.ts';

/**
 * Which slabs have their rank written beside them when two figures need `gap` pixels between
 * them: the narrowest first, then both ends, then wherever the rank changes, then the rest.
 */
export function ranksToWrite(slabs: readonly Slab[], gap: number): Slab[] {
  const known = slabs.filter(({ rank }) => rank !== undefined);
  const importance = (slab: Slab, k: number) => {
    const isStartOfNarrowest = slab.isNarrowest && known[k - 1]?.isNarrowest !== true;
    if (isStartOfNarrowest) return 0;
    if (k === 0 || k === known.length - 1) return 1;
    return known[k - 1]?.rank === slab.rank ? 3 : 2;
  };
  const order = known
    .map((slab, k) => ({ slab, importance: importance(slab, k) }))
    .sort((a, b) => a.importance - b.importance);
  const written: Slab[] = [];
  for (const { slab } of order) {
    if (written.every((other) => Math.abs(other.at - slab.at) >= gap)) written.push(slab);
  }
  return written.sort((a, b) => a.layer - b.layer);
}
