import { scaleLog } from 'd3';
import type { Box } from '../chart.ts';
import { type LogTick, logTicks, roundLogDomain } from '../parts/log-axis.ts';
import type { JacobianValuesData, JacobianValuesOptions } from './jacobian-values-data.ts';

export interface JacobianValuesFrame {
  readonly plot: Box;
  readonly text: number;
  /** Pixel of a value; what lies below the axis is drawn at its end. */
  readonly x: (value: number) => number;
  /** Pixel of the row of s₁, s₂, …, counted from 0. */
  readonly y: (row: number) => number;
  readonly rowHeight: number;
  readonly ticks: readonly LogTick[];
}

export function jacobianValuesFrame(
  { spreads, atRank }: JacobianValuesData,
  options: JacobianValuesOptions,
  text: number,
): JacobianValuesFrame {
  const floor = options.floor ?? 1e-6;
  const all = [...spreads.flatMap(({ least, largest }) => [least, largest]), ...atRank];
  const known = all.filter((value) => value >= floor && Number.isFinite(value));
  const [low, high] =
    known.length === 0 ? [0.1, 1] : roundLogDomain(Math.min(...known), Math.max(...known));
  const isClamped = all.some((value) => !(value >= floor));
  const domain: [number, number] = [isClamped ? floor : low, high > low ? high : low * 10];
  const plot = {
    left: Math.round(text * 2.2),
    top: Math.round(text * 0.4),
    right: Math.round(options.width - text * 0.6),
    bottom: Math.round(options.height - text * 3),
  };
  const height = scaleLog(domain, [plot.left + text * 0.5, plot.right - text * 0.5]).clamp(true);
  const rowHeight = Math.min(text * 2.4, (plot.bottom - plot.top) / Math.max(1, spreads.length));
  return {
    plot: { ...plot, bottom: Math.round(plot.top + rowHeight * Math.max(1, spreads.length)) },
    text,
    x: (value) => height(value >= domain[0] ? value : domain[0]),
    y: (row) => plot.top + rowHeight * (row + 0.5),
    rowHeight,
    ticks: logTicks(domain[0], domain[1], Math.max(2, (plot.right - plot.left) / (text * 4))),
  };
}
