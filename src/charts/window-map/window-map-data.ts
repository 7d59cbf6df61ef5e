import type { ChartOptions } from '../chart.ts';

export interface WindowMapData {
  /** Rank k of the teacher. */
  readonly trueRank: number;
  readonly cells: readonly WindowCell[];
  /**
   * The theory's trend of the window's upper edge, L = perLogPoints · ln N. The theory gives its
   * form, not its slope.
   */
  readonly trend?: { readonly perLogPoints: number } | undefined;
}

/** What was found at one depth from one number of points. */
export interface WindowCell {
  readonly depth: number;
  readonly points: number;
  readonly rank: number;
  /** A cheaper minimum of another rank is known. */
  readonly dearer: boolean;
  /** Read out at the cell. */
  readonly lines: readonly string[];
  readonly href?: string | undefined;
}

export interface WindowMapOptions extends ChartOptions {
  /** Draws the map over at least these values, so that cells still to come have their places. */
  readonly depths?: readonly number[] | undefined;
  readonly points?: readonly number[] | undefined;
}
