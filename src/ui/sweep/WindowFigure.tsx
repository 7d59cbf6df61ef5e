import { useState } from 'react';
import { figure } from '../../charts/figures.ts';
import {
  describeWindowMap,
  drawWindowMap,
  type WindowMapData,
} from '../../charts/window-map/window-map.ts';
import { list } from '../../messages/index.ts';
import { sweepText } from '../../messages/sweep.ts';
import {
  type CellResult,
  edgesOf,
  type MapCell,
  median,
  originsOf,
  type SoundResult,
  type SweepSpec,
  trendOf,
  windowMap,
  windows,
} from '../../sweep/index.ts';
import { OneOf } from '../controls/OneOf.tsx';
import { Chart } from '../pictures/Chart.tsx';
import { openingOf } from './opening.ts';
import { Sentences, Statement } from './Statement.tsx';
import { type MapMode, underestimateSentences, windowSentences } from './statements/window.ts';

interface WindowFigureProps {
  readonly spec: SweepSpec;
  /** Of one λ and one width. */
  readonly results: readonly CellResult[];
  readonly trueRank: number;
}

const modes: readonly MapMode[] = ['found', 'cheapest'];

/** The window map in either mode, with where the window lies in words. */
export function WindowFigure({ spec, results, trueRank }: WindowFigureProps) {
  const [mode, setMode] = useState<MapMode>('found');
  const cells = windowMap(results);
  const data = mapData(cells, trueRank, mode);
  const { depths, points } = spec.axes;
  return (
    <figure className="sweep-figure notes-under">
      <h2 className="sweep-heading">{sweepText('window.title', { k: trueRank })}</h2>
      <p className="sweep-lead">{sweepText('window.lead', { k: trueRank })}</p>
      <OneOf
        className="mode-switch"
        optionClassName="task-button"
        aria-label={sweepText('window.mode')}
        options={modes.map((name) => ({ name, content: sweepText(`window.mode.${name}`) }))}
        chosen={mode}
        onChoose={setMode}
      />
      <p className="mode-note">{sweepText(`window.note.${mode}`)}</p>
      <Chart
        name={`${sweepText('window.title', { k: trueRank })}, ${sweepText(`window.mode.${mode}`)}`}
        description={describeWindowMap(data)}
        className="window-map-box"
        interactive
        draw={(svg, size) => drawWindowMap(svg, data, { ...size, depths, points })}
      />
      <figcaption className="statements">
        <Statement mark="measured">
          <Sentences
            of={[
              ...windowSentences(cells, trueRank, mode),
              ...underestimateSentences(cells, trueRank),
            ]}
          />
        </Statement>
        <Statement mark="theorem">
          <p>{sweepText('window.theorem')}</p>
        </Statement>
        <Statement mark="derived">
          <p>{sweepText('window.derived')}</p>
        </Statement>
        <Statement mark="conjecture">
          <p>{sweepText('window.conjecture')}</p>
        </Statement>
      </figcaption>
    </figure>
  );
}

export function mapData(cells: readonly MapCell[], trueRank: number, mode: MapMode): WindowMapData {
  // The theory is about the cheapest minima, so its trend is fitted to their edge in both modes.
  const slope = trendOf(edgesOf(windows(cells, trueRank, 'cheapest')));
  const originOf = originsOf(cells.flatMap(({ runs }) => runs));
  return {
    trueRank,
    cells: cells.flatMap((cell) => {
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
        lines: [...cellLines(cell, mode), ...(opening?.lines ?? [])],
        href: opening?.href,
      };
    }),
    trend: slope === undefined ? undefined : { perLogPoints: slope },
  };
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

function cellLines(cell: MapCell, mode: MapMode): string[] {
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
    sweepText('cell.totalLoss', { value: figure(finding.totalLoss) }),
    sweepText('cell.cost', { value: figure(norm) }),
    ...(Number.isFinite(finding.testError)
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
