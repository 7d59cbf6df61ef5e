/** What was measured of the window of depths, in sentences. */
import { figure } from '../../../charts/figures.ts';
import { list } from '../../../messages/index.ts';
import { sweepText } from '../../../messages/sweep.ts';
import {
  agrees,
  edgeMoves,
  edgesOf,
  groupBy,
  type MapCell,
  mapOfEachDraw,
  movementOf,
  trendOf,
  type Window,
  type WindowEdge,
  windows,
} from '../../../sweep/index.ts';

export type MapMode = 'found' | 'cheapest';

/** Where the window lies for every number of points. */
export function windowSentences(
  cells: readonly MapCell[],
  trueRank: number,
  mode: MapMode,
): string[] {
  const alike = new Map<string, Window[]>();
  for (const row of windows(cells, trueRank, mode)) {
    const place = JSON.stringify([row.from, row.to, row.below, row.gap]);
    alike.set(place, [...(alike.get(place) ?? []), row]);
  }
  const rows = [...alike.values()].map((some) => windowSentence(some, trueRank));
  return rows.length === 0 ? [] : [...rows, edgeSentence(cells, trueRank, mode)];
}

/** Of numbers of points that have the same window. */
function windowSentence(alike: readonly Window[], k: number): string {
  const [{ from, to, below, gap }] = alike;
  const n = list(alike.map(({ points }) => figure(points)));
  if (from === undefined || to === undefined) return sweepText('window.none', { n, k });
  const end =
    below === undefined ? sweepText('window.open') : sweepText('window.below', { depth: below });
  const beyond = gap === undefined ? end : sweepText('window.gap', { depth: gap.at, beyond: end });
  return from === to
    ? sweepText('window.one', { n, depth: from, beyond })
    : sweepText('window.row', { n, from, to, beyond });
}

/** Whether the upper edge moves with N, as this map's depths can show it. */
export function edgeSentence(cells: readonly MapCell[], trueRank: number, mode: MapMode): string {
  const edges = edgesOf(windows(cells, trueRank, mode));
  const [fewest, most] = [edges[0], edges.at(-1)];
  if (fewest === undefined || most === undefined || fewest === most) {
    return sweepText('window.tooFew');
  }
  const [first, last] = farthestApart(edges) ?? [fewest, most];
  return sweepText(`window.edge.${movementOf(edges)}`, {
    what: sweepText(`window.what.${mode}`),
    ...edgeMoves(edges),
    first: figure(first.points),
    firstEdge: edgeWords(first),
    last: figure(last.points),
    lastEdge: edgeWords(last),
  });
}

/** How the edge of the cheapest minima moves for each draw of the data by itself: a median can hide it. */
export function drawSentences(cells: readonly MapCell[], trueRank: number): string[] {
  const draws = mapOfEachDraw(cells);
  if (draws.length < 2) return draws.length === 0 ? [] : [sweepText('window.oneDraw')];
  return draws.map(({ dataSeed, cells: own }) => {
    const edges = edgesOf(windows(own, trueRank, 'cheapest'));
    const [first, last] = farthestApart(edges) ?? [edges[0], edges.at(-1)];
    if (first === undefined || last === undefined || first === last) {
      return sweepText('window.draw.none', { draw: dataSeed });
    }
    return sweepText(`window.draw.${movementOf(edges)}`, {
      draw: dataSeed,
      ...edgeMoves(edges),
      first: figure(first.points),
      firstEdge: edgeWords(first),
      last: figure(last.points),
      lastEdge: edgeWords(last),
    });
  });
}

/** What the slope of the dashed guide rests on; undefined where none is drawn. */
export function guideSentence(cells: readonly MapCell[], trueRank: number): string | undefined {
  const edges = edgesOf(windows(cells, trueRank, 'cheapest'));
  const slope = trendOf(edges);
  if (slope === undefined) return undefined;
  const named = (some: readonly WindowEdge[]) => list(some.map(({ points }) => figure(points)));
  const open = edges.filter(({ to }) => to === undefined);
  const enclosed = edges.filter((edge) => !open.includes(edge));
  return sweepText(open.length === 0 ? 'window.guide' : 'window.guideBounds', {
    slope: figure(slope),
    enclosed: named(enclosed),
    open: named(open),
    count: edges.filter((edge) => agrees(slope, edge)).length,
    total: edges.length,
  });
}

/** How many runs of other sweeps count for the cheapest. */
export function furtherSentence(cells: readonly MapCell[]): string[] {
  const shared = cells.filter(({ further }) => further.length > 0);
  if (shared.length === 0) return [];
  const runs = shared.flatMap(({ further }) => further);
  const draws = groupBy(runs, 'dataSeed').map(({ value }) => String(value));
  return [
    sweepText('window.further', {
      count: runs.length,
      shared: shared.length,
      total: cells.length,
      draws: list(draws),
    }),
  ];
}

/** The pair, fewer points first, whose edges are certainly apart and as far as possible. */
function farthestApart(edges: readonly WindowEdge[]): [WindowEdge, WindowEdge] | undefined {
  let best: [WindowEdge, WindowEdge] | undefined;
  let widest = 1;
  edges.forEach((fewer, k) => {
    for (const more of edges.slice(k + 1)) {
      const up = fewer.to === undefined ? 0 : more.from / fewer.to;
      const down = more.to === undefined ? 0 : fewer.from / more.to;
      const gap = Math.max(up, down);
      if (gap < widest) continue;
      widest = gap;
      best = [fewer, more];
    }
  });
  return best;
}

function edgeWords({ from, to }: WindowEdge): string {
  return to === undefined
    ? sweepText('window.edgeOpen', { from })
    : sweepText('window.edgeBetween', { from, to });
}

/** More cells than these are counted, not named. */
const mostNamed = 4;

/** How often a run finds less than the true rank, and for which of the two reasons. */
export function underestimateSentences(cells: readonly MapCell[], trueRank: number): string[] {
  const below = cells.filter(({ found }) => found !== undefined && found.rank < trueRank);
  if (below.length === 0) return [sweepText('window.neverBelow', { k: trueRank })];
  const justified = below.filter(({ cheapest }) => (cheapest?.rank ?? trueRank) < trueRank);
  const trapped = below.filter((cell) => !justified.includes(cell));
  const where = (some: readonly MapCell[]) =>
    list([
      ...some
        .slice(0, mostNamed)
        .map(({ depth, points }) => sweepText('window.place', { depth, points: figure(points) })),
      ...(some.length > mostNamed
        ? [sweepText('window.more', { count: some.length - mostNamed })]
        : []),
    ]);
  return [
    sweepText('window.belowCount', { count: below.length, total: cells.length, k: trueRank }),
    ...(justified.length === 0
      ? []
      : [sweepText('window.justified', { count: justified.length, where: where(justified) })]),
    ...(trapped.length === 0
      ? []
      : [sweepText('window.trapped', { count: trapped.length, where: where(trapped) })]),
  ];
}
