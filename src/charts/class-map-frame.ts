import { ticks } from 'd3';
import { type Box, textWidth } from './chart.ts';
import type { ClassMapData, ClassMapOptions } from './class-map-data.ts';
import { figure } from './figures.ts';
import { type Affine, affine, tenths } from './outline.ts';

/** Where the map lies in the picture, and how the domain is laid on it. */
export interface ClassMapFrame {
  readonly plot: Box;
  readonly x: Affine;
  readonly y: Affine;
  readonly text: number;
  /** Radius of a data point's symbol, in pixels. */
  readonly pointRadius: number;
}

/** A square map as large as the picture allows below a legend of so many rows. */
export function classMapFrame(
  data: ClassMapData,
  options: ClassMapOptions,
  text: number,
  legendRowCount: number,
): ClassMapFrame {
  const { width, height } = options;
  const margin = { top: text * (0.5 + 1.7 * legendRowCount), bottom: text * 1.9 };
  const labels = axisTicks(data.domain.y).map((value) => textWidth(figure(value), text));
  const left = Math.max(text * 1.6, ...labels) + text * 0.7;
  const right = text * 0.4;
  const side = Math.max(
    1,
    Math.floor(Math.min(width - left - right, height - margin.top - margin.bottom)),
  );
  const start = Math.round(left + (width - left - right - side) / 2);
  const top = Math.round(margin.top);
  const plot = { left: start, top, right: start + side, bottom: top + side };
  const count = data.points.labels.length;
  return {
    plot,
    x: affine(data.domain.x, [plot.left, plot.right]),
    y: affine(data.domain.y, [plot.bottom, plot.top]),
    text,
    // The more points, the smaller; and a small map has less room for each.
    pointRadius: tenths(
      text * 0.4 * Math.min(1, (60 / Math.max(1, count)) ** 0.22) * (side < 320 ? 0.85 : 1),
    ),
  };
}

/** Round values of an axis; its ends are left free, because the titles stand there. */
export function axisTicks(domain: readonly [number, number]): number[] {
  const margin = 0.06 * (domain[1] - domain[0]);
  return ticks(domain[0], domain[1], 5).filter(
    (value) => value > domain[0] + margin && value < domain[1] - margin,
  );
}
