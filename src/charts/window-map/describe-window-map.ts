import { group as groupBy } from 'd3';
import { sweepText } from '../../messages/sweep.ts';
import { figure } from '../figures.ts';
import type { WindowMapData } from './window-map-data.ts';

/** The map in words: for each number of points the rank found from depth to depth. */
export function describeWindowMap({ trueRank, cells }: WindowMapData): string {
  if (cells.length === 0) return sweepText('chart.nothingYet');
  const rows = [...groupBy(cells, ({ points }) => points)].sort(([a], [b]) => a - b);
  const described = rows.map(([points, row]) =>
    sweepText('chart.row', {
      points: figure(points),
      ranks: row
        .toSorted((a, b) => a.depth - b.depth)
        .map(({ depth, rank }) => sweepText('chart.atDepth', { depth, value: String(rank) }))
        .join(sweepText('chart.comma')),
    }),
  );
  return [sweepText('chart.map', { k: trueRank }), ...described].join(' ');
}
