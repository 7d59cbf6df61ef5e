import { tickStep } from 'd3';
import { type Box, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import type { Affine } from '../parts/outline.ts';
import { axisTitle, widened } from '../parts/principal-axis.ts';
import type { ScatterData, ScatterOptions } from './scatter-data.ts';

export interface ScatterFrame {
  readonly plot: Box;
  readonly text: number;
  readonly x: Affine;
  readonly y: Affine;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly titles: { readonly x: string; readonly y: string };
}

/** The whole plot, with as many pixels to a unit upwards as sideways. */
export function scatterFrame(
  { points, explained }: ScatterData,
  options: ScatterOptions,
  text: number,
): ScatterFrame {
  const plot = {
    left: Math.round(text * 3.4),
    top: Math.round(text * 1.9),
    right: Math.round(options.width - text * 0.6),
    bottom: Math.round(options.height - text * 2.1),
  };
  const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
  const inset = text * 1.2;
  const [left, right] = extent(points, 0);
  const [bottom, top] = extent(points, 1);
  // However flat the points lie, the longer axis decides; where there is none, as after a collapse,
  // one is made up.
  const [from, to] = top - bottom > right - left ? [left, right] : widened(left, right);
  const factor = Math.min(
    Math.max(1, width - 2 * inset) / Math.max(to - from, 1e-12),
    Math.max(1, height - 2 * inset) / Math.max(top - bottom, 1e-12),
  );
  const x = { offset: (plot.left + plot.right - factor * (from + to)) / 2, factor };
  const y = { offset: (plot.top + plot.bottom + factor * (bottom + top)) / 2, factor: -factor };

  // The same step on both axes makes the equal scales visible.
  const step = tickStep(0, width / factor, Math.max(2, width / (text * 5)));
  const titles = {
    x: axisTitle(options.xTitle ?? 'PC 1', explained?.[0]),
    y: axisTitle(options.yTitle ?? 'PC 2', explained?.[1]),
  };
  const untitled = plot.right - textWidth(titles.x, text) - text * 1.2;
  return {
    plot,
    text,
    x,
    y,
    xTicks: multiples(
      step,
      (plot.left - x.offset) / factor,
      (plot.right - x.offset) / factor,
    ).filter((value) => x.offset + factor * value + textWidth(figure(value), text) / 2 < untitled),
    yTicks: multiples(step, (y.offset - plot.bottom) / factor, (y.offset - plot.top) / factor),
    titles,
  };
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.floor(high / step) - first + 1);
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

function extent(points: ArrayLike<number>, axis: 0 | 1): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = axis; at < points.length; at += 2) {
    const value = Number(points[at]);
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? [0, 0] : [low, high];
}
