import { type Box, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import type { WindowMapData, WindowMapOptions } from './window-map-data.ts';

/** One value of an axis, with the extent of its cells in pixels. */
export interface Band {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

export interface WindowMapFrame {
  readonly plot: Box;
  readonly text: number;
  /** From the shallowest to the deepest, left to right. */
  readonly columns: readonly Band[];
  /** From the fewest points to the most, upwards. */
  readonly rows: readonly Band[];
  /** Pixel of any depth and of any number of points, both on log axes. */
  readonly x: (depth: number) => number;
  readonly y: (points: number) => number;
}

/**
 * Both axes are logarithmic: in the number of points because the theory speaks of log N, in the
 * depth because shallow networks differ more from one another. A cell reaches half-way to its
 * neighbours.
 */
export function windowMapFrame(
  data: WindowMapData,
  options: WindowMapOptions,
  text: number,
  legendRows: number,
): WindowMapFrame {
  const depths = ascending([...(options.depths ?? []), ...data.cells.map(({ depth }) => depth)]);
  const points = ascending([...(options.points ?? []), ...data.cells.map((cell) => cell.points)]);
  const labels = points.map((value) => textWidth(figure(value), text));
  const plot = {
    left: Math.round(Math.max(text * 2.5, ...labels) + text * 0.9),
    top: Math.round(text * (2.3 + 1.35 * legendRows)),
    right: Math.round(options.width - text * 0.6),
    bottom: Math.round(options.height - text * 3),
  };
  const columns = axis(depths, plot.left, plot.right);
  const rows = axis(points, plot.bottom, plot.top);
  return { plot, text, columns: columns.bands, rows: rows.bands, x: columns.at, y: rows.at };
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function axis(values: readonly number[], start: number, end: number) {
  const logs = values.map(Math.log);
  const step = (k: number) => Number(logs[k + 1]) - Number(logs[k]);
  const lone = Math.LN2;
  const low = Number(logs[0] ?? 0) - (values.length > 1 ? step(0) : lone) / 2;
  const high = Number(logs.at(-1) ?? 1) + (values.length > 1 ? step(values.length - 2) : lone) / 2;
  const place = (log: number) => start + ((log - low) / (high - low)) * (end - start);
  const edges = [low, ...logs.slice(1).map((log, k) => (log + Number(logs[k])) / 2), high].map(
    (log) => Math.round(place(log)),
  );
  return {
    at: (value: number) => place(Math.log(value)),
    bands: values.map((value, k) => ({ value, from: Number(edges[k]), to: Number(edges[k + 1]) })),
  };
}
