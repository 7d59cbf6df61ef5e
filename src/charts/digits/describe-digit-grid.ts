import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure } from '../figures.ts';
import type { DigitGridData } from './digit-grid-data.ts';

/** What the grid shows now, in words: its rows, and the mean error of each that has errors. */
export function describeDigitGrid({ rows, side }: DigitGridData): string {
  const count = Math.max(0, ...rows.map(({ images }) => Math.floor(images.length / side ** 2)));
  if (count === 0) return chartText('digits.none');
  const titles = enumeration(rows.map(({ title }) => title));
  const parts = [chartText('digits.rows', { count, side, rows: titles })];
  for (const { title, errors } of rows) {
    const known = Array.from(errors ?? []).filter(Number.isFinite);
    if (known.length === 0) continue;
    const mean = known.reduce((sum, error) => sum + error, 0) / known.length;
    parts.push(chartText('digits.meanError', { row: title, error: figure(mean) }));
  }
  return sentences(parts);
}
