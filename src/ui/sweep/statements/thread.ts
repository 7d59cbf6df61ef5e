/** What the explicit thread of rank 1 costs beside what training found, in sentences. */
import { figure, percentage } from '../../../charts/figures.ts';
import { list } from '../../../messages/index.ts';
import { sweepText } from '../../../messages/sweep.ts';
import { type CellResult, cheapestOf } from '../../../sweep/index.ts';
import type { ThreadCost } from '../../../sweep/thread-messages.ts';

/** @param results runs on the very points that the thread goes through */
export function threadSentences(
  costs: readonly ThreadCost[],
  results: readonly CellResult[],
  trueRank: number,
): string[] {
  const compared = costs.flatMap(({ depth, totalLoss, parameterNorm }) => {
    const faithful = results.filter((run) => run.depth === depth && run.bottleneckRank >= trueRank);
    const found = cheapestOf(faithful)?.totalLoss;
    return found === undefined ? [] : [{ depth, thread: totalLoss, norm: parameterNorm, found }];
  });
  const crossing = compared.findIndex(({ thread, found }) => thread < found);
  const at = crossing < 0 ? compared.at(-1) : compared[crossing];
  if (at === undefined) return [];
  const before = crossing > 0 ? compared[crossing - 1] : at;
  const key = crossing < 0 ? 'dearer' : crossing === 0 ? 'cheaperFirst' : 'cheaper';
  const share = before.thread / before.found;
  const below = costs.filter(({ depth, totalLoss }) => {
    const best = cheapestOf(results.filter((run) => run.depth === depth));
    return best !== undefined && totalLoss < best.totalLoss;
  });
  return [
    sweepText(`thread.${key}`, {
      n: figure(Number(results[0]?.points)),
      k: trueRank,
      depth: at.depth,
      thread: figure(at.thread),
      found: figure(at.found),
      before: before.depth,
      more:
        share < 2
          ? sweepText('thread.percent', { percent: percentage(share - 1) })
          : sweepText('thread.times', { times: figure(share, 2) }),
    }),
    sweepText('thread.norm', {
      depth: at.depth,
      norm: figure(at.norm),
      perLayer: figure(at.norm / at.depth),
    }),
    ...(below.length === 0
      ? []
      : [sweepText('thread.below', { depths: list(below.map(({ depth }) => String(depth))) })]),
  ];
}
