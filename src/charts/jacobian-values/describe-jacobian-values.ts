import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { figure, subscript } from '../figures.ts';
import type { JacobianValuesData } from './jacobian-values-data.ts';

/** The singular values in words: the spread of each, and their values where the rank is largest. */
export function describeJacobianValues({
  points,
  spreads,
  rank,
  atRank,
}: JacobianValuesData): string {
  if (spreads.length === 0) return chartText('jacobian.none');
  const rows = spreads.map(({ least, median, largest }, k) =>
    chartText('jacobian.row', {
      symbol: `s${subscript(k + 1)}`,
      least: figure(least, 2),
      median: figure(median, 2),
      largest: figure(largest, 2),
    }),
  );
  const values = atRank.map((value) => figure(value, 2)).join(chartText('comma'));
  return sentences([
    chartText('jacobian.values', { points, rows: rows.join(chartText('semicolon')) }),
    atRank.length > 0 ? chartText('jacobian.atRank', { rank, values }) : '',
  ]);
}
