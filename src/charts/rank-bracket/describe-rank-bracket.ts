import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { figure } from '../figures.ts';
import type { RankBracketData } from './rank-bracket-data.ts';

/** What the bracket shows now, in words: both ranks, where ‖θ‖²/L is, and whether the bound holds. */
export function describeRankBracket(data: RankBracketData): string {
  const { jacobianRank, bottleneckRank, cost, schatten } = data;
  const known = (value: number | undefined) =>
    value === undefined ? chartText('bracket.unknown') : figure(value);
  const parts = [
    chartText('bracket.ranks', {
      jacobian: known(jacobianRank),
      bottleneck: known(bottleneckRank),
    }),
  ];
  if (cost !== undefined) parts.push(chartText(placeOf(cost, data), { cost: figure(cost) }));
  if (schatten !== undefined) {
    const holds = schatten <= Number(cost) * 1.001 ? 'bracket.boundHolds' : 'bracket.boundBroken';
    const key = cost === undefined ? 'bracket.bound' : holds;
    parts.push(chartText(key, { bound: figure(schatten) }));
  }
  return sentences(parts);
}

function placeOf(cost: number, { jacobianRank, bottleneckRank }: RankBracketData) {
  const low = jacobianRank ?? bottleneckRank;
  const high = bottleneckRank ?? jacobianRank;
  if (low === undefined || high === undefined) return 'bracket.cost';
  if (cost < low) return 'bracket.costBelow';
  return cost > high ? 'bracket.costAbove' : 'bracket.costBetween';
}
