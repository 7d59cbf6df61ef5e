/** What many runs say together: groups along an axis, medians, shares, and the cheapest of all. */
import type { CellResult } from './result.ts';

/** A run whose numbers are numbers. */
export type SoundResult = CellResult & {
  readonly dataLoss: number;
  readonly parameterNorm: number;
  readonly totalLoss: number;
};

export function isSound(result: CellResult): result is SoundResult {
  return !result.diverged && result.totalLoss !== null && result.parameterNorm !== null;
}

export function soundOf(results: readonly CellResult[]): SoundResult[] {
  return results.filter(isSound);
}

/** ‖θ‖²/L. */
export function normPerLayer({ parameterNorm, depth }: SoundResult): number {
  return parameterNorm / depth;
}

/** Results by the value of one field, ascending. */
export function groupBy<Field extends 'depth' | 'points' | 'lambda' | 'width' | 'dataSeed'>(
  results: readonly CellResult[],
  field: Field,
): { readonly value: number; readonly results: readonly CellResult[] }[] {
  const groups = new Map<number, CellResult[]>();
  for (const result of results) {
    const group = groups.get(result[field]);
    if (group) group.push(result);
    else groups.set(result[field], [result]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([value, members]) => ({ value, results: members }));
}

/** NaN of nothing; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  return sorted.length === 0 ? Number.NaN : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A rank that at least half of the runs reach but do not exceed: a median that is a rank itself. */
export function medianRank(ranks: readonly number[]): number {
  const sorted = [...ranks].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[(sorted.length - 1) >> 1];
}

/** What a group of runs of the same depth finds, run by run in the middle. NaN where no run says it. */
export interface DepthSummary {
  readonly depth: number;
  /** Runs that did not diverge; those that collapsed count with rank 0. */
  readonly runs: number;
  readonly bottleneckRank: number;
  readonly jacobianRank: number;
  readonly normPerLayer: number;
  readonly dataLoss: number;
  readonly totalLoss: number;
  readonly tripoints: number;
  readonly accuracy: number;
  readonly testError: number;
  /** Share of the runs that collapsed. */
  readonly collapsed: number;
  readonly cheapest: SoundResult | undefined;
}

/** One summary for each depth, ascending. */
export function byDepth(results: readonly CellResult[]): DepthSummary[] {
  return groupBy(results, 'depth').map(({ value: depth, results: members }) => {
    const runs = soundOf(members);
    const over = (quantity: (run: SoundResult) => number | undefined) =>
      median(runs.map(quantity).filter((value) => value !== undefined));
    return {
      depth,
      runs: runs.length,
      bottleneckRank: medianRank(runs.map((run) => run.bottleneckRank)),
      jacobianRank: medianRank(runs.map((run) => run.jacobianRank)),
      normPerLayer: over(normPerLayer),
      dataLoss: over((run) => run.dataLoss),
      totalLoss: over((run) => run.totalLoss),
      tripoints: over((run) => run.tripoints),
      accuracy: over((run) => run.accuracy),
      testError: over((run) => run.testError),
      collapsed: share(runs, (run) => run.collapsed),
      cheapest: cheapestOf(runs),
    };
  });
}

/** The run of the lowest total loss. Only runs on the same points, at the same depth and λ, can be compared. */
export function cheapestOf(results: readonly CellResult[]): SoundResult | undefined {
  return soundOf(results).reduce<SoundResult | undefined>(
    (best, run) => (best === undefined || run.totalLoss < best.totalLoss ? run : best),
    undefined,
  );
}

/** NaN of nothing. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

/**
 * The C of `constant + C/L` that fits best, in the sense of least squares, to values at depths.
 * The theory's bounds on R/L have this form (Jacot, ICLR 2023, Prop. 2 and 5).
 * @returns NaN without values
 */
export function fitOverDepth(
  values: readonly { readonly depth: number; readonly value: number }[],
  constant: number,
): number {
  let product = 0;
  let square = 0;
  for (const { depth, value } of values) {
    product += (value - constant) / depth;
    square += 1 / depth ** 2;
  }
  return product / square;
}
