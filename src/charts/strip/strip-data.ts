import type { ChartOptions } from '../chart.ts';
import type { ClassInterval } from './class-intervals.ts';

/** The data on one line: the first principal coordinate where the network is narrowest. */
export interface StripData {
  /** [N] */
  readonly positions: ArrayLike<number>;
  /** [N] */
  readonly labels: ArrayLike<number>;
  readonly classCount: number;
  /** How the network cuts the line itself, from low to high; unknown where there are none. */
  readonly stretches?: readonly ClassInterval[] | undefined;
  /** Share of the variance along the line, of 1. */
  readonly explained?: number | undefined;
}

/** What the pointer rests on: a place of the line, and the point there if there is one. */
export interface StripHover {
  readonly position: number;
  readonly point: number | undefined;
}

export interface StripOptions extends ChartOptions {
  /** Default A, B, C, … */
  readonly classNames?: readonly string[] | undefined;
  /** Default "PC 1"; the explained share is written after it. */
  readonly xTitle?: string | undefined;
  /** The points belong to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Marks a place of the line, such as that of the point hovered on the class map. */
  readonly marker?: number | undefined;
  /** Reads out this point when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  readonly onHover?: ((hover: StripHover | undefined) => void) | undefined;
}
