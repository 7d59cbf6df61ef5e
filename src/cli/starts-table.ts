/** Measured starts as a Markdown table, one row for each data set and depth. */
import type { MeasuredStart } from './measure-start.ts';
import type { MeasuredCell, StartsRecord } from './starts-record.ts';

const columns = [
  'data',
  'L',
  'λ',
  'short starts',
  'runs',
  'no collapse',
  'no tripoint',
  'tripoints of the cheapest',
  'accuracy',
  'total loss: best known',
  'median',
  'worst',
  'within 3 %',
  'within 10 %',
  'rank',
  '‖θ‖²/L',
  'settled at step',
  'seconds',
];

/** Rows in the order in which data sets first appear, then by λ, depth and number of short starts. */
export function startsTable({ best, cells }: StartsRecord): string {
  const names = [...new Set(cells.map(({ data }) => data))];
  const order = (cell: MeasuredCell) => names.indexOf(cell.data);
  const rows = [...cells]
    .sort(
      (a, b) =>
        order(a) - order(b) ||
        a.lambda - b.lambda ||
        a.depth - b.depth ||
        a.contest.starts - b.contest.starts,
    )
    .map((cell) => row(cell, best[cell.objective]));
  return [columns, columns.map(() => '---'), ...rows]
    .map((entries) => `| ${entries.join(' | ')} |`)
    .join('\n');
}

function row({ data, depth, lambda, contest, starts }: MeasuredCell, best: number): string[] {
  const cheapest = starts.reduce((a, b) => (b.totalLoss < a.totalLoss ? b : a));
  const of = (value: (start: MeasuredStart) => number) => starts.map(value);
  const share = (holds: (start: MeasuredStart) => boolean) =>
    percent(starts.filter(holds).length / starts.length);
  return [
    data,
    String(depth),
    String(lambda),
    contest.starts > 1 ? `${contest.starts} × ${contest.steps}` : 'none',
    String(starts.length),
    share(({ collapsed, totalLoss }) => !collapsed && Number.isFinite(totalLoss)),
    share(({ tripoints }) => tripoints === 0),
    String(cheapest.tripoints),
    percent(median(of((start) => start.accuracy))),
    best.toFixed(4),
    median(of((start) => start.totalLoss)).toFixed(4),
    Math.max(...of((start) => start.totalLoss)).toFixed(4),
    share(({ totalLoss }) => totalLoss <= 1.03 * best),
    share(({ totalLoss }) => totalLoss <= 1.1 * best),
    spread(of((start) => start.bottleneckRank)),
    median(of((start) => start.normPerLayer)).toPrecision(3),
    String(median(of((start) => start.settledStep))),
    median(of((start) => start.settledSeconds)).toFixed(1),
  ];
}

function percent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`;
}

/** The upper of the two middle values where there are two. */
function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function spread(values: number[]): string {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return least === most ? String(least) : `${least}–${most}`;
}
