import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { figure } from '../figures.ts';
import type { RankBracketData } from './rank-bracket-data.ts';

/** What the bracket shows now, in words: both ranks, where ‖θ‖²/L is, and whether the bound holds. */
export function describeRankBracket(data: RankBracketData): string {
  const { jacobianRank, bottleneckRank, cost, schatten, settled = [] } = data;
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
    const key = schatten.holds ? 'bracket.boundHolds' : 'bracket.boundBroken';
    parts.push(chartText(key, { bound: figure(schatten.bound) }));
  }
  if (settled.length > 0) {
    const costs = settled
      .toSorted((a, b) => a.depth - b.depth)
      .map((at) => chartText('bracket.settledAt', { depth: at.depth, cost: figure(at.cost) }));
    parts.push(chartText('bracket.settled', { costs: costs.join(chartText('comma')) }));
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
