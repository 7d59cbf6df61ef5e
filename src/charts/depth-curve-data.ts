import type { ChartOptions } from './chart.ts';
import type { DepthQuantity } from './depth-panel.ts';

export interface DepthCurveData {
  readonly quantity: DepthQuantity;
  readonly dots: readonly DepthDot[];
  readonly guides?: readonly DepthGuide[] | undefined;
}

/** One run at one depth. */
export interface DepthDot {
  readonly depth: number;
  readonly value: number;
  /** Read out at the dot, for example "seed 3" or "total loss 0.12". */
  readonly lines: readonly string[];
  /** Where the run opens. */
  readonly href?: string | undefined;
}

/** The curve `constant + overDepth/L`, drawn over the depths that were measured. */
export interface DepthGuide {
  /** Written at its end, for example "k + C/L". */
  readonly name: string;
  readonly constant: number;
  readonly overDepth: number;
}

export interface DepthCurveOptions extends ChartOptions {
  /** Draws the axis over at least these depths, so that several charts agree. */
  readonly depths?: readonly number[] | undefined;
}
