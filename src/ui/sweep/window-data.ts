/** What the maps over depth and number of points show, made of the measured cells. */
import { figure } from '../../charts/figures.ts';
import type { MapQuantity, WindowMapData } from '../../charts/window-map/window-map.ts';
import { list } from '../../messages/index.ts';
import { sweepText } from '../../messages/sweep.ts';
import {
  type CellResult,
  edgesOf,
  type MapCell,
  median,
  type OriginOf,
  originsOf,
  type SoundResult,
  trendOf,
  windows,
} from '../../sweep/index.ts';
import { openingOf } from './opening.ts';
import type { MapMode } from './statements/window.ts';

export type MapQuantityName = 'testError' | 'totalLoss';

/** The ranks found, or the cheapest ones, with the theory's trend. */
export function mapData(
  cells: readonly MapCell[],
  trueRank: number,
  mode: MapMode,
  originOf: OriginOf = originsOf(cells.flatMap(({ runs }) => runs)),
): WindowMapData {
  // The theory is about the cheapest minima, so its trend is fitted to their edge in both modes.
  const slope = trendOf(edgesOf(windows(cells, trueRank, 'cheapest')));
  return {
    trueRank,
    cells: windowCells(cells, mode, originOf),
    trend: slope === undefined ? undefined : { perLogPoints: slope },
  };
}

/**
 * Another quantity on the same grid, in the same mode. Its scale is that of both modes, so that
 * they can be compared.
 * @returns undefined where it was not measured
 */
export function quantityData(
  cells: readonly MapCell[],
  trueRank: number,
  mode: MapMode,
  name: MapQuantityName,
  originOf: OriginOf = originsOf(cells.flatMap(({ runs }) => runs)),
): WindowMapData | undefined {
  const values = cells
    .flatMap(({ found, cheapest }) => [found?.[name] ?? 0, cheapest?.[name] ?? 0])
    .filter((value) => value > 0);
  if (values.length === 0) return undefined;
  const quantity: MapQuantity = {
    title: sweepText(`quantity.${name}`),
    domain: [Math.min(...values), Math.max(...values)],
  };
  return { trueRank, cells: windowCells(cells, mode, originOf, name), quantity };
}

/** Tells the origin of cells of several sweeps, in each of which the same key may be another network. */
export function originsAmong(sweeps: readonly (readonly CellResult[])[]): OriginOf {
  const origins = sweeps.map((results) => ({
    members: new Set<Pick<CellResult, 'key'>>(results),
    originOf: originsOf(results),
  }));
  return (cell) => origins.find(({ members }) => members.has(cell))?.originOf(cell);
}

function windowCells(
  cells: readonly MapCell[],
  mode: MapMode,
  originOf: OriginOf,
  quantity?: MapQuantityName,
): WindowMapData['cells'] {
  return cells.flatMap((cell) => {
    const finding = cell[mode];
    if (finding === undefined) return [];
    const runs = mode === 'found' ? freshRuns(cell) : cell.cheapestRuns;
    const shown = nearest(runs, finding.rank);
    const opening = shown && openingOf(shown, originOf);
    return {
      depth: cell.depth,
      points: cell.points,
      rank: finding.rank,
      dearer: mode === 'found' && cell.cheapest !== undefined && !cell.wins,
      ...(quantity && { value: finding[quantity] }),
      lines: [...cellLines(cell, mode, quantity), ...(opening?.lines ?? [])],
      href: opening?.href,
    };
  });
}

function freshRuns({ runs }: MapCell): readonly SoundResult[] {
  return runs.filter(({ path }) => path === 'restarted');
}

/** Of the runs with this rank, the one in the middle by total loss: the cell stands for it. */
function nearest(runs: readonly SoundResult[], rank: number): SoundResult | undefined {
  const same = runs
    .filter(({ bottleneckRank }) => bottleneckRank === rank)
    .sort((a, b) => a.totalLoss - b.totalLoss);
  return same[(same.length - 1) >> 1];
}

/** What is read out of a cell; of a quantity's own map the value stands in the first line already. */
function cellLines(cell: MapCell, mode: MapMode, quantity: MapQuantityName | undefined): string[] {
  const { cheapest } = cell;
  const finding = cell[mode];
  if (finding === undefined) return [];
  const counts = [...new Set(finding.ranks)].map((rank) =>
    sweepText('cell.times', {
      rank,
      times: finding.ranks.filter((other) => other === rank).length,
    }),
  );
  const runs = mode === 'found' ? freshRuns(cell) : cell.cheapestRuns;
  const norm = median(runs.map(({ parameterNorm, depth }) => parameterNorm / depth));
  return [
    sweepText('cell.ranks', { ranks: list(counts) }),
    ...(quantity === 'totalLoss'
      ? []
      : [sweepText('cell.totalLoss', { value: figure(finding.totalLoss) })]),
    sweepText('cell.cost', { value: figure(norm) }),
    ...(Number.isFinite(finding.testError) && quantity !== 'testError'
      ? [sweepText('cell.testError', { value: figure(finding.testError) })]
      : []),
    ...(mode === 'found' && cheapest !== undefined && !cell.wins
      ? [
          sweepText('cell.cheapest', {
            rank: cheapest.rank,
            value: figure(cheapest.totalLoss),
          }),
        ]
      : []),
  ];
}
