/**
 * The ridge of schedule.ts, repeated here because its ramp starts when the loss says so, in the
 * middle of a call. Step sizes depend on the step alone and come from outside in a table.
 */
const WARM_UP_CHECK_INTERVAL = 8;
export const WARMING_UP = -1;

let full: f64 = 0;
let warmUpShare: f64 = 1;
let warmUpLoss: f64 = 0;
let rampSteps: f64 = 0;

export function setRidge(ridge: f64, share: f64, loss: f64, steps: f64): void {
  full = ridge;
  warmUpShare = share;
  warmUpLoss = loss;
  rampSteps = steps;
}

export function ridgeAt(step: i32, rampStart: i32): f64 {
  if (rampStart === WARMING_UP) return full * warmUpShare;
  const progress = rampSteps === 0 ? 1 : min(1, <f64>(step - rampStart) / rampSteps);
  return full * (warmUpShare + (1 - warmUpShare) * progress);
}

export function warmUpEnds(step: i32, dataLoss: f64): bool {
  return step % WARM_UP_CHECK_INTERVAL === 0 && dataLoss < warmUpLoss;
}
