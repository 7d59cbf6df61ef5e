import { counted, enumeration, whole } from './figures.ts';
import type { HistoryData } from './history-data.ts';
import { seriesFigure } from './history-frame.ts';

/** What the history shows now, in words: for each series where it began, its extremes and where it is. */
export function describeHistory({ steps, series, events }: HistoryData): string {
  if (steps.length === 0) return 'No steps trained yet.';
  const sentences = [
    `${counted(steps.length, 'entry').replace(/entrys$/, 'entries')}, up to step ${whole(Number(steps[steps.length - 1]))}.`,
  ];
  for (const one of series) {
    const known = Array.from(one.values).filter(Number.isFinite);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) {
      sentences.push(`${one.title}: not measured yet.`);
      continue;
    }
    const unit = one.unit === undefined ? '' : ` (${one.unit})`;
    let [low, high] = [first, first];
    for (const value of known) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    sentences.push(
      `${one.title}${unit}: from ${seriesFigure(one, first)} to ${seriesFigure(one, last)}, between ${seriesFigure(one, low)} and ${seriesFigure(one, high)}.`,
    );
  }
  if (events.length > 0) {
    const told = events.map(({ step, label }) => `${label} at step ${whole(step)}`);
    sentences.push(`Marked: ${enumeration(told)}.`);
  }
  return sentences.join(' ');
}
