/** When a run has settled: nothing that a sweep keeps of it changes any more. */
import type { SweepSpec } from './spec.ts';

export type SettleRule = NonNullable<SweepSpec['settle']>;

/** A run as it is seen between two slices of training. */
export interface Look {
  readonly step: number;
  readonly bottleneckRank: number;
  readonly parameterNorm: number;
}

/**
 * Whether the rank stayed and ‖θ‖² changed by no more than the rule's share over its last steps.
 * @param looks in their order, and only those under the full ridge
 */
export function hasSettled(looks: readonly Look[], { within, over }: SettleRule): boolean {
  const last = looks.at(-1);
  if (last === undefined || last.step - looks[0].step < over) return false;
  const since = looks.findLastIndex(({ step }) => step <= last.step - over);
  return looks
    .slice(since)
    .every(
      ({ bottleneckRank, parameterNorm }) =>
        bottleneckRank === last.bottleneckRank &&
        Math.abs(parameterNorm - last.parameterNorm) <= within * last.parameterNorm,
    );
}
