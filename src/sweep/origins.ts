/** From which network the cells of grown and shrunk paths began. */
import type { CellResult } from './result.ts';

/** Depth of the network that a cell was made of; undefined where it had a fresh start. */
export type OriginOf = (cell: Pick<CellResult, 'key'>) => number | undefined;

/** The last network before a cell on its path that neither diverged nor collapsed, as run-chain.ts has it. */
export function originsOf(results: readonly CellResult[]): OriginOf {
  const chains = new Map<string, CellResult[]>();
  for (const result of results) {
    const { path, points, lambda, width, dataSeed, seed } = result;
    if (path === 'restarted') continue;
    const chain = [path, points, lambda, width, dataSeed, seed].join(' ');
    const members = chains.get(chain);
    if (members) members.push(result);
    else chains.set(chain, [result]);
  }
  const origins = new Map<string, number | undefined>();
  for (const members of chains.values()) {
    const sign = members[0].path === 'shrunk' ? -1 : 1;
    let before: number | undefined;
    for (const { key, depth, collapsed, diverged } of members.sort(
      (a, b) => sign * (a.depth - b.depth),
    )) {
      origins.set(key, before);
      if (!collapsed && !diverged) before = depth;
    }
  }
  return ({ key }) => origins.get(key);
}
