import type { ChartOptions } from '../chart.ts';

export interface HistoryData {
  /** [T], ascending; the step of each entry. */
  readonly steps: ArrayLike<number>;
  readonly series: readonly HistorySeries[];
  readonly events: readonly HistoryEvent[];
}

export interface HistorySeries {
  /** For example "loss" or "‖θ‖²/L". */
  readonly title: string;
  /** Written after the title, for example "nats". */
  readonly unit?: string | undefined;
  /** [T]; NaN leaves a gap. On a log scale values ≤ 0 leave a gap too. */
  readonly values: ArrayLike<number>;
  readonly scale: 'log' | 'linear';
  /** Fixes either end of the axis, for example [0, 1] for an accuracy. */
  readonly domain?: readonly [number | undefined, number | undefined] | undefined;
  /** Writes values as percentages; the values themselves are shares of 1. */
  readonly percent?: boolean | undefined;
}

/** A moment worth a rule across the panels, such as "ridge rises" or "rate ÷ 10". */
export interface HistoryEvent {
  readonly step: number;
  readonly label: string;
}

export interface HistoryOptions extends ChartOptions {
  /** Default linear. */
  readonly xScale?: 'linear' | 'log' | undefined;
  /** Default "step". */
  readonly xTitle?: string | undefined;
  /** Default: side by side where the picture is wide and low, else one above the other. */
  readonly arrangement?: 'rows' | 'columns' | undefined;
  /** The last step of the axis, such as the step budget; default the last step there is. */
  readonly lastStep?: number | undefined;
  /** Reads out this step when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  /** Called with a step of `steps`. */
  readonly onHover?: ((step: number | undefined) => void) | undefined;
}
