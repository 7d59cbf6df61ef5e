/**
 * The map over depth and number of points, in its two modes: what a run finds, and the cheapest
 * minimum found. The theory is about the latter; training need not find it.
 */
import type { CellResult } from './result.ts';
import {
  cheapestOf,
  groupBy,
  median,
  medianRank,
  type SoundResult,
  share,
  soundOf,
} from './statistics.ts';

/** One depth and number of points, over all draws of the data. */
export interface MapCell {
  readonly depth: number;
  readonly points: number;
  /** Every run there that did not diverge. */
  readonly runs: readonly SoundResult[];
  /** The same of other sweeps that have this cell; they count for the cheapest alone. */
  readonly further: readonly SoundResult[];
  /** Medians over the fresh starts; undefined where there is none. */
  readonly found: MapFinding | undefined;
  /** Medians over the cheapest run of each draw of the data, whatever path found it. */
  readonly cheapest: MapFinding | undefined;
  /** Of each draw of the data, the cheapest run. */
  readonly cheapestRuns: readonly SoundResult[];
  /** Share of the fresh starts that end at the rank of the cheapest run on their data. */
  readonly share: number;
  /** Whether the rank that a run finds in the middle is that of the cheapest. */
  readonly wins: boolean;
}

export interface MapFinding {
  /** 0 for collapsed runs. */
  readonly rank: number;
  /** Of all runs behind the median, ascending. */
  readonly ranks: readonly number[];
  readonly totalLoss: number;
  readonly dataLoss: number;
  /** NaN where the task has none. */
  readonly testError: number;
}

/**
 * One cell for each depth and number of points, by points and then by depth.
 * @param further results of other sweeps of the same recipe. Where they have the same cell, the
 * same data at the same depth, the cheapest run of all is the cheapest; what a run finds is left
 * to the sweep's own runs, so that no start counts twice.
 */
export function windowMap(
  results: readonly CellResult[],
  further: readonly CellResult[] = [],
): MapCell[] {
  return groupBy(results, 'points').flatMap(({ value: points, results: row }) =>
    groupBy(row, 'depth').map(({ value: depth, results: members }) => {
      const draws = new Set(members.map(({ dataSeed }) => dataSeed));
      const others = further.filter(
        (run) => run.points === points && run.depth === depth && draws.has(run.dataSeed),
      );
      return mapCell(depth, points, soundOf(members), soundOf(others));
    }),
  );
}

/** The map of each draw of the data by itself. */
export function mapOfEachDraw(
  cells: readonly MapCell[],
): { readonly dataSeed: number; readonly cells: readonly MapCell[] }[] {
  const runs = cells.flatMap((cell) => cell.runs);
  const further = cells.flatMap((cell) => cell.further);
  return groupBy(runs, 'dataSeed').map(({ value: dataSeed, results }) => ({
    dataSeed,
    cells: windowMap(results, further),
  }));
}

function mapCell(
  depth: number,
  points: number,
  runs: readonly SoundResult[],
  further: readonly SoundResult[],
): MapCell {
  const fresh = runs.filter(({ path }) => path === 'restarted');
  const rankOfData = new Map<number, number>();
  const cheapestRuns = groupBy([...runs, ...further], 'dataSeed').flatMap(({ value, results }) => {
    const best = cheapestOf(results);
    if (best) rankOfData.set(value, best.bottleneckRank);
    return best ?? [];
  });
  const found = finding(fresh);
  const cheapest = finding(cheapestRuns);
  return {
    depth,
    points,
    runs,
    further,
    found,
    cheapest,
    cheapestRuns,
    share: share(fresh, (run) => run.bottleneckRank === rankOfData.get(run.dataSeed)),
    wins: found !== undefined && found.rank === cheapest?.rank,
  };
}

function finding(runs: readonly SoundResult[]): MapFinding | undefined {
  if (runs.length === 0) return undefined;
  const ranks = runs.map(({ bottleneckRank }) => bottleneckRank).sort((a, b) => a - b);
  const errors = runs.flatMap(({ testError }) => testError ?? []);
  return {
    rank: medianRank(ranks),
    ranks,
    totalLoss: median(runs.map(({ totalLoss }) => totalLoss)),
    dataLoss: median(runs.map(({ dataLoss }) => dataLoss)),
    testError: median(errors),
  };
}

/** The depths of one number of points at which the true rank is recovered. */
export interface Window {
  readonly points: number;
  /** The least and the greatest depth of the true rank; undefined where there is none. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The least depth of the map beyond `to` where the rank is below the true one: the edge lies between the two. */
  readonly below: number | undefined;
  /**
   * Where the rank is lower at a depth `at` between `from` and `to`, with the true one last found
   * at `after` before it: the edge may lie there, or beyond `to`.
   */
  readonly gap?: { readonly after: number; readonly at: number } | undefined;
}

/** The measured window of every number of points, in one of the map's modes. */
export function windows(
  cells: readonly MapCell[],
  trueRank: number,
  mode: 'found' | 'cheapest',
): Window[] {
  const rows = new Map<number, MapCell[]>();
  for (const cell of cells) rows.set(cell.points, [...(rows.get(cell.points) ?? []), cell]);
  return [...rows].map(([points, row]) => {
    const ranks = row.flatMap((cell) => {
      const rank = cell[mode]?.rank;
      return rank === undefined ? [] : { depth: cell.depth, rank };
    });
    const right = ranks.filter(({ rank }) => rank === trueRank).map(({ depth }) => depth);
    const to = right.at(-1);
    const below = ranks.find(({ depth, rank }) => depth > (to ?? 0) && rank < trueRank)?.depth;
    return { points, from: right[0], to, below, gap: gapIn(ranks, right, trueRank) };
  });
}

function gapIn(
  ranks: readonly { readonly depth: number; readonly rank: number }[],
  right: readonly number[],
  trueRank: number,
): Window['gap'] {
  const [first, last] = [right[0], right.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const at = ranks.find(
    ({ depth, rank }) => depth > first && depth < last && rank < trueRank,
  )?.depth;
  const after = right.filter((depth) => depth < (at ?? 0)).at(-1);
  return at === undefined || after === undefined ? undefined : { after, at };
}

/**
 * Why runs on the same data end below the true rank, told by the total loss: because that is
 * cheaper, as the theorem says of great depths (`cheaper`), or although it is dearer, because
 * training picked up too few directions (`trapped`).
 */
export interface Underestimate {
  readonly reason: 'cheaper' | 'trapped';
  readonly below: SoundResult;
  readonly faithful: SoundResult;
}

/**
 * Compares the cheapest run below the true rank with the cheapest of the true rank or more.
 * @param results runs at one depth, on the same data under the same λ
 * @returns undefined where either of the two was never found
 */
export function underestimate(
  results: readonly CellResult[],
  trueRank: number,
): Underestimate | undefined {
  const below = cheapestOf(results.filter((run) => run.bottleneckRank < trueRank));
  const faithful = cheapestOf(results.filter((run) => run.bottleneckRank >= trueRank));
  if (below === undefined || faithful === undefined) return undefined;
  return { reason: below.totalLoss < faithful.totalLoss ? 'cheaper' : 'trapped', below, faithful };
}
