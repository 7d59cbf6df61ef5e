/** What the cells of a sweep cost on the machine that computed them, in Markdown. */
import { type CellResult, groupBy, type SweepFile } from '../../sweep/index.ts';
import { markdown } from './markdown.ts';

/** The fresh starts of one number of points and depth. */
interface Place {
  readonly points: number;
  readonly depth: number;
  readonly fastest: number;
  readonly mean: number;
}

/**
 * Seconds of all cells, and of the fresh starts by depth and number of points. The fastest of
 * them is nearest to what the machine can do alone; the mean says what it did beside other work.
 */
export function costReport({ results }: SweepFile): string {
  if (results.length === 0) return 'There are no cells.';
  const places = placesOf(results);
  const most = Math.max(...places.map(({ points }) => points));
  const smaller = results.filter(({ points }) => points < most);
  return [
    `All cells: ${means(results)}.`,
    ...(smaller.length > 0 ? [`Those of fewer than ${most} points: ${means(smaller)}.`] : []),
    ...(places.length > 0
      ? ['**Seconds of a fresh start**: the fastest / the mean', table(places)]
      : []),
  ].join('\n\n');
}

/** "648 cells took 7552 s, 11.7 s each; …". */
function means(results: readonly CellResult[]): string {
  const seconds = results.map((result) => result.seconds);
  const took = `${results.length} cells took ${sum(seconds).toFixed(0)} s, ${brief(mean(seconds), 3)} s each`;
  const fastest = placesOf(results).map((place) => place.fastest);
  if (fastest.length === 0) return took;
  return `${took}; the fastest fresh starts of every place took ${brief(mean(fastest), 3)} s on average`;
}

function placesOf(results: readonly CellResult[]): Place[] {
  const fresh = results.filter(({ path }) => path === 'restarted');
  return groupBy(fresh, 'points').flatMap(({ value: points, results: atPoints }) =>
    groupBy(atPoints, 'depth').map(({ value: depth, results: runs }) => {
      const seconds = runs.map((run) => run.seconds);
      return { points, depth, fastest: Math.min(...seconds), mean: mean(seconds) };
    }),
  );
}

function table(places: readonly Place[]): string {
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const depths = ascending(places.map(({ depth }) => depth));
  const rows = ascending(places.map(({ points }) => points)).map((points) => [
    String(points),
    ...depths.map((depth) => {
      const place = places.find((one) => one.points === points && one.depth === depth);
      return place ? `${brief(place.fastest)} / ${brief(place.mean)}` : '–';
    }),
  ]);
  return markdown(['N ↓ L →', ...depths.map(String)], rows);
}

/** So many digits, or all before the point. */
function brief(seconds: number, digits = 2): string {
  return seconds >= 10 ** digits ? seconds.toFixed(0) : String(Number(seconds.toPrecision(digits)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
