import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';
import { className } from './class-mark.ts';
import { counted, enumeration, figure, fixed, percentage } from './figures.ts';

/** What the class map shows now, in words: regions with their share of the domain, tripoints, errors. */
export function describeClassMap(
  data: ClassMapData,
  options: Pick<ClassMapOptions, 'classNames' | 'xTitle' | 'yTitle'> = {},
): string {
  const { domain, regions, tripoints, points } = data;
  const name = (label: number) => className(label, options.classNames);
  const span = (title: string, [from, to]: readonly [number, number]) =>
    `${title} from ${figure(from)} to ${figure(to)}`;
  const sentences = [
    `Class map over ${span(options.xTitle ?? 'x₁', domain.x)} and ${span(options.yTitle ?? 'x₂', domain.y)}.`,
  ];

  const whole = (domain.x[1] - domain.x[0]) * (domain.y[1] - domain.y[0]);
  const shares = Array.from({ length: data.classCount }, (_, label) => {
    const own = regions.filter((region) => region.class === label);
    if (own.length === 0) return `${name(label)} nothing`;
    const share = own.reduce((sum, { area }) => sum + area, 0) / whole;
    const pieces = own.length > 1 ? ` in ${own.length} pieces` : '';
    return `${name(label)} ${percentage(share)}${pieces}`;
  });
  if (regions.length > 0) sentences.push(`Share of each class: ${enumeration(shares)}.`);

  if (tripoints.length === 0) {
    if (regions.length > 0) sentences.push('No tripoints: nowhere do three classes meet.');
  } else {
    const places = tripoints.map(
      ({ x, y, classes }) =>
        `${enumeration(classes.map(name))} at (${fixed(x, 2)}, ${fixed(y, 2)})`,
    );
    const told = places.slice(0, 6);
    if (places.length > told.length) told.push(`${places.length - told.length} more`);
    sentences.push(`${counted(tripoints.length, 'tripoint')}: ${told.join('; ')}.`);
  }

  const { labels, predicted } = points;
  let wrong = 0;
  if (predicted !== undefined) {
    for (let n = 0; n < labels.length; n++) if (predicted[n] !== labels[n]) wrong++;
  }
  const errors = predicted === undefined ? '' : `, ${wrong === 0 ? 'none' : wrong} misclassified`;
  sentences.push(`${counted(labels.length, 'data point')}${errors}.`);
  const text = sentences.map((words) => words.charAt(0).toUpperCase() + words.slice(1));
  return text.join(' ');
}
