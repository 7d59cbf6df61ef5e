import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { figure, percentage } from '../figures.ts';
import type { ArrowFieldData } from './arrow-field-data.ts';

/** What the arrows show now, in words: how many there are and how near to the curve they end. */
export function describeArrowField({ starts, images, distances }: ArrowFieldData): string {
  const count = starts.length >> 1;
  if (count === 0) return chartText('arrows.none');
  if (distances === undefined || images.length < 2) return chartText('arrows.noImages', { count });
  const before = mean(distances.before);
  const after = mean(distances.after);
  let nearer = 0;
  for (let n = 0; n < count; n++) {
    if (Number(distances.after[n]) < 0.1 * Number(distances.before[n])) nearer++;
  }
  return sentences([
    chartText('arrows.probes', { count }),
    chartText('arrows.distance', { before: figure(before), after: figure(after) }),
    before > 0 ? chartText('arrows.ratio', { share: percentage(after / before) }) : '',
    chartText('arrows.nearer', { count: nearer, all: count }),
  ]);
}

function mean(values: ArrayLike<number>): number {
  const known = Array.from(values).filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
