/** What is asked of the worker that lays threads, and what it answers. */

export interface ThreadQuestion {
  /** The query of a link; its depth does not count. */
  readonly query: string;
  readonly depths: readonly number[];
}

/** What the thread costs at one depth. */
export interface ThreadCost {
  readonly depth: number;
  /** ‖θ‖². */
  readonly parameterNorm: number;
  /** The full ridge times ‖θ‖²: the total loss of a network that fits every point. */
  readonly totalLoss: number;
}

/** One cost for each depth, as it is found; nothing after a failure. */
export type ThreadAnswer =
  | { readonly kind: 'cost'; readonly cost: ThreadCost }
  | { readonly kind: 'failed'; readonly message: string };
