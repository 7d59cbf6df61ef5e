import type { DigitGridData } from './digit-grid-data.ts';
import { counted, enumeration, figure } from './figures.ts';

/** What the grid shows now, in words: its rows, and the mean error of each that has errors. */
export function describeDigitGrid({ rows, side }: DigitGridData): string {
  const count = Math.max(0, ...rows.map(({ images }) => Math.floor(images.length / side ** 2)));
  if (count === 0) return 'No digits to show yet.';
  const sentences = [
    `${counted(count, 'digit')} of ${side} by ${side} pixels, in rows: ${enumeration(rows.map(({ title }) => title))}.`,
  ];
  for (const { title, errors } of rows) {
    const known = Array.from(errors ?? []).filter(Number.isFinite);
    if (known.length === 0) continue;
    const mean = known.reduce((sum, error) => sum + error, 0) / known.length;
    sentences.push(`Mean error of ${title}: ${figure(mean)}.`);
  }
  return sentences.join(' ');
}
