import { ticks } from 'd3';
import { type Box, type ChartOptions, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { child } from './child.ts';
import { type Affine, affine } from './outline.ts';
import type { Pixel } from './pointer.ts';

/** A square piece of the plane, and how it is laid on the picture. */
export interface Plane {
  readonly plot: Box;
  readonly x: Affine;
  readonly y: Affine;
  readonly text: number;
}

export interface PlaneDomain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A square as large as the picture allows below a legend of so many rows. */
export function planeFrame(
  domain: PlaneDomain,
  { width, height }: ChartOptions,
  text: number,
  legendRowCount: number,
): Plane {
  const margin = { top: text * (0.5 + 1.7 * legendRowCount), bottom: text * 1.9 };
  // A minus sign is wider than a figure.
  const labels = axisTicks(domain.y).map(
    (value) => textWidth(figure(value), text) + (value < 0 ? text * 0.28 : 0),
  );
  const left = Math.max(text * 1.6, ...labels) + text * 0.7;
  const right = text * 0.4;
  const side = Math.max(
    1,
    Math.floor(Math.min(width - left - right, height - margin.top - margin.bottom)),
  );
  const start = Math.round(left + (width - left - right - side) / 2);
  const top = Math.round(margin.top);
  const plot = { left: start, top, right: start + side, bottom: top + side };
  return {
    plot,
    x: affine(domain.x, [plot.left, plot.right]),
    y: affine(domain.y, [plot.bottom, plot.top]),
    text,
  };
}

/** Round values of an axis; its ends are left free, because the titles stand there. */
function axisTicks(domain: readonly [number, number]): number[] {
  const margin = 0.06 * (domain[1] - domain[0]);
  return ticks(domain[0], domain[1], 5).filter(
    (value) => value > domain[0] + margin && value < domain[1] - margin,
  );
}

/** Ticks, figures and titles along the left and the lower side. */
export function drawPlaneAxes(
  axes: SVGGElement,
  domain: PlaneDomain,
  titles: { readonly x: string; readonly y: string },
  { plot, x, y, text }: Plane,
): void {
  const place = (map: Affine, value: number) => Math.round(map.offset + map.factor * value) + 0.5;
  const xTicks = axisTicks(domain.x);
  const yTicks = axisTicks(domain.y);
  const notch = Math.round(text * 0.35);
  child(axes, 'path', 'ticks').attr(
    'd',
    xTicks.map((value) => `M${place(x, value)},${plot.bottom}v${notch}`).join('') +
      yTicks.map((value) => `M${plot.left},${place(y, value)}h${-notch}`).join(''),
  );
  const baseline = plot.bottom + Math.round(text * 1.45);
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(xTicks)
    .join('text')
    .attr('x', (value) => place(x, value))
    .attr('y', baseline)
    .text((value) => figure(value));
  child(axes, 'g', 'y-labels')
    .selectChildren('text')
    .data(yTicks)
    .join('text')
    .attr('x', plot.left - notch - 4)
    .attr('y', (value) => place(y, value) + Math.round(text * 0.35))
    .text((value) => figure(value));
  child(axes, 'text', 'x-title').attr('x', plot.right).attr('y', baseline).text(titles.x);
  child(axes, 'text', 'y-title')
    .attr('x', plot.left - notch - 4)
    .attr('y', plot.top + Math.round(text * 0.8))
    .text(titles.y);
}

export function toPixel(
  place: { readonly x: number; readonly y: number },
  { x, y }: Pick<Plane, 'x' | 'y'>,
): Pixel {
  return { x: x.offset + x.factor * place.x, y: y.offset + y.factor * place.y };
}

/** Back from a pixel to the plane. */
export function toPlane(at: Pixel, { x, y }: Pick<Plane, 'x' | 'y'>): Pixel {
  return { x: (at.x - x.offset) / x.factor, y: (at.y - y.offset) / y.factor };
}
