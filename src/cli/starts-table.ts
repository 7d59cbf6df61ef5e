/** Measured starts as a Markdown table, one row for each data set and depth. */
import { comparesStarts } from '../engine/short-starts.ts';
import { dataFamilies, dataNames, type Experiment, startsShallower } from '../experiment/index.ts';
import type { MeasuredStart } from './measure-start.ts';
import {
  experimentOf,
  type MeasuredCell,
  objectiveOf,
  type StartsRecord,
} from './starts-record.ts';

const columns = [
  'data',
  'L',
  'ridge',
  'short starts',
  'runs',
  'no collapse',
  'no tripoint',
  'tripoints of the cheapest',
  'quality',
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

/** Rows in the order of the schema's data sets, then by ridge, depth and number of short starts. */
export function startsTable({ best, cells }: StartsRecord): string {
  const rows = cells
    .map((cell) => ({ cell, of: experimentOf(cell) }))
    .sort(
      ({ of: a }, { of: b }) =>
        dataNames.indexOf(a.data) - dataNames.indexOf(b.data) ||
        b.ridge.localeCompare(a.ridge) * -1 ||
        a.points - b.points ||
        a.depth - b.depth ||
        a.starts - b.starts,
    )
    .map(({ cell, of }) => row(cell, of, best[objectiveOf(of)]));
  return [columns, columns.map(() => '---'), ...rows]
    .map((entries) => `| ${entries.join(' | ')} |`)
    .join('\n');
}

function row({ starts }: MeasuredCell, experiment: Experiment, best: number): string[] {
  const { data, points, depth, lambda, ridge } = experiment;
  const cheapest = starts.reduce((a, b) => (b.totalLoss < a.totalLoss ? b : a));
  const of = (value: (start: MeasuredStart) => number) => starts.map(value);
  const share = (holds: (start: MeasuredStart) => boolean) =>
    percent(starts.filter(holds).length / starts.length);
  const hasClasses = cheapest.tripoints !== undefined;
  return [
    data === 'teacher' ? `${data}, N = ${points}` : data,
    String(depth),
    ridge === 'per-depth' ? `${lambda}/L` : String(lambda),
    startsOf(experiment),
    String(starts.length),
    share(({ collapsed, totalLoss }) => !collapsed && Number.isFinite(totalLoss)),
    hasClasses ? share(({ tripoints }) => tripoints === 0) : '–',
    hasClasses ? String(cheapest.tripoints) : '–',
    quality(starts),
    best.toPrecision(4),
    median(of((start) => start.totalLoss)).toPrecision(4),
    Math.max(...of((start) => start.totalLoss)).toPrecision(4),
    share(({ totalLoss }) => totalLoss <= 1.03 * best),
    share(({ totalLoss }) => totalLoss <= 1.1 * best),
    spread(of((start) => start.bottleneckRank)),
    median(of((start) => start.normPerLayer)).toPrecision(3),
    String(median(of((start) => start.settledStep))),
    median(of((start) => start.settledSeconds)).toFixed(1),
  ];
}

/** How many short starts, of how many steps each, and of how many layers where they are to grow. */
function startsOf(experiment: Experiment): string {
  const { starts, shortSteps, startDepth } = experiment;
  if (!comparesStarts(experiment)) return 'none';
  const layers = startsShallower(experiment) ? `, L = ${startDepth}` : '';
  return `${starts} × ${shortSteps}${layers}`;
}

/** The median of what the task asks for. */
function quality(starts: readonly MeasuredStart[]): string {
  const of = (value: (start: MeasuredStart) => number | undefined) =>
    median(starts.map(value).filter((entry) => entry !== undefined));
  const [{ accuracy, distanceRatio, testError }] = starts;
  if (accuracy !== undefined) return `accuracy ${percent(of((start) => start.accuracy))}`;
  if (distanceRatio !== undefined) {
    return `distance ${of((start) => start.distanceRatio).toFixed(3)}`;
  }
  if (testError !== undefined) return `test error ${of((start) => start.testError).toFixed(3)}`;
  return '–';
}

/** What the summary tells apart, by the kind of the data. */
const kinds = {
  classes: 'classification',
  teacher: 'rank recovery',
  curve: 'autoencoders on curves',
  digits: 'autoencoders of digits',
} as const;
type Kind = keyof typeof kinds;

/** How the runs of some cells did together: the shares asked for of a recipe. */
export function startsSummary({ best, cells }: StartsRecord): string {
  const runs = cells.flatMap((cell) => {
    const experiment = experimentOf(cell);
    const known = best[objectiveOf(experiment)];
    return cell.starts.map((start) => ({ ...start, experiment, known }));
  });
  const tell = (kind: Kind, from: number, to: number, tolerance: number) => {
    const own = runs.filter(
      ({ experiment: { data, depth } }) =>
        dataFamilies[data].kind === kind && depth >= from && depth <= to,
    );
    const near = own.filter(({ totalLoss, known }) => totalLoss <= (1 + tolerance) * known);
    const collapsed = own.filter((run) => run.collapsed);
    return own.length === 0
      ? []
      : [
          `- ${kinds[kind]}, L = ${from}–${to}: ${near.length} of ${own.length} runs (${percent(near.length / own.length)}) within ${100 * tolerance} % of the best known; ${collapsed.length} collapsed.`,
        ];
  };
  return (Object.keys(kinds) as Kind[])
    .flatMap((kind) => [...tell(kind, 1, 20, 0.03), ...tell(kind, 21, 48, 0.1)])
    .join('\n');
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
