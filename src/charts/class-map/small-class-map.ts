import { prepare } from '../chart.ts';
import { child, group } from '../parts/child.ts';
import { classColour } from '../parts/class-mark.ts';
import { affine, outline, tenths } from '../parts/outline.ts';
import type { ClassMapData } from './class-map-data.ts';

export interface SmallClassMapOptions {
  readonly width: number;
  readonly height: number;
}

/** A class map the size of a stamp: regions, boundaries and tripoints, without points, axes and names. */
export function drawSmallClassMap(
  svg: SVGSVGElement,
  { domain, regions, boundaries, tripoints }: Omit<ClassMapData, 'points'>,
  options: SmallClassMapOptions,
): void {
  prepare(svg, 'class-map small', options);
  const { width, height } = options;
  const x = affine(domain.x, [0, width]);
  const y = affine(domain.y, [height, 0]);
  child(group(svg, 'fills'), 'g', 'regions')
    .selectChildren('path')
    .data(regions)
    .join('path')
    .style('--class-colour', (region) => classColour(region.class))
    .attr('d', ({ rings }) => rings.map((ring) => outline(ring, x, y, true)).join(''));
  child(group(svg, 'fills'), 'path', 'boundaries').attr(
    'd',
    boundaries.map(({ points, closed }) => outline(points, x, y, closed)).join(''),
  );
  child(group(svg, 'marks'), 'g', 'stamps')
    .selectChildren('circle')
    .data(tripoints)
    .join('circle')
    .attr('r', tenths(Math.min(width, height) * 0.032))
    .attr('cx', (tripoint) => tenths(x.offset + x.factor * tripoint.x))
    .attr('cy', (tripoint) => tenths(y.offset + y.factor * tripoint.y));
}
