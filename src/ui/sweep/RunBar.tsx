import { Button, Label, ProgressBar } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import type { SweepSpec } from '../../sweep/index.ts';
import { usualWorkerCount } from '../../sweep/pool.ts';
import { useBench, useSweeps } from './bench-context.ts';
import { duration } from './duration.ts';
import type { SweepOnShelf, SweepRun } from './sweep-store.ts';
import { secondsPerCost, type WorkLeft, workLeft, workloadOf } from './workload.ts';

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
  const { id, origin, spec, isCurrent } = sweep;
  if (spec === undefined) return null;
  const left = leftOf(spec, sweep);
  return (
    <>
      <p className="run-words" role="status">
        {stateWords(sweep, left)}
      </p>
      {(!isCurrent || left.cells > 0) && (
        <Button
          className={isCurrent ? 'button main' : 'button'}
          isDisabled={isBusy}
          onPress={() => void bench.run(spec)}
        >
          {sweepText(isCurrent ? 'run.continue' : 'run.recompute', {
            time: duration(left.seconds),
          })}
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

/** What running the sweep would take: the rest of it, or all where it would begin anew. */
function leftOf(spec: SweepSpec, { results, finished, isCurrent }: SweepOnShelf): WorkLeft {
  const speed = secondsPerCost(spec, results);
  const left = workLeft(spec, isCurrent ? results : [], usualWorkerCount(), speed);
  // Counted before they are read.
  return isCurrent ? { ...left, cells: Math.max(0, left.cells + results.length - finished) } : left;
}

function stateWords(
  { provenance, origin, spec, results, finished, isCurrent }: SweepOnShelf,
  { again }: WorkLeft,
): string {
  if (provenance !== undefined) {
    return sweepText('run.provenance', {
      count: results.length,
      date: provenance.date.slice(0, 10),
      engine: provenance.engine,
      revision: provenance.revision,
    });
  }
  const cells = {
    done: finished,
    total: spec === undefined ? finished : workloadOf(spec, 1).cells,
  };
  if (origin === 'stored' && !isCurrent) return sweepText('run.keptOlder', cells);
  return again === 0
    ? sweepText('run.kept', cells)
    : sweepText('run.keptPaths', { ...cells, count: again });
}
