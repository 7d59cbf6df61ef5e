import { chartText } from '../../messages/charts.ts';
import { sentences } from '../../messages/index.ts';
import { enumeration, figure, fixed, percentage } from '../figures.ts';
import { className } from '../parts/class-mark.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';

/** What the class map shows now, in words: regions with their share of the domain, tripoints, errors. */
export function describeClassMap(
  data: ClassMapData,
  options: Pick<ClassMapOptions, 'classNames' | 'xTitle' | 'yTitle'> = {},
): string {
  const { domain, regions } = data;
  const name = (label: number) => className(label, options.classNames);
  const [left, right] = domain.x.map((value) => figure(value));
  const [bottom, top] = domain.y.map((value) => figure(value));
  const [x, y] = [options.xTitle ?? 'x₁', options.yTitle ?? 'x₂'];
  return sentences([
    chartText('classMap.over', { x, left, right, y, bottom, top }),
    ...(regions.length > 0 ? [sharesOf(data, name)] : []),
    ...(regions.length > 0 || data.tripoints.length > 0 ? [tripointsOf(data, name)] : []),
    pointsOf(data),
  ]);
}

type NameOf = (label: number) => string;

function sharesOf({ domain, regions, classCount }: ClassMapData, name: NameOf): string {
  const whole = (domain.x[1] - domain.x[0]) * (domain.y[1] - domain.y[0]);
  const shares = Array.from({ length: classCount }, (_, label) => {
    const own = regions.filter((region) => region.class === label);
    if (own.length === 0) return chartText('classMap.noShare', { name: name(label) });
    const area = own.reduce((sum, region) => sum + region.area, 0);
    const values = { name: name(label), share: percentage(area / whole), pieces: own.length };
    return chartText(own.length > 1 ? 'classMap.shareInPieces' : 'classMap.share', values);
  });
  return chartText('classMap.shares', { shares: enumeration(shares) });
}

/** Tripoints told one by one; the others are only counted. */
const told = 6;

function tripointsOf({ tripoints }: ClassMapData, name: NameOf): string {
  if (tripoints.length === 0) return chartText('classMap.noTripoints');
  const places = tripoints.slice(0, told).map(({ x, y, classes }) =>
    chartText('classMap.tripointAt', {
      classes: enumeration(classes.map(name)),
      x: fixed(x, 2),
      y: fixed(y, 2),
    }),
  );
  const more = tripoints.length - places.length;
  if (more > 0) places.push(chartText('classMap.more', { more }));
  return chartText('classMap.tripoints', {
    count: tripoints.length,
    places: places.join(chartText('semicolon')),
  });
}

function pointsOf({ points: { labels, predicted } }: ClassMapData): string {
  const count = labels.length;
  if (predicted === undefined) return chartText('classMap.points', { count });
  let wrong = 0;
  for (let n = 0; n < count; n++) if (predicted[n] !== labels[n]) wrong++;
  return wrong === 0
    ? chartText('classMap.pointsRight', { count })
    : chartText('classMap.pointsWrong', { count, wrong });
}
