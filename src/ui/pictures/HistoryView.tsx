import { memo, useDeferredValue, useMemo } from 'react';
import { describeHistory, drawHistory } from '../../charts/history/history.ts';
import { dropAt } from '../../engine/index.ts';
import type { Experiment } from '../../experiment/index.ts';
import { labText } from '../../messages/lab.ts';
import type { RunRecord } from '../../session/index.ts';
import { useLabState } from '../lab.ts';
import { Chart } from './Chart.tsx';

function historyData(record: RunRecord, { task, schedule, steps: budget }: Experiment) {
  const { depth, steps, dataLoss, parameterNorm, accuracy } = record;
  const drop = dropAt * budget;
  const classifies = task === 'classification';
  const share = {
    title: labText('run.accuracy'),
    values: accuracy,
    scale: 'linear' as const,
    domain: [0, 1] as const,
    percent: true,
  };
  return {
    steps,
    series: [
      {
        title: labText('run.loss'),
        unit: labText(classifies ? 'crossEntropy' : 'squaredError'),
        values: dataLoss,
        scale: 'log' as const,
      },
      ...(classifies ? [share] : []),
      {
        title: '‖θ‖²/L',
        values: parameterNorm.map((value) => value / depth),
        scale: 'log' as const,
      },
    ],
    events:
      schedule === 'drop' && steps.length > 0 && steps[steps.length - 1] >= drop
        ? [{ step: drop, label: labText('rateDrops') }]
        : [],
  };
}

/** Loss, accuracy and parameter norm over the steps of the present run. */
export function HistoryView() {
  const record = useLabState((state) => state.record);
  const experiment = useLabState((state) => state.experiment);
  // Thousands of steps are gone through; what a drag of the depth has to show must not wait for it.
  const state = useMemo(() => ({ record, experiment }), [record, experiment]);
  return <HistoryFigure {...useDeferredValue(state)} />;
}

interface HistoryFigureProps {
  readonly record: RunRecord;
  readonly experiment: Experiment;
}

const HistoryFigure = memo(function HistoryFigure({ record, experiment }: HistoryFigureProps) {
  const data = historyData(record, experiment);
  return (
    <figure className="view history-view">
      <figcaption>
        <h2>{labText('history')}</h2>
        <p>{labText('historyHelp')}</p>
      </figcaption>
      <Chart
        name={labText('historyChart')}
        description={describeHistory(data)}
        draw={(svg, size) => drawHistory(svg, data, { ...size, lastStep: experiment.steps })}
      />
    </figure>
  );
});
