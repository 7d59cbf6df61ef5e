import { type ScaleLinear, scaleLinear } from 'd3';
import { type Box, textWidth } from '../chart.ts';
import { figure } from '../figures.ts';
import { className } from '../parts/class-mark.ts';
import { symbolRadius } from '../parts/class-symbols.ts';
import type { Pixel } from '../parts/pointer.ts';
import { axisTitle, widened } from '../parts/principal-axis.ts';
import { type ClassInterval, classIntervals, lanes } from './class-intervals.ts';
import type { StripData, StripOptions } from './strip-data.ts';

/** A class's band, in pixels, and the height at which its bracket and name are. */
export interface Band {
  readonly interval: ClassInterval;
  readonly from: number;
  readonly to: number;
  /** Undefined where there is no room for it. */
  readonly bracket: number | undefined;
  readonly name: string;
}

export interface StripFrame {
  /** Where the points lie. */
  readonly plot: Box;
  readonly text: number;
  readonly x: ScaleLinear<number, number>;
  readonly radius: number;
  readonly bands: readonly Band[];
  readonly title: string;
  readonly ticks: readonly number[];
  readonly place: (n: number) => Pixel;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

export function stripFrame(data: StripData, options: StripOptions, text: number): StripFrame {
  const intervals = classIntervals(data.positions, data.labels, data.classCount);
  const radius = symbolRadius(data.labels.length, text, options.width);
  const x = positionScale(data, intervals, options, text);

  const named = intervals.map((interval) => {
    const name = className(interval.class, options.classNames);
    const [from, to] = [x(interval.from) - radius - 2, x(interval.to) + radius + 2];
    const half = Math.max(to - from, textWidth(name, text) + text * 0.4) / 2;
    const middle = (from + to) / 2;
    return { interval, name, from, to, wide: [middle - half, middle + half] as const };
  });
  // A class of few points may need more room for its name than its neighbour, which begins earlier.
  named.sort((a, b) => a.wide[0] - b.wide[0]);
  const lane = lanes(
    named.map(({ wide }) => wide),
    2,
  );
  const laneHeight = text * 1.4;
  const mostLanes = Math.max(1, Math.floor((options.height - text * 5.5) / laneHeight));
  const laneCount = Math.min(mostLanes, Math.max(1, ...lane.map((one) => one + 1)));
  const top = Math.round(laneCount * laneHeight + text * 0.3);
  const plot = {
    left: 0,
    top,
    right: options.width,
    bottom: Math.max(top + 1, Math.round(options.height - text * 2)),
  };
  const title = axisTitle(options.xTitle ?? 'PC 1', data.explained);
  const untitled = options.width - textWidth(title, text) - text;
  const inset = radius * 1.6 + 2;
  const room = Math.max(0, plot.bottom - plot.top - 2 * inset);
  return {
    plot,
    text,
    x,
    radius,
    bands: named.map(({ interval, name, from, to }, k) => ({
      interval,
      name,
      from,
      to,
      bracket:
        Number(lane[k]) < laneCount
          ? Math.round(top - text * 0.75 - Number(lane[k]) * laneHeight)
          : undefined,
    })),
    title,
    ticks: x
      .ticks(Math.max(2, options.width / (text * 6)))
      .filter((value) => x(value) + textWidth(figure(value), text) / 2 < untitled),
    // Multiples of the golden ratio are spread evenly however many there are, and a point keeps
    // its height while it moves along the line.
    place: (n) => ({
      x: x(Number(data.positions[n])),
      y: plot.top + inset + (((n + 1) * goldenRatio) % 1) * room,
    }),
  };
}

function positionScale(
  { positions }: StripData,
  intervals: readonly ClassInterval[],
  { width, marker }: StripOptions,
  text: number,
): ScaleLinear<number, number> {
  const ends = intervals.flatMap(({ from, to }) => [from, to]);
  let [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (marker !== undefined && Number.isFinite(marker) && positions.length > 0) {
    [low, high] = [Math.min(low, marker), Math.max(high, marker)];
  }
  if (!(low <= high)) [low, high] = [-1, 1];
  [low, high] = widened(low, high);
  return scaleLinear([low, high], [text * 1.6, width - text * 1.6]);
}
