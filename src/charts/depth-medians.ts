import { group as groupBy, median } from 'd3';
import type { DepthCurveData } from './depth-curve-data.ts';

/** The median of the runs at one depth. */
export interface DepthMedian {
  readonly depth: number;
  readonly value: number;
}

/** The medians from the shallowest to the deepest; runs of no known value are left out. */
export function depthMedians({ dots }: Pick<DepthCurveData, 'dots'>): DepthMedian[] {
  const known = dots.filter(({ value }) => Number.isFinite(value));
  return Array.from(
    groupBy(known, ({ depth }) => depth),
    ([depth, runs]) => ({ depth, value: median(runs, ({ value }) => value) ?? Number.NaN }),
  ).sort((a, b) => a.depth - b.depth);
}
