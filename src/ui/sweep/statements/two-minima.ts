/** What was measured of the loop between growing, restarting and shrinking, in sentences. */
import { figure, percentage } from '../../../charts/figures.ts';
import { list } from '../../../messages/index.ts';
import { sweepText } from '../../../messages/sweep.ts';
import {
  byPath,
  type CellResult,
  gapsBetween,
  type Path,
  type PathGap,
  type PathSummary,
} from '../../../sweep/index.ts';
import { depthRanges } from './depths.ts';

/** Total losses closer than this, as a share, count as the same. */
const same = 0.01;

/** Sentences for results that differ in path, depth and seed alone. */
export function twoMinimaSentences(results: readonly CellResult[]): string[] {
  const paths = byPath(results);
  const stops = (path: Path) => paths.get(path) ?? [];
  return [
    ...pairSentences(gapsBetween(stops('restarted'), stops('grown'))),
    ...pairSentences(gapsBetween(stops('restarted'), stops('shrunk'))),
    ...loopSentences(stops('grown'), stops('shrunk')),
    ...cheapestSentences([...paths.values()].flat()),
  ];
}

const name = (path: Path) => sweepText(`chart.path.${path}`);

/** Which of two paths is cheaper where, and by how much at most. */
function pairSentences(gaps: readonly PathGap[]): string[] {
  const apart = gaps.filter(({ share }) => share > same);
  const widest = (wanted: Path) =>
    apart.filter(({ cheaper }) => cheaper.path === wanted).sort((a, b) => b.share - a.share);
  const sided = [...new Set(apart.map(({ cheaper }) => cheaper.path))].map((path) => {
    const [most, ...others] = widest(path);
    return sweepText('minima.cheaper', {
      count: others.length + 1,
      total: gaps.length,
      cheaper: name(most.cheaper.path),
      dearer: name(most.dearer.path),
      depth: most.depth,
      low: figure(most.cheaper.totalLoss),
      high: figure(most.dearer.totalLoss),
      percent: percentage(most.share),
    });
  });
  const first = gaps[0];
  if (first === undefined || apart.length === gaps.length) return sided;
  const alike = sweepText('minima.same', {
    one: name(first.cheaper.path),
    other: name(first.dearer.path),
    count: gaps.length - apart.length,
    total: gaps.length,
    percent: percentage(same),
  });
  return [...sided, alike];
}

/** Depths at which the way there decides whether three classes meet. */
function loopSentences(grown: readonly PathSummary[], shrunk: readonly PathSummary[]): string[] {
  const depths = grown.map(({ depth }) => depth);
  const at = (stops: readonly PathSummary[], depth: number) =>
    stops.find((stop) => stop.depth === depth)?.tripoints ?? Number.NaN;
  const between = depthRanges(depths, (depth) => at(grown, depth) > 0 && at(shrunk, depth) === 0);
  return between.length === 0 ? [] : [sweepText('minima.loop', { depths: list(between) })];
}

/** Which path finds the lowest median at how many depths. */
function cheapestSentences(stops: readonly PathSummary[]): string[] {
  const depths = [...new Set(stops.map(({ depth }) => depth))].sort((a, b) => a - b);
  const winners = depths.map((depth) => {
    const here = stops.filter((stop) => stop.depth === depth);
    const least = Math.min(...here.map(({ totalLoss }) => totalLoss));
    return here.filter(({ totalLoss }) => totalLoss <= least * (1 + same)).map(({ path }) => path);
  });
  const paths = [...new Set(stops.map(({ path }) => path))];
  if (paths.length < 2) return [];
  const shares = paths.map((path) =>
    sweepText('minima.wins', {
      path: name(path),
      count: winners.filter((among) => among.includes(path)).length,
    }),
  );
  return [sweepText('minima.cheapest', { total: depths.length, shares: list(shares) })];
}
