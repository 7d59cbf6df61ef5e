import type { ChartOptions } from '../chart.ts';

/** A layer's activations in their first two principal directions. */
export interface ScatterData {
  /** [N, 2], row-major; between two drawings a point keeps its index. */
  readonly points: ArrayLike<number>;
  /** [N] */
  readonly labels: ArrayLike<number>;
  readonly classCount: number;
  /** Share of the variance along each axis, of 1. */
  readonly explained?: readonly [number, number] | undefined;
}

export interface ScatterOptions extends ChartOptions {
  /** Default A, B, C, … */
  readonly classNames?: readonly string[] | undefined;
  /** Default "PC 1" and "PC 2"; the explained share is written after it. */
  readonly xTitle?: string | undefined;
  readonly yTitle?: string | undefined;
  /** The points belong to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
  /** Reads out this point when the pointer is elsewhere. */
  readonly highlighted?: number | undefined;
  /** Called with a point's index. */
  readonly onHover?: ((point: number | undefined) => void) | undefined;
}
