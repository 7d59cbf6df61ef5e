import { child } from '../parts/child.ts';
import { tenths } from '../parts/outline.ts';
import { type Plane, toPixel } from '../parts/plane.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';

/** A path has one opacity, so the fading goes in so many steps. */
const strengths = 5;

/**
 * The leaves along which the network is constant. Each vertex has the opacity
 * 1 − min(1, ratio/limit), so that a leaf fades out where the network is not of rank one.
 */
export function drawFibres(
  layer: SVGGElement,
  { fibres }: ClassMapData,
  options: ClassMapOptions,
  frame: Plane,
): void {
  child(layer, 'g', 'leaves')
    .selectChildren('path')
    .data(fibres === undefined ? [] : fadingPaths(fibres, options.fibreLimit ?? 0.3, frame))
    .join('path')
    .attr('opacity', (_, k) => (k + 1) / strengths)
    .attr('d', (path) => path);
}

function fadingPaths(
  fibres: NonNullable<ClassMapData['fibres']>,
  limit: number,
  frame: Plane,
): string[] {
  const paths: string[] = new Array(strengths).fill('');
  for (const { points, ratios } of fibres) {
    let from = '';
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    let drawnIn = -1;
    for (let k = 0; 2 * k + 1 < points.length; k++) {
      const { x, y } = toPixel({ x: Number(points[2 * k]), y: Number(points[2 * k + 1]) }, frame);
      const isEnd = 2 * k + 3 >= points.length;
      if (!isEnd && Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue;
      [lastX, lastY] = [x, y];
      const here = `${tenths(x)},${tenths(y)}`;
      const opacity = 1 - Math.min(1, Number(ratios[k]) / limit);
      const strength = Math.round(opacity * strengths) - 1;
      if (from !== '' && strength >= 0) {
        paths[strength] += `${drawnIn === strength ? '' : `M${from}`}L${here}`;
      }
      drawnIn = from === '' ? -1 : strength;
      from = here;
    }
  }
  return paths;
}
