import { ticks as linearTicks, scaleLinear, scaleLog } from 'd3';
import { type Box, textWidth } from '../chart.ts';
import { figure, percentage } from '../figures.ts';
import { child } from './child.ts';
import { logTicks, roundLogDomain } from './log-axis.ts';
import { tenths } from './outline.ts';
import { spacedLabels } from './spaced-labels.ts';
import { drawRules, drawValueLabels } from './value-axis.ts';

/** A quantity that is drawn over the depth. */
export interface DepthQuantity {
  /** For example "‖θ‖²/L". */
  readonly title: string;
  readonly scale: 'linear' | 'log';
  /** Counts, such as ranks and tripoints: ticks are whole numbers. */
  readonly whole?: boolean | undefined;
  /** Writes values as percentages; the values themselves are shares of 1. */
  readonly percent?: boolean | undefined;
  /** Fixes either end of the axis. */
  readonly domain?: readonly [number | undefined, number | undefined] | undefined;
}

/** A panel over the depth, on a log axis: what one layer more does depends on how many there are. */
export interface DepthPanel {
  readonly plot: Box;
  readonly text: number;
  readonly quantity: DepthQuantity;
  readonly x: (depth: number) => number;
  /** What lies beyond the axis is drawn at its end. */
  readonly y: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly depthTicks: readonly number[];
}

/** Writes a value of a quantity. */
export function quantityFigure({ percent }: DepthQuantity, value: number): string {
  return percent === true ? percentage(value) : figure(value);
}

/** Lays a panel out in `plot` for values at these depths. */
export function depthPanel(
  quantity: DepthQuantity,
  depths: readonly number[],
  values: readonly number[],
  plot: Box,
  text: number,
): DepthPanel {
  const known = depths.filter((depth) => depth > 0);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const ends: [number, number] =
    known.length === 0 ? [1, 2] : first === last ? [first / 1.5, last * 1.5] : [first, last];
  const inset = text * 1.1;
  const x = scaleLog(ends, [
    plot.left + inset,
    Math.max(plot.left + inset + 1, plot.right - inset),
  ]);
  const isLog = quantity.scale === 'log';
  const domain = valueDomain(quantity, values);
  const range = [plot.bottom - text * 0.3, plot.top];
  const height = isLog ? scaleLog(domain, range) : scaleLinear(domain, range);
  const [low, high] = domain;
  const sorted = [...new Set(known)].sort((a, b) => a - b);
  const numbered = spacedLabels(
    sorted.map((depth) => ({ at: x(depth), room: textWidth(String(depth), text) + text * 0.8 })),
  );
  const y = (value: number) => height(Math.min(high, Math.max(low, value)));
  const most = Math.max(2, (plot.bottom - plot.top) / (text * 2.2));
  const ticks = isLog
    ? logTicks(low, high, most)
    : linearTicks(low, high, Math.min(6, most))
        .filter((value) => quantity.whole !== true || Number.isInteger(value))
        .map((value) => ({ value, label: quantityFigure(quantity, value) }));
  return {
    plot,
    text,
    quantity,
    x,
    y,
    ticks: ticks.map(({ value, label }) => ({ at: Math.round(y(value)) + 0.5, label })),
    depthTicks: sorted.filter((_, k) => numbered.has(k)),
  };
}

function valueDomain(quantity: DepthQuantity, values: readonly number[]): [number, number] {
  const isLog = quantity.scale === 'log';
  const known = values.filter((value) => Number.isFinite(value) && (!isLog || value > 0));
  const [fixedLow, fixedHigh] = quantity.domain ?? [];
  if (known.length === 0) return [fixedLow ?? (isLog ? 0.1 : 0), fixedHigh ?? 1];
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  if (isLog) {
    const [low, high] = roundLogDomain(least, greatest === least ? least * 2 : greatest);
    return [fixedLow ?? low, fixedHigh ?? high];
  }
  const low = fixedLow ?? Math.min(0, least);
  const top = fixedHigh ?? Math.max(greatest * 1.06, quantity.whole === true ? low + 2 : low);
  return [low, top > low ? top : low + 1];
}

/** Grid, numbers and titles of a panel; only the lowest of several names its depths. */
export function drawDepthAxes(
  axes: SVGGElement,
  { plot, text, quantity, x, ticks, depthTicks }: DepthPanel,
  { depthTitle, footed = true }: { readonly depthTitle: string; readonly footed?: boolean },
): void {
  drawRules(
    axes,
    plot,
    ticks.map(({ at }) => at),
  );
  drawValueLabels(axes, plot, text, ticks);
  child(axes, 'text', 'title')
    .attr('x', 0)
    .attr('y', plot.top - Math.round(text * 1.05))
    .text(quantity.title);
  const column = (depth: number) => Math.round(x(depth)) + 0.5;
  const baseline = plot.bottom + Math.round(text * 1.5);
  child(axes, 'path', 'ticks').attr(
    'd',
    `M${plot.left},${plot.bottom + 0.5}H${plot.right}${depthTicks
      .map((depth) => `M${column(depth)},${plot.bottom}v4`)
      .join('')}`,
  );
  child(axes, 'g', 'x-labels')
    .selectChildren('text')
    .data(footed ? depthTicks : [])
    .join('text')
    .attr('x', column)
    .attr('y', baseline)
    .text((depth) => depth);
  child(axes, 'text', 'x-title')
    .attr('x', plot.right + text * 0.2)
    .attr('y', baseline)
    .text(footed ? depthTitle : '');
}

/** Path data through points in pixels. */
export function polyline(points: readonly (readonly [number, number])[]): string {
  return points.map(([px, py], k) => `${k === 0 ? 'M' : 'L'}${tenths(px)},${tenths(py)}`).join('');
}
