/** The tables of docs/sweeps.md: what a sweep of teachers over depth and number of points says, in Markdown. */
import { prepareRun } from '../../engine/index.ts';
import { completeExperiment, parseQuery, teacherRank } from '../../experiment/index.ts';
import {
  groupBy,
  type MapCell,
  median,
  type SweepFile,
  soundOf,
  underestimate,
  type Window,
  windowMap,
  windows,
} from '../../sweep/index.ts';
import { threadThrough } from '../../sweep/thread.ts';
import { countedRanks, markdown } from './markdown.ts';

/**
 * What a run finds, the cheapest minimum found, the measured windows, why ranks are too low, and
 * what a thread of rank 1 would cost.
 * @param sweep over teachers of one true rank, at one λ and width
 */
export async function mapReport({ spec, results }: SweepFile): Promise<string> {
  const trueRank = teacherRank(completeExperiment(parseQuery(spec.base).choices));
  const cells = windowMap(results);
  const ranksFound = table(cells, ({ found }) => found && countedRanks(found.ranks));
  const ranksOfCheapest = table(cells, ({ cheapestRuns }) =>
    cheapestRuns.map(({ bottleneckRank }) => bottleneckRank).join(' '),
  );
  return [
    '**What a run finds**: ranks of the fresh starts of all teachers (0: collapsed)',
    ranksFound,
    '**The cheapest minimum found**: rank for each teacher, over all starts and paths',
    ranksOfCheapest,
    '**Test error**: median of the fresh starts / of the cheapest',
    table(cells, (cell) => both(cell, 'testError', 2)),
    '**Total loss**: median of the fresh starts / of the cheapest',
    table(cells, (cell) => both(cell, 'totalLoss', 3)),
    `**The window of rank ${trueRank}**: last depth of that rank → first of a lower one`,
    edges(cells, trueRank),
    `**Why ranks are below ${trueRank}**: over the teachers, how often the cheapest run of lower rank is cheaper (c) or dearer (d) than the cheapest of rank ≥ ${trueRank}, and the median of their ratio`,
    table(cells, (cell) => reasons(cell, trueRank)),
    '**An explicit thread of rank 1** through all points: its total loss, the median over the teachers, and in how many it is below that of every run',
    await threads(cells),
  ].join('\n\n');
}

function table(cells: readonly MapCell[], entry: (cell: MapCell) => string | undefined): string {
  const depths = [...new Set(cells.map(({ depth }) => depth))].sort((a, b) => a - b);
  const rows = groupBy(
    cells.flatMap(({ runs }) => runs),
    'points',
  ).map(({ value }) => [
    String(value),
    ...depths.map((depth) => {
      const cell = cells.find((one) => one.points === value && one.depth === depth);
      return (cell && entry(cell)) || '–';
    }),
  ]);
  return markdown(['N ↓ L →', ...depths.map(String)], rows);
}

function edges(cells: readonly MapCell[], trueRank: number): string {
  const found = windows(cells, trueRank, 'found');
  const cheapest = windows(cells, trueRank, 'cheapest');
  const dataSeeds = groupBy(
    cells.flatMap(({ runs }) => runs),
    'dataSeed',
  );
  const perTeacher = dataSeeds.map(({ results }) =>
    windows(windowMap(results), trueRank, 'cheapest'),
  );
  const rows = found.map(({ points }) => [
    String(points),
    ...[found, cheapest, ...perTeacher].map((list) =>
      edge(list.find((window) => window.points === points)),
    ),
  ]);
  const teachers = dataSeeds.map(({ value }) => `cheapest, teacher ${value}`);
  return markdown(['N', 'median run', 'cheapest, median teacher', ...teachers], rows);
}

function edge(window: Window | undefined): string {
  if (window?.to === undefined) {
    return window?.below === undefined ? '–' : `none, lower from ${window.below}`;
  }
  return `${window.to} → ${window.below ?? 'beyond the map'}`;
}

function reasons({ runs }: MapCell, trueRank: number): string {
  const verdicts = groupBy(runs, 'dataSeed').flatMap(
    ({ results }) => underestimate(soundOf(results), trueRank) ?? [],
  );
  if (verdicts.length === 0) return '';
  const cheaper = verdicts.filter(({ reason }) => reason === 'cheaper').length;
  const ratios = verdicts
    .map(({ below, faithful }) => below.totalLoss / faithful.totalLoss)
    .sort((a, b) => a - b);
  const middle = ratios[ratios.length >> 1].toFixed(2);
  const dearer = verdicts.length - cheaper;
  return `${[cheaper && `${cheaper} c`, dearer && `${dearer} d`].filter(Boolean).join(', ')}; ${middle}`;
}

async function threads(cells: readonly MapCell[]): Promise<string> {
  const entries = new Map<MapCell, string>();
  for (const cell of cells.filter(({ depth }) => depth >= 3)) {
    const totals: number[] = [];
    let cheaper = 0;
    for (const run of cell.cheapestRuns) {
      const experiment = completeExperiment(parseQuery(run.query).choices);
      const { problem, optimisation } = await prepareRun(experiment);
      const total = optimisation.ridge * threadThrough(problem, cell.depth).parameterNorm;
      totals.push(total);
      if (total < run.totalLoss) cheaper++;
    }
    entries.set(cell, `${median(totals).toPrecision(3)}${cheaper > 0 ? ` (${cheaper})` : ''}`);
  }
  return table(cells, (cell) => entries.get(cell));
}

function both(
  { found, cheapest }: MapCell,
  quantity: 'testError' | 'totalLoss',
  digits: number,
): string {
  return [found, cheapest].map((one) => one?.[quantity].toFixed(digits) ?? '–').join(' / ');
}

/** “2 ×11, 1” for eleven times 2 and once 1. */
