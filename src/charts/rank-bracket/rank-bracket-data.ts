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
  /** The largest ‖Jf(x)‖^{2/L}_{2/L} found, which the ‖θ‖²/L of the same moment cannot be below. */
  readonly schatten?: SchattenCheck | undefined;
  /** ‖θ‖²/L at which networks of other depths came to rest. */
  readonly settled?: readonly SettledCost[] | undefined;
}

/** The pointer may have moved on since it was made, so it says itself whether the bound held. */
export interface SchattenCheck {
  readonly bound: number;
  readonly holds: boolean;
}

export interface SettledCost {
  readonly depth: number;
  readonly cost: number;
}

export interface RankBracketOptions extends ChartOptions {
  /** Keeps the axis at least as long, so that it does not grow under the moving pointer. */
  readonly maximum?: number | undefined;
  /** The ranks belong to an earlier run: shown faint. */
  readonly dimmed?: boolean | undefined;
}
