/** What is asked of the worker that lays threads, and what it answers. */

export interface ThreadQuestion {
  /** The query of a link; its depth does not count. */
  readonly query: string;
  readonly depths: readonly number[];
}

/** One answer for each depth, as it is found. */
export interface ThreadCost {
  readonly depth: number;
  /** ‖θ‖². */
  readonly parameterNorm: number;
  /** The full ridge times ‖θ‖²: the total loss of a network that fits every point. */
  readonly totalLoss: number;
}
