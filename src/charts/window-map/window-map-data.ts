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
  /** Of the cells' values, which the map shows in the place of their ranks. */
  readonly quantity?: MapQuantity | undefined;
}

/** What else was measured in every cell, as a map of shades. */
export interface MapQuantity {
  readonly title: string;
  /** The lightest and the strongest shade stand for these, with equal steps for equal ratios. */
  readonly domain: readonly [number, number];
}

export interface MapPlace {
  readonly depth: number;
  readonly points: number;
}

/** What was found at one depth from one number of points. */
export interface WindowCell extends MapPlace {
  readonly rank: number;
  /** A cheaper minimum of another rank is known. */
  readonly dearer: boolean;
  /** Of the map's quantity; above zero. */
  readonly value?: number | undefined;
  /** Read out at the cell. */
  readonly lines: readonly string[];
  readonly href?: string | undefined;
}

export interface WindowMapOptions extends ChartOptions {
  /** Draws the map over at least these values, so that cells still to come have their places. */
  readonly depths?: readonly number[] | undefined;
  readonly points?: readonly number[] | undefined;
  /** The cell that is pointed at in another map of the same grid; it is ringed here. */
  readonly marked?: MapPlace | undefined;
  /** Told the cell that pointer or focus come to, and undefined when they leave. */
  readonly onPoint?: ((place: MapPlace | undefined) => void) | undefined;
}
