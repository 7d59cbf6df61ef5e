/** What the explicit thread of rank 1 costs beside what training found, in a sentence. */
import { figure } from '../../../charts/figures.ts';
import { sweepText } from '../../../messages/sweep.ts';
import { type CellResult, cheapestOf } from '../../../sweep/index.ts';
import type { ThreadCost } from '../../../sweep/thread-messages.ts';

/** @param results runs on the very points that the thread goes through */
export function threadSentence(
  costs: readonly ThreadCost[],
  results: readonly CellResult[],
  trueRank: number,
): string | undefined {
  const compared = costs.flatMap(({ depth, totalLoss }) => {
    const faithful = results.filter((run) => run.depth === depth && run.bottleneckRank >= trueRank);
    const found = cheapestOf(faithful)?.totalLoss;
    return found === undefined ? [] : [{ depth, thread: totalLoss, found }];
  });
  const crossing = compared.findIndex(({ thread, found }) => thread < found);
  const at = crossing < 0 ? compared.at(-1) : compared[crossing];
  if (at === undefined) return undefined;
  const before = crossing > 0 ? compared[crossing - 1] : at;
  const key = crossing < 0 ? 'dearer' : crossing === 0 ? 'cheaperFirst' : 'cheaper';
  return sweepText(`thread.${key}`, {
    n: figure(Number(results[0]?.points)),
    k: trueRank,
    depth: at.depth,
    thread: figure(at.thread),
    found: figure(at.found),
    before: before.depth,
    share: figure(before.thread / before.found, 2),
  });
}
