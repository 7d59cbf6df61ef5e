import { group as groupBy, median, min } from 'd3';
import { medianRank } from '../../sweep/statistics.ts';
import type { DepthCurveData, DepthDot } from './depth-curve-data.ts';

/** What the line through the runs shows at one depth. */
export interface DepthMedian {
  readonly depth: number;
  readonly value: number;
}

/** The line of a curve, from the shallowest depth to the deepest; runs of no known value are left out. */
export function depthMedians({ dots, line }: Pick<DepthCurveData, 'dots' | 'line'>): DepthMedian[] {
  const known = dots.filter(({ value }) => Number.isFinite(value));
  return Array.from(
    groupBy(known, ({ depth }) => depth),
    ([depth, runs]) => ({ depth, value: summary(runs, line) }),
  ).sort((a, b) => a.depth - b.depth);
}

function summary(runs: readonly DepthDot[], line: DepthCurveData['line']): number {
  const values = runs.map(({ value }) => value);
  if (line === 'medianRank') return medianRank(values);
  return (line === 'least' ? min(values) : median(values)) ?? Number.NaN;
}
