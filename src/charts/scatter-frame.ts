import { tickStep, ticks } from 'd3';
import { type Box, textWidth } from './chart.ts';
import { figure, percentage } from './figures.ts';
import type { Affine } from './outline.ts';
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
  data: ScatterData,
  options: ScatterOptions,
  text: number,
): ScatterFrame {
  const spans = [span(data.points, 0), span(data.points, 1)] as const;
  const plot = {
    left: Math.round(text * 3.4),
    top: Math.round(text * 1.9),
    right: Math.round(options.width - text * 0.6),
    bottom: Math.round(options.height - text * 2.1),
  };
  const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
  const inset = text * 1.2;
  const factor = Math.max(
    1e-9,
    Math.min((width - 2 * inset) / spans[0].extent, (height - 2 * inset) / spans[1].extent),
  );
  const x = { offset: (plot.left + plot.right) / 2 - factor * spans[0].middle, factor };
  const y = { offset: (plot.top + plot.bottom) / 2 + factor * spans[1].middle, factor: -factor };
  const xDomain = [(plot.left - x.offset) / x.factor, (plot.right - x.offset) / x.factor] as const;
  const yDomain = [(plot.bottom - y.offset) / y.factor, (plot.top - y.offset) / y.factor] as const;
  // The same step on both axes makes the equal scales visible.
  const step = tickStep(...xDomain, Math.max(2, width / (text * 5)));
  const titles = {
    x: axisTitle(options.xTitle ?? 'PC 1', data.explained?.[0]),
    y: axisTitle(options.yTitle ?? 'PC 2', data.explained?.[1]),
  };
  const untitled = plot.right - textWidth(titles.x, text) - text * 1.2;
  return {
    plot,
    text,
    x,
    y,
    xTicks: multiples(step, xDomain).filter((value) => {
      const half = textWidth(figure(value), text) / 2;
      return x.offset + x.factor * value + half < untitled;
    }),
    yTicks: multiples(step, yDomain).slice(-60),
    titles,
  };
}

/** "PC 1, 97 %" */
export function axisTitle(name: string, explained: number | undefined): string {
  return explained === undefined || Number.isNaN(explained)
    ? name
    : `${name}, ${percentage(explained)}`;
}

function multiples(step: number, [low, high]: readonly [number, number]): number[] {
  const count = Math.floor((high - low) / step);
  return count < 1 ? [] : ticks(low, high, count).filter((value) => value >= low && value <= high);
}

/** Middle and extent of a coordinate; of points that all lie in one place, an extent all the same. */
function span(points: ArrayLike<number>, axis: 0 | 1): { middle: number; extent: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = axis; at < points.length; at += 2) {
    const value = Number(points[at]);
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return { middle: 0, extent: 2 };
  const middle = (low + high) / 2;
  return { middle, extent: Math.max(high - low, 1e-6 * Math.abs(middle), 1e-9) };
}
