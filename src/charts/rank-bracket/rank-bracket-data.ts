import type { ChartOptions } from '../chart.ts';

/** The two ranks between which ‖θ‖²/L ends as the depth grows (Theorem 1); undefined before it is known. */
export interface RankBracketData {
  /** Rank_J, the largest rank of a Jacobian found. */
  readonly jacobianRank: number | undefined;
  /** The estimate of Rank_BN. */
  readonly bottleneckRank: number | undefined;
  /** ‖θ‖²/L */
  readonly cost: number | undefined;
  /** Its recent values, oldest first. */
  readonly trail?: ArrayLike<number> | undefined;
  /** The largest ‖Jf(x)‖^{2/L}_{2/L} found, which ‖θ‖²/L cannot be below. */
  readonly schatten?: number | undefined;
}

export interface RankBracketOptions extends ChartOptions {
  /** Keeps the axis at least as long, so that it does not grow under the moving pointer. */
  readonly maximum?: number | undefined;
  /** The ranks belong to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
}
