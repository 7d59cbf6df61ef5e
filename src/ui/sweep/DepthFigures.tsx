import {
  type DepthCurveData,
  type DepthQuantity,
  describeDepthCurve,
  drawDepthCurve,
} from '../../charts/depth-curve/depth-curve.ts';
import { figure } from '../../charts/figures.ts';
import { sweepText } from '../../messages/sweep.ts';
import {
  type CellResult,
  normPerLayer,
  type OriginOf,
  originsOf,
  type SoundResult,
  type SweepSpec,
  soundOf,
} from '../../sweep/index.ts';
import { Chart } from '../pictures/Chart.tsx';
import { openingOf } from './opening.ts';
import { Sentences, Statement } from './Statement.tsx';
import { costGuides, costSentences, rankSentences, tripointSentences } from './statements/cost.ts';

interface DepthFiguresProps {
  readonly spec: SweepSpec;
  /** Of one number of points, λ, width and path. */
  readonly results: readonly CellResult[];
  readonly trueRank: number | undefined;
}

/** Most runs fit nearly every point; where some fit fewer, the axis is cut off below them. */
const accuracyFloor = 0.8;

interface Curve {
  readonly key: string;
  readonly quantity: DepthQuantity;
  readonly line?: DepthCurveData['line'];
  readonly value: (run: SoundResult) => number | undefined;
}

function curves(): readonly Curve[] {
  const whole = { scale: 'linear', whole: true } as const;
  return [
    {
      key: 'cost',
      quantity: { title: sweepText('quantity.cost'), scale: 'log' },
      value: normPerLayer,
    },
    {
      key: 'totalLoss',
      quantity: { title: sweepText('quantity.totalLoss'), scale: 'log' },
      value: (run) => run.totalLoss,
    },
    {
      key: 'bottleneckRank',
      quantity: { title: sweepText('quantity.bottleneckRank'), ...whole },
      line: 'medianRank',
      value: (run) => run.bottleneckRank,
    },
    {
      key: 'jacobianRank',
      quantity: { title: sweepText('quantity.jacobianRank'), ...whole },
      line: 'medianRank',
      value: (run) => run.jacobianRank,
    },
    {
      key: 'tripoints',
      quantity: { title: sweepText('quantity.tripoints'), ...whole },
      value: (run) => run.tripoints,
    },
    {
      key: 'testError',
      quantity: { title: sweepText('quantity.testError'), scale: 'log' },
      value: (run) => run.testError,
    },
    {
      key: 'accuracy',
      quantity: {
        title: sweepText('quantity.accuracy'),
        scale: 'linear',
        percent: true,
        domain: [accuracyFloor, 1],
      },
      value: (run) => run.accuracy,
    },
  ];
}

/** Every measured quantity over the depth: all runs as dots, their medians as a line. */
export function DepthFigures({ spec, results, trueRank }: DepthFiguresProps) {
  const runs = soundOf(results);
  const originOf = originsOf(results);
  const known = curves().filter(({ value }) => runs.some((run) => value(run) !== undefined));
  const cost = costSentences(results, trueRank);
  const tripoints = tripointSentences(results);
  return (
    <div className="depth-figures">
      {known.map(({ key, quantity, line, value }) => {
        const data: DepthCurveData = {
          quantity,
          line,
          dots: runs.flatMap((run) => {
            const measured = value(run);
            return measured === undefined ? [] : dot(run, measured, originOf);
          }),
          guides: key === 'cost' ? costGuides(results, trueRank) : rankGuide(key, trueRank),
        };
        return (
          <figure key={key} className="depth-figure">
            <Chart
              name={sweepText('curves.name', { title: quantity.title })}
              description={describeDepthCurve(data)}
              className="depth-curve-box"
              interactive
              draw={(svg, size) => drawDepthCurve(svg, data, { ...size, depths: spec.axes.depths })}
            />
          </figure>
        );
      })}
      <div className="statements">
        <Statement mark="measured">
          <Sentences of={[...cost, ...rankSentences(results, trueRank), ...tripoints]} />
        </Statement>
        <Statement mark="theorem">
          <p>{sweepText('cost.theorem')}</p>
          {tripoints.length > 0 && <p>{sweepText('tripoints.theorem')}</p>}
        </Statement>
        <Statement mark="conjecture">
          <p>{sweepText('cost.conjecture')}</p>
        </Statement>
        <p className="note">{sweepText('cell.opens')}</p>
      </div>
    </div>
  );
}

function rankGuide(key: string, trueRank: number | undefined) {
  if (trueRank === undefined || !(key === 'bottleneckRank' || key === 'jacobianRank')) return [];
  return [{ name: `k = ${trueRank}`, constant: trueRank, overDepth: 0 }];
}

function dot(run: SoundResult, value: number, originOf: OriginOf) {
  const { href, lines } = openingOf(run, originOf);
  return {
    depth: run.depth,
    value,
    lines: [
      sweepText('cell.seeds', { seed: run.seed, data: run.dataSeed }),
      sweepText('cell.rank', { rank: run.bottleneckRank }),
      sweepText('cell.totalLoss', { value: figure(run.totalLoss) }),
      ...lines,
    ],
    href,
  };
}
