/** Shards: the work of a sweep dealt out to machines that do not speak with each other. */
import type { Chain } from './cells.ts';
import { costOfChain } from './cost.ts';

/** Number `index` of `count` shards, from 1 on. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** @throws RangeError unless the text is like “2/5” */
export function parseShard(text: string): Shard {
  const [index, count, ...others] = text.split('/').map(Number);
  if (!(others.length === 0 && Number.isInteger(index) && Number.isInteger(count))) {
    throw new RangeError(`A shard is written like 2/5, not “${text}”.`);
  }
  if (!(1 <= index && index <= count)) {
    throw new RangeError(`There is no shard ${index} of ${count}.`);
  }
  return { index, count };
}

/**
 * The chains of one shard, in their order. Every chain is in exactly one shard, always the same;
 * the dearest are dealt out first, so that all shards take about as long.
 */
export function chainsOfShard(chains: readonly Chain[], { index, count }: Shard): Chain[] {
  const dearestFirst = [...chains].sort(
    (a, b) => costOfChain(b) - costOfChain(a) || (a.key < b.key ? -1 : 1),
  );
  const mine = new Set(dearestFirst.filter((_, place) => place % count === index - 1));
  return chains.filter((chain) => mine.has(chain));
}
