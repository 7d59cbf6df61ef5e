import type { ChartOptions } from '../chart.ts';
import type { DepthQuantity } from '../parts/depth-panel.ts';

export interface DepthCurveData {
  readonly quantity: DepthQuantity;
  readonly dots: readonly DepthDot[];
  readonly guides?: readonly DepthGuide[] | undefined;
  /**
   * What the line through the runs shows at each depth; default their median. That of ranks is a
   * rank itself, the lower of the middle two, as sentences have it.
   */
  readonly line?: 'median' | 'medianRank' | 'least' | undefined;
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

/** A curve that runs are seen against, named at its end, for example "k + C/L". */
export type DepthGuide = FormulaGuide | PointsGuide;

/** The curve `constant + overDepth/L`, drawn over the depths that were measured. */
export interface FormulaGuide {
  readonly name: string;
  readonly constant: number;
  readonly overDepth: number;
}

/** A curve that is known at some depths, ascending. */
export interface PointsGuide {
  readonly name: string;
  readonly points: readonly GuidePoint[];
}

export interface GuidePoint {
  readonly depth: number;
  readonly value: number;
  /** Read out at the point, after its value; a point without is not marked. */
  readonly lines?: readonly string[] | undefined;
}

export interface DepthCurveOptions extends ChartOptions {
  /** Draws the axis over at least these depths, so that several charts agree. */
  readonly depths?: readonly number[] | undefined;
}
