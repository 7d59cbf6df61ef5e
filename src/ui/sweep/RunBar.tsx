import { Button, Label, ProgressBar } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import { usualWorkerCount } from '../../sweep/pool.ts';
import { useBench, useSweeps } from './bench-context.ts';
import { secondsPerCost, workloadOf } from './design.ts';
import { duration } from './duration.ts';
import type { SweepOnShelf, SweepRun } from './sweep-store.ts';

/** Where the shown sweep comes from, and how it goes on. */
export function RunBar({ sweep }: { readonly sweep: SweepOnShelf }) {
  const run = useSweeps((state) => state.run);
  return (
    <div className="run-bar">
      {run?.id === sweep.id ? <Running run={run} /> : <Resting sweep={sweep} isBusy={!!run} />}
    </div>
  );
}

function Running({ run: { progress, state, workers } }: { readonly run: SweepRun }) {
  const bench = useBench();
  const { done, total, failed, secondsLeft } = progress;
  const left =
    state === 'paused'
      ? sweepText('run.paused')
      : secondsLeft === undefined
        ? sweepText('run.estimating')
        : sweepText('run.left', { time: duration(secondsLeft) });
  const parts = [
    sweepText('run.done', { done, total }),
    left,
    sweepText('run.workers', { count: workers }),
    ...(failed > 0 ? [sweepText('run.givenUp', { count: failed })] : []),
  ];
  return (
    <>
      <ProgressBar
        className="progress"
        value={done}
        maxValue={total}
        valueLabel={sweepText('run.done', { done, total })}
      >
        {({ percentage }) => (
          <>
            <Label className="progress-words">{parts.join(' · ')}</Label>
            <div className="progress-track">
              <div className="progress-fill" style={{ inlineSize: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {state === 'running' ? (
        <Button className="button" onPress={() => bench.pause()}>
          {sweepText('run.pause')}
        </Button>
      ) : (
        <Button className="button main" onPress={() => bench.resume()}>
          {sweepText('run.resume')}
        </Button>
      )}
      <Button className="button" onPress={() => bench.cancel()}>
        {sweepText('run.cancel')}
      </Button>
    </>
  );
}

function Resting({ sweep, isBusy }: { readonly sweep: SweepOnShelf; readonly isBusy: boolean }) {
  const bench = useBench();
  const { id, origin, spec, provenance, results, finished } = sweep;
  if (spec === undefined) return null;
  const speed = secondsPerCost(spec, results);
  const { seconds, cells: total } = workloadOf(spec, usualWorkerCount(), speed);
  const left = Math.max(0, total - finished);
  const source =
    provenance === undefined
      ? sweepText('run.kept', { done: finished, total })
      : sweepText('run.provenance', {
          count: results.length,
          date: provenance.date.slice(0, 10),
          engine: provenance.engine,
          revision: provenance.revision,
        });
  const time = duration(origin === 'stored' ? (seconds * left) / Math.max(1, total) : seconds);
  return (
    <>
      <p className="run-words" role="status">
        {source}
      </p>
      {(origin !== 'stored' || left > 0) && (
        <Button
          className={origin === 'stored' ? 'button main' : 'button'}
          isDisabled={isBusy}
          onPress={() => void bench.run(spec)}
        >
          {sweepText(origin === 'stored' ? 'run.continue' : 'run.recompute', { time })}
        </Button>
      )}
      {origin !== 'shipped' && (
        <Button className="button" onPress={() => void bench.remove(id)}>
          {sweepText('run.delete')}
        </Button>
      )}
    </>
  );
}
