import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure, percentage } from '../figures.ts';
import { className } from '../parts/class-mark.ts';
import { type ClassInterval, classIntervals, overlaps } from './class-intervals.ts';
import type { StripData, StripOptions } from './strip-data.ts';

/** What the strip shows now, in words: the classes' order, their intervals and whether these overlap. */
export function describeStrip(
  { positions, labels, classCount, explained, stretches = [] }: StripData,
  options: Pick<StripOptions, 'classNames'> = {},
): string {
  if (labels.length === 0) return chartText('strip.none');
  const intervals = classIntervals(positions, labels, classCount);
  const count = labels.length;
  const tell = ({ class: label, from, to }: ClassInterval) =>
    chartText('strip.interval', {
      name: className(label, options.classNames),
      from: figure(from, 2),
      to: figure(to, 2),
    });
  const places = overlaps(intervals).map(([from, to]) =>
    chartText('strip.overlapAt', { from: figure(from, 2), to: figure(to, 2) }),
  );
  return sentences([
    explained === undefined
      ? chartText('strip.points', { count })
      : chartText('strip.pointsShare', { count, share: percentage(explained) }),
    chartText('strip.order', { classes: enumeration(intervals.map(tell)) }),
    places.length === 0
      ? chartText('strip.noOverlap')
      : chartText('strip.overlaps', { places: enumeration(places) }),
    stretches.length === 0
      ? ''
      : chartText('strip.cuts', { classes: enumeration(stretches.map(tell)) }),
  ]);
}
