import { figure } from '../../charts/figures.ts';
import {
  describeTwoMinima,
  drawTwoMinima,
  type TwoMinimaData,
} from '../../charts/two-minima/two-minima.ts';
import { sweepText } from '../../messages/sweep.ts';
import { byPath, type CellResult, originsOf } from '../../sweep/index.ts';
import { Chart } from '../pictures/Chart.tsx';
import { openingOf } from './opening.ts';
import { Sentences, Statement } from './Statement.tsx';
import { twoMinimaSentences } from './statements/two-minima.ts';

function loopData(results: readonly CellResult[]): TwoMinimaData {
  const paths = byPath(results);
  const originOf = originsOf(results);
  const least = new Map<number, number>();
  for (const { depth, totalLoss } of [...paths.values()].flat()) {
    least.set(depth, Math.min(totalLoss, least.get(depth) ?? Number.POSITIVE_INFINITY));
  }
  const hasTripoints = results.some(({ tripoints }) => tripoints !== undefined);
  return {
    quantities: [
      { title: sweepText('quantity.totalLoss'), scale: 'log' },
      {
        title: sweepText('quantity.excess'),
        scale: 'linear',
        percent: true,
        domain: [0, undefined],
      },
      { title: sweepText('quantity.cost'), scale: 'log' },
      hasTripoints
        ? { title: sweepText('quantity.tripoints'), scale: 'linear', whole: true }
        : { title: sweepText('quantity.bottleneckRank'), scale: 'linear', whole: true },
    ],
    paths: (['grown', 'restarted', 'shrunk'] as const).flatMap((path) => {
      const stops = paths.get(path);
      if (stops === undefined) return [];
      return {
        path,
        stops: stops.map((stop) => {
          const { href, lines } = openingOf(stop.typical, originOf);
          return {
            depth: stop.depth,
            values: [
              stop.totalLoss,
              stop.totalLoss / Number(least.get(stop.depth)) - 1,
              stop.normPerLayer,
              hasTripoints ? stop.tripoints : stop.typical.bottleneckRank,
            ],
            lines: [
              sweepText('cell.median', { count: stop.runs.length }),
              sweepText('cell.rank', { rank: stop.typical.bottleneckRank }),
              sweepText('cell.spread', {
                low: figure(stop.runs[0].totalLoss),
                high: figure(stop.runs[stop.runs.length - 1].totalLoss),
              }),
              ...lines,
            ],
            href,
          };
        }),
      };
    }),
  };
}

interface TwoMinimaFigureProps {
  /** Of the sweep. */
  readonly depths: readonly number[];
  /** Of one number of points, λ and width. */
  readonly results: readonly CellResult[];
}

/** The loop of hysteresis, with which minimum is the cheaper one where. */
export function TwoMinimaFigure({ depths, results }: TwoMinimaFigureProps) {
  const data = loopData(results);
  const measured = twoMinimaSentences(results);
  return (
    <figure className="sweep-figure">
      <h2 className="sweep-heading">{sweepText('minima.title')}</h2>
      <p className="sweep-lead">
        {sweepText('minima.lead', { from: Math.min(...depths), to: Math.max(...depths) })}
      </p>
      <Chart
        name={sweepText('minima.title')}
        description={describeTwoMinima(data)}
        className="two-minima-box"
        interactive
        draw={(svg, size) => drawTwoMinima(svg, data, size)}
      />
      <figcaption className="statements">
        {measured.length > 0 && (
          <Statement mark="measured">
            <Sentences of={measured} />
          </Statement>
        )}
        <Statement mark="theorem">
          <p>{sweepText('minima.theorem')}</p>
        </Statement>
        <p className="note">{sweepText('cell.opens')}</p>
      </figcaption>
    </figure>
  );
}
