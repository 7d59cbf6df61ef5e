import { ticks as linearTicks } from 'd3';
import { type Box, textWidth } from '../chart.ts';
import { figure, percentage } from '../figures.ts';
import { logTicks, roundLogDomain } from '../parts/log-axis.ts';
import { type Affine, affine } from '../parts/outline.ts';
import { decimate, type Line } from './decimate.ts';
import type { HistoryData, HistoryOptions, HistorySeries } from './history-data.ts';

/** One series with its place in the picture. */
export interface HistoryPanel {
  readonly series: HistorySeries;
  readonly plot: Box;
  /** Reduced to what can be seen; x in pixels from the plot's left end, y in values. */
  readonly line: Line;
  readonly y: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Index of the last entry that is a number; −1 when there is none. */
  readonly last: number;
}

export interface HistoryFrame {
  readonly text: number;
  readonly panels: readonly HistoryPanel[];
  /** Pixels from a plot's left end. */
  readonly x: (step: number) => number;
  readonly invert: (pixels: number) => number;
  readonly xTicks: readonly { readonly step: number; readonly label: string }[];
}

/** Writes a value of a series. */
export function seriesFigure(series: HistorySeries, value: number): string {
  return series.percent === true ? percentage(value) : figure(value);
}

export function historyFrame(
  data: HistoryData,
  options: HistoryOptions,
  text: number,
): HistoryFrame {
  const boxes = panelBoxes(data, options, text);
  const width = boxes[0] === undefined ? 1 : boxes[0].right - boxes[0].left;
  const isLog = options.xScale === 'log';
  const count = data.steps.length;
  const first = count === 0 ? 0 : Number(data.steps[0]);
  const last = Math.max(options.lastStep ?? 0, count === 0 ? 1 : Number(data.steps[count - 1]));
  const start = isLog ? Math.log10(Math.max(1, first)) : first;
  const end = isLog ? Math.log10(Math.max(2, last)) : Math.max(last, first + 1);
  const scale = affine([start, end], [0, width]);
  const along = (step: number) => scale.offset + scale.factor * (isLog ? log(step) : step);
  const positions = Float32Array.from({ length: count }, (_, k) => along(Number(data.steps[k])));
  return {
    text,
    panels: data.series.flatMap((series, k) => {
      const plot = boxes[k];
      return plot === undefined ? [] : [panel(series, plot, positions, text)];
    }),
    x: along,
    invert: (pixels) => {
      const value = (pixels - scale.offset) / scale.factor;
      return isLog ? 10 ** value : value;
    },
    xTicks: isLog
      ? logTicks(10 ** start, 10 ** end, Math.max(2, width / (text * 3.2))).map(({ value }) => ({
          step: value,
          label: figure(value, 6),
        }))
      : linearTicks(start, end, Math.min(6, Math.max(1, width / (text * 5)))).map((step) => ({
          step,
          label: figure(step, 6),
        })),
  };
}

function log(step: number): number {
  return Math.log10(Math.max(1, step));
}

/** Width of the y labels, "100 %" among them. */
export function labelRoom(text: number): number {
  return Math.round(text * 3.8);
}

function panelBoxes(data: HistoryData, options: HistoryOptions, text: number): Box[] {
  const { width, height, arrangement } = options;
  const count = Math.max(1, data.series.length);
  const isRow =
    arrangement === undefined
      ? width > 2.4 * height && width > 40 * text
      : arrangement === 'columns';
  const [columns, rows] = isRow ? [count, 1] : [1, count];
  const ends = data.series.map(({ values, percent }) => {
    const value = Number(values[values.length - 1]);
    return textWidth(percent === true ? '99.9 %' : figure(value), text);
  });
  const margin = {
    left: labelRoom(text),
    top: Math.round(text * 2.1),
    right: Math.round(Math.max(text * 3.6, ...ends) + text * 0.7),
    bottom: Math.round(text * 1),
  };
  const footer = text * 2.6;
  const cell = { width: width / columns, height: (height - footer + margin.bottom) / rows };
  return Array.from({ length: count }, (_, k) => {
    const left = Math.round((k % columns) * cell.width);
    const top = Math.round(Math.floor(k / columns) * cell.height);
    return {
      left: left + margin.left,
      top: top + margin.top,
      right: Math.max(left + margin.left + 1, Math.round(left + cell.width) - margin.right),
      bottom: Math.max(top + margin.top + 1, Math.round(top + cell.height) - margin.bottom),
    };
  });
}

function panel(
  series: HistorySeries,
  plot: Box,
  positions: Float32Array,
  text: number,
): HistoryPanel {
  const isLog = series.scale === 'log';
  const count = Math.min(positions.length, series.values.length);
  const line = decimate(series.values, count, (k) => Number(positions[k]));
  const [low, high] = valueDomain(series, line);
  const scale: Affine = affine(isLog ? [Math.log10(low), Math.log10(high)] : [low, high], [
    plot.bottom,
    plot.top,
  ]);
  const y = (value: number) => {
    const place = scale.offset + scale.factor * (isLog ? Math.log10(value) : value);
    return Math.min(plot.bottom, Math.max(plot.top, place));
  };
  const most = Math.max(2, (plot.bottom - plot.top) / (text * 2));
  const values = isLog
    ? logTicks(low, high, most).map(({ value, label }) => ({ at: value, label }))
    : linearTicks(low, high, Math.min(3, most)).map((at) => ({
        at,
        label: seriesFigure(series, at),
      }));
  let last = count - 1;
  while (last >= 0 && !Number.isFinite(series.values[last])) last--;
  return {
    series,
    plot,
    line,
    y,
    last,
    ticks: spaced(
      values.map(({ at, label }) => ({ at: Math.round(y(at)) + 0.5, label })),
      text * 1.3,
    ),
  };
}

/** Every k-th tick, for the least k that keeps them apart. */
function spaced<T extends { readonly at: number }>(ticks: readonly T[], gap: number): T[] {
  const pitch = Math.abs(Number(ticks[0]?.at) - Number(ticks[1]?.at));
  const stride = pitch > 0 ? Math.ceil(gap / pitch) : 1;
  return ticks.filter((_, k) => k % stride === 0);
}

function valueDomain(series: HistorySeries, line: Line): [number, number] {
  const isLog = series.scale === 'log';
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of line.y) {
    if (!Number.isFinite(value) || (isLog && value <= 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const [fixedLow, fixedHigh] = series.domain ?? [];
  if (low > high) [low, high] = isLog ? [0.1, 1] : [0, 1];
  if (isLog) {
    const [roundLow, roundHigh] = roundLogDomain(low, high === low ? low * 2 : high);
    return [fixedLow ?? roundLow, fixedHigh ?? roundHigh];
  }
  const bottom = fixedLow ?? Math.min(0, low);
  const top = fixedHigh ?? (high > bottom ? bottom + (high - bottom) * 1.05 : bottom + 1);
  return [bottom, top];
}
