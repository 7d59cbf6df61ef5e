/** What to try next after a run that has collapsed to zero; every press of the offer goes further. */
import { completeExperiment } from '../../experiment/defaults.ts';
import type { Changes, Experiment } from '../../experiment/index.ts';

export interface WayOut {
  /**
   * - `warm-up`: less of λ until the network fits, and a larger start.
   * - `ridge`: the warm-up is as gentle as can be, so λ itself is too much.
   * - `seed`: no ridge holds the network in, so other weights are what is left to try.
   */
  readonly kind: 'warm-up' | 'ridge' | 'seed';
  readonly changes: Changes;
  /** What the next run has: the share of λ during its warm-up, the amplitude of its start, and λ. */
  readonly warmUp: number;
  readonly amplitude: number;
  readonly lambda: number;
}

/** A warm-up under less of λ than this is as good as none of λ at all. */
const gentlest = 0.01;
/** A start larger than this is no small function. */
const largest = 0.3;
const seeds = 1_000_000;

/**
 * The next thing to try in place of a run that has collapsed. The start that comes of the changes
 * always differs from the present one, so that choosing them begins a new run; the data stay.
 */
export function wayOutOfCollapse(experiment: Experiment): WayOut {
  const { task, data, depth, init, seed, dataSeed } = experiment;
  const recipe = completeExperiment({ task, data, depth });
  const kind =
    experiment.lambda === 0 ? 'seed' : experiment.warmUp > gentlest ? 'warm-up' : 'ridge';
  const larger = Math.min(largest, Math.max(recipe.amplitude, rounded(3 * experiment.amplitude)));
  const amplitude = init === 'small' ? Math.max(experiment.amplitude, larger) : recipe.amplitude;
  const warmUp =
    kind === 'warm-up' ? Math.max(gentlest, rounded(experiment.warmUp / 10)) : experiment.warmUp;
  const lambda = kind === 'ridge' ? rounded(experiment.lambda / 3) : experiment.lambda;
  const isOtherStart = init !== 'small' || amplitude !== experiment.amplitude;
  const changes: Changes = {
    init: 'small',
    amplitude,
    ...(kind === 'warm-up' && { warmUp }),
    ...(kind === 'ridge' && { lambda }),
    ...((kind === 'seed' || !isOtherStart) && { seed: (seed + 1) % seeds, dataSeed }),
  };
  return { kind, changes, warmUp, amplitude, lambda };
}

/** Two digits are all that a setting needs. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
