/**
 * The step-size and ridge schedules. Engines that keep the schedule on a device repeat these
 * formulas there; the parity tests hold them to this file.
 */
import type { Optimisation } from './problem.ts';

/** The `drop` schedule multiplies the rate by `dropFactor` from this share of the budget on. */
export const dropAt = 0.8;
export const dropFactor = 0.1;

/** The end of the warm-up is looked for at steps divisible by this, so that engines which read the loss rarely agree with those that read it always. */
export const warmUpCheckInterval = 8;

/** Value of `rampStart` while the warm-up still lasts. */
export const warmingUp = -1;

/** Learning rate of the update that follows `step` finished ones. */
export function learningRateAt(optimisation: Optimisation, step: number): number {
  const { learningRate, schedule, stepBudget } = optimisation;
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'drop':
      return step < dropAt * stepBudget ? learningRate : learningRate * dropFactor;
    case 'cosine':
      return learningRate * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, step / stepBudget)));
  }
}

/** A `rampStart` so long ago that the ridge has risen to its full value. */
export const longRisen = -1_000_000;

/**
 * Ridge coefficient of the update that follows `step` finished ones.
 * @param rampStart the step at which the warm-up ended, or `warmingUp`
 */
export function ridgeAt(optimisation: Optimisation, step: number, rampStart: number): number {
  const { ridge, warmUpShare, rampSteps } = optimisation;
  if (rampStart === warmingUp) return ridge * warmUpShare;
  const progress = rampSteps === 0 ? 1 : Math.min(1, (step - rampStart) / rampSteps);
  return ridge * (warmUpShare + (1 - warmUpShare) * progress);
}

/** The step from which the full ridge is in force; Infinity while the warm-up lasts. */
export function fullRidgeFrom(optimisation: Optimisation, rampStart: number): number {
  const { warmUpShare, rampSteps } = optimisation;
  if (warmUpShare === 1) return 0;
  return rampStart === warmingUp ? Number.POSITIVE_INFINITY : rampStart + rampSteps;
}

/**
 * Whether the warm-up ends before the update that follows `step` finished ones, given the data
 * loss there. A share of 1 means that there is no warm-up, so nothing changes when it ends.
 */
export function warmUpEnds(optimisation: Optimisation, step: number, dataLoss: number): boolean {
  return step % warmUpCheckInterval === 0 && dataLoss < optimisation.warmUpLoss;
}
