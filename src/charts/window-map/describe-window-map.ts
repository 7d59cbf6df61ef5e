import { group as groupBy } from 'd3';
import { sweepText } from '../../messages/sweep.ts';
import { figure } from '../figures.ts';
import type { WindowMapData } from './window-map-data.ts';

/** The map in words: for each number of points the rank found, or the value, from depth to depth. */
export function describeWindowMap({ trueRank, cells, quantity }: WindowMapData): string {
  if (cells.length === 0) return sweepText('chart.nothingYet');
  const rows = [...groupBy(cells, ({ points }) => points)].sort(([a], [b]) => a - b);
  const described = rows.map(([points, row]) =>
    sweepText('chart.row', {
      points: figure(points),
      ranks: row
        .toSorted((a, b) => a.depth - b.depth)
        .map(({ depth, rank, value }) =>
          sweepText('chart.atDepth', {
            depth,
            value: quantity ? figure(value ?? Number.NaN, 2) : String(rank),
          }),
        )
        .join(sweepText('chart.comma')),
    }),
  );
  const subject = quantity
    ? sweepText('chart.mapOf', { title: quantity.title, k: trueRank })
    : sweepText('chart.map', { k: trueRank });
  return [subject, ...described].join(' ');
}
