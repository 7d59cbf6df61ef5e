/** What the ways to one depth find there, side by side. */
import type { CellResult } from './result.ts';
import { type Path, pathNames } from './spec.ts';
import { groupBy, median, normPerLayer, type SoundResult, soundOf } from './statistics.ts';

/** The runs of one path at one depth, in the middle. */
export interface PathSummary {
  readonly path: Path;
  readonly depth: number;
  readonly runs: readonly SoundResult[];
  readonly totalLoss: number;
  readonly normPerLayer: number;
  /** NaN where the task has none. */
  readonly tripoints: number;
  /** The run whose total loss is the middle one. */
  readonly typical: SoundResult;
}

/** By path, and then from the shallowest to the deepest. */
export function byPath(results: readonly CellResult[]): ReadonlyMap<Path, PathSummary[]> {
  const summaries = pathNames.map((path): [Path, PathSummary[]] => [
    path,
    groupBy(
      results.filter((result) => result.path === path),
      'depth',
    ).flatMap(({ value: depth, results: members }) => summaryOf(path, depth, members) ?? []),
  ]);
  return new Map(summaries.filter(([, stops]) => stops.length > 0));
}

function summaryOf(
  path: Path,
  depth: number,
  members: readonly CellResult[],
): PathSummary | undefined {
  const runs = soundOf(members).sort((a, b) => a.totalLoss - b.totalLoss);
  const typical = runs[(runs.length - 1) >> 1];
  if (typical === undefined) return undefined;
  return {
    path,
    depth,
    runs,
    totalLoss: median(runs.map(({ totalLoss }) => totalLoss)),
    normPerLayer: median(runs.map(normPerLayer)),
    tripoints: median(runs.flatMap(({ tripoints }) => tripoints ?? [])),
    typical,
  };
}

/** Two paths at one depth, the one of the lower total loss first. */
export interface PathGap {
  readonly depth: number;
  readonly cheaper: PathSummary;
  readonly dearer: PathSummary;
  /** By how much the dearer costs more, as a share of the cheaper. */
  readonly share: number;
}

/** The two paths compared at every depth that both reach. */
export function gapsBetween(one: readonly PathSummary[], other: readonly PathSummary[]): PathGap[] {
  return one.flatMap((stop) => {
    const match = other.find(({ depth }) => depth === stop.depth);
    if (match === undefined) return [];
    const [cheaper, dearer] = stop.totalLoss <= match.totalLoss ? [stop, match] : [match, stop];
    const share = dearer.totalLoss / cheaper.totalLoss - 1;
    return [{ depth: stop.depth, cheaper, dearer, share }];
  });
}
