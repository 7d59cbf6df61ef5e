import { figure } from './figures.ts';
import type { RankBracketData } from './rank-bracket-data.ts';

/** What the bracket shows now, in words: both ranks, where ‖θ‖²/L is, and whether the bound holds. */
export function describeRankBracket(data: RankBracketData): string {
  const { jacobianRank, bottleneckRank, cost, schatten } = data;
  const known = (value: number | undefined) => (value === undefined ? 'unknown' : figure(value));
  const sentences = [
    `Jacobian rank ${known(jacobianRank)}, bottleneck rank ${known(bottleneckRank)}.`,
  ];
  if (cost !== undefined) {
    const low = jacobianRank ?? bottleneckRank;
    const high = bottleneckRank ?? jacobianRank;
    const where =
      low === undefined || high === undefined
        ? ''
        : cost < low
          ? ', below both'
          : cost > high
            ? ', above both'
            : ', between them';
    sentences.push(`‖θ‖²/L is ${figure(cost)}${where}.`);
  }
  if (schatten !== undefined) {
    const holds = cost === undefined ? '' : schatten <= cost * 1.001 ? ', which holds' : ', broken';
    sentences.push(`Schatten bound: at least ${figure(schatten)}${holds}.`);
  }
  return sentences.join(' ');
}
