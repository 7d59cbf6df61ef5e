import { classIntervals, overlaps } from './class-intervals.ts';
import { className } from './class-mark.ts';
import { counted, enumeration, figure, percentage } from './figures.ts';
import type { StripData, StripOptions } from './strip-data.ts';

/** What the strip shows now, in words: the classes' order, their intervals and whether these overlap. */
export function describeStrip(
  { positions, labels, classCount, explained }: StripData,
  options: Pick<StripOptions, 'classNames'> = {},
): string {
  if (labels.length === 0) return 'No points to show yet.';
  const intervals = classIntervals(positions, labels, classCount);
  const share = explained === undefined ? '' : ` (${percentage(explained)} of the variance)`;
  const told = intervals.map(
    ({ class: label, from, to }) =>
      `${className(label, options.classNames)} from ${figure(from, 2)} to ${figure(to, 2)}`,
  );
  const common = overlaps(intervals);
  const places = common.map(([from, to]) => `from ${figure(from, 2)} to ${figure(to, 2)}`);
  return [
    `${counted(labels.length, 'point')} on the first principal coordinate${share}.`,
    `In order: ${enumeration(told)}.`,
    common.length === 0 ? 'No two classes overlap.' : `Classes overlap ${enumeration(places)}.`,
  ].join(' ');
}
