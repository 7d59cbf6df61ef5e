import type { ChartOptions } from '../chart.ts';

/** How one singular value of the Jacobian is spread over the points at which it was taken. */
export interface ValueSpread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly largest: number;
}

export interface JacobianValuesData {
  /** At how many points the Jacobians were taken. */
  readonly points: number;
  /** s₁, s₂, … over these points. */
  readonly spreads: readonly ValueSpread[];
  /** The largest rank found, and the same singular values at a point that has it. */
  readonly rank: number;
  readonly atRank: readonly number[];
}

export interface JacobianValuesOptions extends ChartOptions {
  /** What is smaller is drawn at the axis' end. Default 1e-6. */
  readonly floor?: number | undefined;
  /** The Jacobians belong to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
}
