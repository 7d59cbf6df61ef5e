/** What was measured of ‖θ‖²/L and the ranks over the depth: guides for the chart, and sentences. */
import type { FormulaGuide } from '../../../charts/depth-curve/depth-curve.ts';
import { figure, percentage } from '../../../charts/figures.ts';
import { list, sentences } from '../../../messages/index.ts';
import { sweepText } from '../../../messages/sweep.ts';
import {
  byDepth,
  type CellResult,
  type DepthSummary,
  fitOverDepth,
  normPerLayer,
  soundOf,
} from '../../../sweep/index.ts';
import { depthRanges } from './depths.ts';

/** The C of constant + C/L through the runs of this bottleneck rank. */
function fitted(
  results: readonly CellResult[],
  constant: number,
  rank: number,
): number | undefined {
  const values = soundOf(results)
    .filter((run) => !run.collapsed && run.bottleneckRank === rank)
    .map((run) => ({ depth: run.depth, value: normPerLayer(run) }));
  return new Set(values.map(({ depth }) => depth)).size < 2
    ? undefined
    : fitOverDepth(values, constant);
}

/**
 * The forms that the theory gives to ‖θ‖²/L with constants fitted to these runs: k and k + C/L
 * through the runs of rank k, 1 + C(N)/L through those of rank 1.
 *
 * @param trueRank k; undefined where the data have no rank of their own, as classes do not.
 */
export function costGuides(
  results: readonly CellResult[],
  trueRank: number | undefined,
): FormulaGuide[] {
  const ofTrueRank = trueRank === undefined ? undefined : fitted(results, trueRank, trueRank);
  const ofOne = trueRank === 1 ? undefined : fitted(results, 1, 1);
  return [
    trueRank === undefined
      ? { name: '1', constant: 1, overDepth: 0 }
      : { name: `k = ${trueRank}`, constant: trueRank, overDepth: 0 },
    ...(trueRank === undefined || ofTrueRank === undefined
      ? []
      : [{ name: 'k + C/L', constant: trueRank, overDepth: ofTrueRank }]),
    ...(ofOne === undefined ? [] : [{ name: '1 + C(N)/L', constant: 1, overDepth: ofOne }]),
  ];
}

export function costSentences(
  results: readonly CellResult[],
  trueRank: number | undefined,
): string[] {
  const summaries = byDepth(results).filter((summary) => Number.isFinite(summary.normPerLayer));
  const [first, last] = [summaries[0], summaries.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const fall = sweepText('cost.fall', {
    first: figure(first.normPerLayer),
    from: first.depth,
    last: figure(last.normPerLayer),
    to: last.depth,
    runs: soundOf(results).length,
  });
  const constants = costGuides(results, trueRank)
    .filter(({ overDepth }) => overDepth !== 0)
    .map(({ name, overDepth }) =>
      sweepText('cost.constant', {
        letter: name.includes('(N)') ? 'C(N)' : 'C',
        value: figure(overDepth),
        form: name,
      }),
    );
  const fits = constants.length === 0 ? '' : sweepText('cost.fit', { constants: list(constants) });
  return [sentences([fall, fits])];
}

/** Where the ranks settle, and whether three classes meet. */
export function rankSentences(
  results: readonly CellResult[],
  trueRank: number | undefined,
): string[] {
  const summaries = byDepth(results).filter(({ runs }) => runs > 0);
  if (summaries.length === 0) return [];
  const depths = summaries.map(({ depth }) => depth);
  const at = (holds: (summary: DepthSummary) => boolean) =>
    list(
      depthRanges(depths, (depth) => summaries.some((one) => one.depth === depth && holds(one))),
    );
  const k = trueRank ?? 1;
  const right = at(({ bottleneckRank }) => bottleneckRank === k);
  const agreeing = soundOf(results).filter((run) => run.jacobianRank <= run.bottleneckRank).length;
  const total = soundOf(results).length;
  return [
    right === '' ? sweepText('ranks.never', { k }) : sweepText('ranks.at', { k, depths: right }),
    sweepText('ranks.bracket', { count: agreeing, total, percent: percentage(agreeing / total) }),
  ];
}

export function tripointSentences(results: readonly CellResult[]): string[] {
  const summaries = byDepth(results).filter(({ tripoints }) => Number.isFinite(tripoints));
  if (summaries.length === 0) return [];
  const depths = summaries.map(({ depth }) => depth);
  const none = depthRanges(
    depths,
    (depth) => summaries.find((one) => one.depth === depth)?.tripoints === 0,
  );
  const runs = soundOf(results).filter(({ tripoints }) => tripoints !== undefined);
  const ofRankOne = runs.filter(({ bottleneckRank }) => bottleneckRank === 1);
  const without = ofRankOne.filter(({ tripoints }) => tripoints === 0).length;
  return [
    none.length === 0
      ? sweepText('tripoints.always')
      : sweepText('tripoints.none', { depths: list(none) }),
    ...(ofRankOne.length === 0
      ? []
      : [sweepText('tripoints.rankOne', { count: without, total: ofRankOne.length })]),
  ];
}
