import { useDeferredValue } from 'react';
import {
  completeExperiment,
  type Experiment,
  parseQuery,
  teacherRank,
} from '../../experiment/index.ts';
import { sweepText } from '../../messages/sweep.ts';
import {
  type CellResult,
  inSlice,
  type Slice,
  type SweepSpec,
  sliceAxes,
} from '../../sweep/index.ts';
import { useBench, useSweeps } from './bench-context.ts';
import { DepthFigures } from './DepthFigures.tsx';
import { SliceBar } from './SliceBar.tsx';
import { ThreadFigure } from './ThreadFigure.tsx';
import { TwoMinimaFigure } from './TwoMinimaFigure.tsx';
import { WindowFigure } from './WindowFigure.tsx';

interface SweepFiguresProps {
  readonly spec: SweepSpec;
  readonly results: readonly CellResult[];
  /** Of other sweeps of the same recipe: where they have the same cell, the cheapest of all counts. */
  readonly further: readonly CellResult[];
}

const nothing: readonly CellResult[] = [];

/** What a sweep shows: the map where N varies, the loop where paths do, and curves over the depth. */
export function SweepFigures({ spec, results: newest, further }: SweepFiguresProps) {
  // Rendered in slices, so that results that come in never hold the page up.
  const results = useDeferredValue(newest, nothing);
  const { store } = useBench();
  const chosen = useSweeps((state) => state.slice);
  const axes = sliceAxes(results);
  const trueRank = trueRankOf(completeExperiment(parseQuery(spec.base).choices));
  const slice: Slice = {
    points: valueAmong(axes.points, chosen.points, axes.points.length >> 1),
    lambda: valueAmong(axes.lambda, chosen.lambda, 0),
    width: valueAmong(axes.width, chosen.width, 0),
    path: valueAmong(axes.path, chosen.path, 0),
  };
  const { path: _path, ...held } = slice;
  const { points: _points, ...ofMap } = held;
  const showsMap = trueRank !== undefined && (spec.axes.points?.length ?? 0) > 1;
  const showsLoop = axes.path.length > 1 && !showsMap;
  const bar = (names: readonly (keyof Slice)[]) => (
    <SliceBar
      axes={axes}
      names={names}
      slice={slice}
      onChoose={(change) => store.setState({ slice: { ...chosen, ...change } })}
    />
  );
  if (results.length === 0) {
    if (newest.length > 0) return <div className="sweep-coming" />;
    return (
      <p className="sweep-empty" role="status">
        {sweepText('page.firstCells')}
      </p>
    );
  }
  return (
    <>
      {showsMap && (
        <>
          {bar(['lambda', 'width'])}
          <WindowFigure
            spec={spec}
            results={inSlice(results, ofMap)}
            further={inSlice(further, ofMap)}
            trueRank={trueRank}
          />
          {bar(['points'])}
          <ThreadFigure spec={spec} results={inSlice(results, held)} trueRank={trueRank} />
        </>
      )}
      {showsLoop && (
        <>
          {bar(['points', 'lambda', 'width'])}
          <TwoMinimaFigure depths={spec.axes.depths} results={inSlice(results, held)} />
        </>
      )}
      <section aria-label={sweepText('curves.title')}>
        <h2 className="sweep-heading">{sweepText('curves.title')}</h2>
        {bar(showsLoop ? ['path'] : ['points', 'lambda', 'width', 'path'])}
        <DepthFigures spec={spec} results={inSlice(results, slice)} trueRank={trueRank} />
      </section>
    </>
  );
}

/** The rank that the data have by construction; classes and digits have none of their own. */
function trueRankOf(experiment: Experiment): number | undefined {
  const { task, data } = experiment;
  if (task === 'rank-recovery') return teacherRank(experiment);
  return task === 'autoencoder' && data !== 'digits' ? 1 : undefined;
}

function valueAmong<Value>(
  values: readonly Value[],
  chosen: Value | undefined,
  otherwise: number,
): Value | undefined {
  return chosen !== undefined && values.includes(chosen) ? chosen : values[otherwise];
}
