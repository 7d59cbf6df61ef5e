import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  type DepthCurveData,
  describeDepthCurve,
  drawDepthCurve,
} from '../../charts/depth-curve/depth-curve.ts';
import { figure } from '../../charts/figures.ts';
import { sweepText } from '../../messages/sweep.ts';
import { type CellResult, originsOf, type SweepSpec, soundOf } from '../../sweep/index.ts';
import { type ThreadSearch, threadCosts } from '../../sweep/thread-costs.ts';
import { Chart } from '../pictures/Chart.tsx';
import { openingOf } from './opening.ts';
import { Sentences, Statement } from './Statement.tsx';
import { threadSentences } from './statements/thread.ts';

/** What else there is to say: that more is to come, that it will not, or that there is nothing. */
function unsaid(state: ThreadSearch['state'], isSaid: boolean, k: number): string[] {
  if (state === 'working') return [sweepText('thread.working')];
  if (state === 'failed') return [sweepText('thread.failed')];
  return isSaid ? [] : [sweepText('thread.nothing', { k })];
}

interface ThreadFigureProps {
  readonly spec: SweepSpec;
  /** Of one number of points, λ and width. */
  readonly results: readonly CellResult[];
  readonly trueRank: number;
}

/** The explicit thread through the points of the sweep's first draw, beside the runs on those points. */
export function ThreadFigure({ spec, results, trueRank }: ThreadFigureProps) {
  const drawn = Math.min(...results.map(({ dataSeed }) => dataSeed));
  const runs = soundOf(results).filter(({ dataSeed }) => dataSeed === drawn);
  const originOf = originsOf(results);
  const query = runs[0]?.query;
  const root = useRef<HTMLElement>(null);
  const { costs, state } = useThreadCosts(root, query, spec.axes.depths);
  const data: DepthCurveData = {
    quantity: { title: sweepText('quantity.totalLoss'), scale: 'log' },
    line: 'least',
    dots: runs.map((run) => {
      const { href, lines } = openingOf(run, originOf);
      return {
        depth: run.depth,
        value: run.totalLoss,
        lines: [
          sweepText('cell.rank', { rank: run.bottleneckRank }),
          `${sweepText(`chart.path.${run.path}`)}, ${sweepText('cell.seeds', { seed: run.seed, data: run.dataSeed })}`,
          ...lines,
        ],
        href,
      };
    }),
    guides: [
      {
        name: sweepText('thread.name'),
        points: costs.map(({ depth, totalLoss, parameterNorm }) => ({
          depth,
          value: totalLoss,
          lines: [
            sweepText('thread.normHere', {
              norm: figure(parameterNorm),
              perLayer: figure(parameterNorm / depth),
            }),
          ],
        })),
      },
    ],
  };
  const measured = threadSentences(costs, runs, trueRank);
  const n = figure(Number(runs[0]?.points));
  return (
    <figure ref={root} className="sweep-figure">
      <h2 className="sweep-heading">{sweepText('thread.title')}</h2>
      <p className="sweep-lead">{sweepText('thread.lead')}</p>
      <Chart
        name={sweepText('thread.chart', { n })}
        description={describeDepthCurve(data)}
        className="thread-box"
        interactive
        draw={(svg, size) => drawDepthCurve(svg, data, { ...size, depths: spec.axes.depths })}
      />
      <figcaption className="statements">
        <Statement mark="measured">
          <Sentences of={[...measured, ...unsaid(state, measured.length > 0, trueRank)]} />
        </Statement>
        <Statement mark="theorem">
          <p>{sweepText('thread.bound')}</p>
        </Statement>
        <p className="note">{sweepText('thread.construction')}</p>
      </figcaption>
    </figure>
  );
}

const atFirst: ThreadSearch = { costs: [], state: 'working' };

/** What the thread costs at these depths; asked for once the figure has been on screen. */
function useThreadCosts(
  root: RefObject<HTMLElement | null>,
  query: string | undefined,
  depths: readonly number[],
): ThreadSearch {
  const [seen, setSeen] = useState(false);
  const [search, setSearch] = useState<ThreadSearch>(atFirst);
  useEffect(() => {
    if (seen || !root.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [seen, root]);
  useEffect(() => {
    setSearch(atFirst);
    if (!seen || query === undefined) return;
    return threadCosts({ query, depths }, setSearch);
  }, [seen, query, depths]);
  return search;
}
