import type { ReactNode } from 'react';
import { bottleneckRank } from '../../analysis/index.ts';
import { figure, percentage, whole } from '../../charts/figures.ts';
import type { TaskName } from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import { say } from '../../messages/say.ts';
import type { Picture, StartsProgress } from '../../session/index.ts';
import { useLabState } from '../lab.ts';
import { Prose } from '../notes/Prose.tsx';

/** The run in numbers: how far, how fast, how good, how low. */
export function FiguresLine() {
  const frame = useLabState((state) => state.frame);
  const picture = useLabState((state) => state.picture);
  const outdated = useLabState((state) => state.outdated);
  const { task, threshold } = useLabState((state) => state.experiment);
  const current = outdated ? undefined : picture;
  const bottleneck = current && bottleneckRank(current.spectra, threshold);
  return (
    <dl className="run-figures" aria-label={labText('run')}>
      <Figure id="bottleneck-rank" name={labText('run.bottleneckRank')} strong>
        {bottleneck ? bottleneck.rank : '–'}
      </Figure>
      <TaskFigures picture={current} task={task} />
      <Figure id="norm-per-layer" name={<Prose>{labText('run.norm')}</Prose>} strong>
        {frame ? figure(frame.parameterNorm / frame.depth) : '–'}
      </Figure>
      <Figure id="loss" name={labText('run.loss')}>
        {frame ? figure(frame.dataLoss) : '–'}
      </Figure>
      {task === 'classification' && (
        <Figure id="accuracy" name={labText('run.accuracy')}>
          {frame?.accuracy === undefined ? '–' : percentage(frame.accuracy)}
        </Figure>
      )}
      <Figure id="step" name={labText('run.step')}>
        {frame ? whole(frame.step) : '–'}
      </Figure>
      {frame?.starts && frame.starts.count > 1 && (
        <Figure id="start" name={labText('start')}>
          {startsSoFar(frame.starts)}
        </Figure>
      )}
      <Figure id="speed" name={labText('run.speed')}>
        {frame && frame.stepsPerSecond > 0 ? figure(frame.stepsPerSecond, 2) : '–'}
      </Figure>
      <Figure
        id="engine"
        name={labText('run.engine')}
        note={
          frame &&
          labText('run.engineNote', {
            device: say(frame.device),
            reason: say(frame.engineReason),
          })
        }
      >
        {frame ? frame.engine : labText('run.starting')}
      </Figure>
    </dl>
  );
}

/** Which of the compared starts goes on, or which is in training. */
function startsSoFar({ count, training, cheapest = 0 }: StartsProgress): string {
  return training === undefined
    ? labText('startChosen', { chosen: cheapest + 1, count })
    : labText('startComparing', { training: training + 1, count });
}

interface TaskFiguresProps {
  readonly picture: Picture | undefined;
  readonly task: TaskName;
}

/** What only this task can say. */
function TaskFigures({ picture, task }: TaskFiguresProps) {
  if (picture?.kind === 'teacher') {
    return (
      <>
        <Figure id="true-rank" name={labText('run.trueRank')} strong>
          {picture.trueRank}
        </Figure>
        <Figure id="test-error" name={labText('run.testError')}>
          {figure(picture.testError)}
        </Figure>
      </>
    );
  }
  if (picture?.kind === 'curve') {
    return (
      <Figure id="distance-ratio" name={labText('run.distance')} strong>
        {figure(picture.distanceAfter / picture.distanceBefore, 2)}
      </Figure>
    );
  }
  if (picture?.kind === 'digits') {
    return (
      <Figure id="error-ratio" name={labText('run.error')} strong>
        {figure(picture.errorRatio, 2)}
      </Figure>
    );
  }
  return task === 'classification' ? (
    <Figure id="tripoints" name={labText('run.tripoints')} strong>
      {picture ? picture.topology.tripoints.length : '–'}
    </Figure>
  ) : null;
}

interface FigureProps {
  readonly id: string;
  readonly name: ReactNode;
  readonly children: ReactNode;
  readonly note?: string | undefined;
  readonly strong?: boolean;
}

function Figure({ id, name, children, note, strong = false }: FigureProps) {
  return (
    <div className="run-figure" data-strong={strong || undefined} title={note}>
      <dt>{name}</dt>
      <dd data-figure={id}>{children}</dd>
    </div>
  );
}
