/** What a sweep over depth says where no true rank is to be found, in Markdown: a table for each path. */
import { byPath, normPerLayer, type PathSummary, type SweepFile } from '../../sweep/index.ts';
import { countedRanks, markdown } from './markdown.ts';

/** @param sweep on the same points, at one λ and width */
export function depthReport({ spec, results }: SweepFile): string {
  const tables = Array.from(byPath(results), ([path, stops]) => `**${path}**\n\n${tableOf(stops)}`);
  return [`${spec.title}.`, ...tables].join('\n\n');
}

const head = [
  'L',
  'runs',
  'rank',
  'tripoints',
  'accuracy',
  '‖θ‖²/L',
  'total loss: lowest',
  'median',
  'highest',
];

function tableOf(stops: readonly PathSummary[]): string {
  return markdown(
    head,
    stops.map(({ depth, runs, totalLoss }) => {
      // They come from the cheapest to the dearest.
      const ascending = (values: readonly (number | undefined)[]) =>
        values.filter((value) => value !== undefined).sort((a, b) => a - b);
      const norms = ascending(runs.map(normPerLayer));
      const accuracies = ascending(runs.map(({ accuracy }) => accuracy));
      return [
        String(depth),
        String(runs.length),
        countedRanks(ascending(runs.map(({ bottleneckRank }) => bottleneckRank))),
        countedRanks(ascending(runs.map(({ tripoints }) => tripoints))) || '–',
        accuracies.length === 0 ? '–' : `${Math.floor(100 * accuracies[0])} %`,
        range(norms),
        runs[0].totalLoss.toPrecision(4),
        totalLoss.toPrecision(4),
        runs[runs.length - 1].totalLoss.toPrecision(4),
      ];
    }),
  );
}

/** "2.56–2.60", or one number where both look alike. @param values ascending */
function range(values: readonly number[]): string {
  const [first, last] = [values[0], values[values.length - 1]].map((value) => value.toPrecision(3));
  return first === last ? first : `${first}–${last}`;
}
