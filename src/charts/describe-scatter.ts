import { className } from './class-mark.ts';
import { counted, enumeration, figure, percentage } from './figures.ts';
import type { ScatterData, ScatterOptions } from './scatter-data.ts';

/** What the scatter shows now, in words: the explained shares and where each class's middle lies. */
export function describeScatter(
  { points, labels, classCount, explained }: ScatterData,
  options: Pick<ScatterOptions, 'classNames'> = {},
): string {
  if (labels.length === 0) return 'No points to show yet.';
  const sentences = [`${counted(labels.length, 'point')} by the first two principal coordinates.`];
  if (explained !== undefined) {
    const [first, second] = explained;
    sentences.push(`They explain ${percentage(first)} and ${percentage(second)} of the variance.`);
  }
  const middles = Array.from({ length: classCount }, (_, label) => {
    const sum = { x: 0, y: 0, count: 0 };
    for (let n = 0; n < labels.length; n++) {
      if (labels[n] !== label) continue;
      sum.x += Number(points[2 * n]);
      sum.y += Number(points[2 * n + 1]);
      sum.count++;
    }
    const name = className(label, options.classNames);
    return sum.count === 0
      ? []
      : [`${name} at (${figure(sum.x / sum.count, 2)}, ${figure(sum.y / sum.count, 2)})`];
  });
  sentences.push(`Middle of each class: ${enumeration(middles.flat())}.`);
  return sentences.join(' ');
}
