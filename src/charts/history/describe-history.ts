import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, whole } from '../figures.ts';
import type { HistoryData, HistorySeries } from './history-data.ts';
import { seriesFigure } from './history-frame.ts';

/** What the history shows now, in words: for each series where it began, its extremes and where it is. */
export function describeHistory({ steps, series, events }: HistoryData): string {
  if (steps.length === 0) return chartText('history.none');
  const step = whole(Number(steps[steps.length - 1]));
  const parts = [
    chartText('history.entries', { count: steps.length, step }),
    ...series.map(describeSeries),
  ];
  if (events.length > 0) {
    const told = events.map(({ step: at, label }) =>
      chartText('history.event', { label, step: whole(at) }),
    );
    parts.push(chartText('history.marked', { events: enumeration(told) }));
  }
  return sentences(parts);
}

function describeSeries(series: HistorySeries): string {
  const { title, unit, values } = series;
  const known = Array.from(values).filter(Number.isFinite);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return chartText('history.notMeasured', { title });
  let [low, high] = [first, first];
  for (const value of known) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return chartText('history.series', {
    title: unit === undefined ? title : chartText('history.titleWithUnit', { title, unit }),
    first: seriesFigure(series, first),
    last: seriesFigure(series, last),
    low: seriesFigure(series, low),
    high: seriesFigure(series, high),
  });
}
