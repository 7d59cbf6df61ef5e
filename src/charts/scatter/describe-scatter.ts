import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure, percentage } from '../figures.ts';
import { className } from '../parts/class-mark.ts';
import type { ScatterData, ScatterOptions } from './scatter-data.ts';

/** What the scatter shows now, in words: the explained shares and where each class's middle lies. */
export function describeScatter(
  { points, labels, classCount, explained }: ScatterData,
  options: Pick<ScatterOptions, 'classNames'> = {},
): string {
  if (labels.length === 0) return chartText('scatter.none');
  const parts = [chartText('scatter.points', { count: labels.length })];
  if (explained !== undefined) {
    const [first, second] = explained.map(percentage);
    parts.push(chartText('scatter.explained', { first, second }));
  }
  const middles = Array.from({ length: classCount }, (_, label) => {
    const sum = { x: 0, y: 0, count: 0 };
    for (let n = 0; n < labels.length; n++) {
      if (labels[n] !== label) continue;
      sum.x += Number(points[2 * n]);
      sum.y += Number(points[2 * n + 1]);
      sum.count++;
    }
    if (sum.count === 0) return [];
    return chartText('scatter.middle', {
      name: className(label, options.classNames),
      x: figure(sum.x / sum.count, 2),
      y: figure(sum.y / sum.count, 2),
    });
  });
  parts.push(chartText('scatter.middles', { middles: enumeration(middles.flat()) }));
  return sentences(parts);
}
