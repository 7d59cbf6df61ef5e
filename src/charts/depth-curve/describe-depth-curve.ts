import { sweepText } from '../../messages/sweep.ts';
import { quantityFigure } from '../parts/depth-panel.ts';
import type { DepthCurveData } from './depth-curve-data.ts';
import { depthMedians } from './depth-medians.ts';

/** The chart in words: the medians from depth to depth. */
export function describeDepthCurve(data: DepthCurveData): string {
  const { quantity, dots } = data;
  const medians = depthMedians(data).map(({ depth, value }) =>
    sweepText('chart.atDepth', { depth, value: quantityFigure(quantity, value) }),
  );
  if (medians.length === 0) return sweepText('chart.nothingYet');
  return sweepText(data.line === 'least' ? 'chart.curveLeast' : 'chart.curve', {
    title: quantity.title,
    runs: dots.length,
    medians: medians.join(sweepText('chart.comma')),
  });
}
