import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure } from '../figures.ts';
import { runs } from '../spectrum/describe-spectrum.ts';
import type { NonlinearityData } from './nonlinearity-data.ts';
import { leastRatio } from './nonlinearity-frame.ts';

/** What the chart shows now, in words: every layer's ratio, and the layers where it is zero. */
export function describeNonlinearity({ ratios }: NonlinearityData): string {
  const values = Array.from(ratios);
  if (values.length === 0) return chartText('nonlinearity.none');
  const written = values.map((ratio) => (ratio < leastRatio ? '0' : figure(ratio, 2)));
  const resting = values.flatMap((ratio, k) => (ratio < leastRatio ? [k + 1] : []));
  const layers = enumeration(runs(resting));
  return sentences([
    chartText('nonlinearity.shares', { layers: values.length, shares: written.join(', ') }),
    resting.length === 0
      ? chartText('nonlinearity.everywhere')
      : chartText('nonlinearity.rests', { count: resting.length, layers }),
  ]);
}
