import type { ArrowFieldData } from './arrow-field-data.ts';
import { counted, figure, percentage } from './figures.ts';

/** What the arrows show now, in words: how many there are and how near to the curve they end. */
export function describeArrowField({ starts, images, distances }: ArrowFieldData): string {
  const count = starts.length >> 1;
  if (count === 0) return 'No probe points.';
  const probes = counted(count, 'probe point');
  if (distances === undefined || images.length < 2) return `${probes}, images not known yet.`;
  const before = mean(distances.before);
  const after = mean(distances.after);
  const ratio = before > 0 ? ` That is ${percentage(after / before)} of what it was.` : '';
  let nearer = 0;
  for (let n = 0; n < count; n++) {
    if (Number(distances.after[n]) < 0.1 * Number(distances.before[n])) nearer++;
  }
  return [
    `${probes}, each with an arrow to its image.`,
    `Mean distance to the target curve: ${figure(before)} before, ${figure(after)} after.${ratio}`,
    `${nearer === 0 ? 'None' : figure(nearer)} of ${figure(count)} come ten times nearer or more.`,
  ].join(' ');
}

function mean(values: ArrayLike<number>): number {
  const known = Array.from(values).filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
