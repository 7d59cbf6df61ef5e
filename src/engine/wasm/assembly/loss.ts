/**
 * The data loss of one block of points, and its derivative by the outputs, which overwrites them.
 * Both are means over *all* points, so each block brings its share.
 */
import { exponential } from './exponential';
import { flush, loadMagnitude, loadTiny } from './flush';
import { madd } from './fma';

const LOWEST_LOGIT: f32 = -3e38;

export const CROSS_ENTROPY = 0;

function largestLane(x: v128): f32 {
  return max(
    max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
    max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)),
  );
}

function sumOfLanes(x: v128): f64 {
  return (
    <f64>f32x4.extract_lane(x, 0) +
    <f64>f32x4.extract_lane(x, 1) +
    (<f64>f32x4.extract_lane(x, 2) + <f64>f32x4.extract_lane(x, 3))
  );
}

/** All ones in the lanes that hold a class, when `classes` of them are left from this vector on. */
function laneMask(classes: i32): v128 {
  return i32x4.gt_s(i32x4.splat(classes), i32x4(0, 1, 2, 3));
}

/** log(1 + x) for x ≥ 0, to the last digit of a small x too: 1 + x would round it away. */
function logOnePlus(x: f64): f64 {
  if (x < 1e-3) return x * (1 - x * (0.5 - x * (1.0 / 3.0 - x * (0.25 - x * 0.2))));
  return NativeMath.log(1 + x);
}

/**
 * Softmax cross-entropy of one point, times one; `outputs` becomes (softmax − target) · scale.
 * The label's own power is kept apart from the sum of the others: at the label the derivative is
 * minus the others' share, where p − 1 would cancel for a point that is well fitted.
 */
function crossEntropyOfPoint(outputs: usize, target: usize, classes: i32, scale: f32): f64 {
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  let largest = f32x4.splat(LOWEST_LOGIT);
  for (let at: usize = 0, left = classes; left > 0; left -= 4, at += 16) {
    const logits = v128.load(outputs + at);
    largest = f32x4.max(largest, v128.bitselect(logits, f32x4.splat(LOWEST_LOGIT), laneMask(left)));
  }
  const shift = f32x4.splat(largestLane(largest));
  let others: f64 = 0;
  let label = f32x4.splat(0);
  let chosen = f32x4.splat(0);
  for (let at: usize = 0, left = classes; left > 0; left -= 4, at += 16) {
    const shifted = f32x4.sub(v128.load(outputs + at), shift);
    const lanes = laneMask(left);
    const targets = v128.load(target + at);
    const power = v128.and(exponential(v128.and(shifted, lanes)), lanes);
    const ofLabel = f32x4.mul(power, targets);
    const ofOthers = f32x4.sub(power, ofLabel);
    chosen = f32x4.add(chosen, f32x4.mul(v128.and(shifted, lanes), targets));
    label = f32x4.add(label, ofLabel);
    others += sumOfLanes(ofOthers);
    v128.store(outputs + at, ofOthers);
  }
  const ofLabel = sumOfLanes(label);
  const share = f32x4.splat(scale * <f32>(1.0 / (others + ofLabel)));
  const sumOfOthers = f32x4.splat(<f32>others);
  for (let at: usize = 0, left = classes; left > 0; left -= 4, at += 16) {
    const ofTarget = f32x4.mul(v128.load(target + at), sumOfOthers);
    const difference = f32x4.sub(v128.load(outputs + at), ofTarget);
    v128.store(outputs + at, flush(f32x4.mul(difference, share), tiny, magnitude));
  }
  if (ofLabel === 1) return logOnePlus(others);
  return NativeMath.log(others + ofLabel) - sumOfLanes(chosen);
}

/** Squared error of one point; `outputs` becomes 2 (output − target) · scale. */
function squaredErrorOfPoint(outputs: usize, target: usize, count: i32, scale: f32): f64 {
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  let sum = f32x4.splat(0);
  for (let at: usize = 0, left = count; left > 0; left -= 4, at += 16) {
    const difference = f32x4.sub(v128.load(outputs + at), v128.load(target + at));
    // Flushed before it is squared: the square of a tiny number would be denormal.
    const error = flush(difference, tiny, magnitude);
    sum = madd(error, error, sum);
    v128.store(outputs + at, flush(f32x4.mul(difference, f32x4.splat(2 * scale)), tiny, magnitude));
  }
  return sumOfLanes(sum);
}

/**
 * @param outputs [rows, stride], overwritten by the derivative of the mean loss
 * @param targets [rows, stride]
 * @param points N, the number of points the mean is taken over
 * @returns the sum of the losses of these rows, not yet divided by N
 */
export function lossOfBlock(
  kind: i32,
  rows: i32,
  outputs: usize,
  targets: usize,
  stride: usize,
  count: i32,
  points: i32,
): f64 {
  const scale = <f32>(1.0 / <f64>points);
  let sum: f64 = 0;
  for (let row = 0; row < rows; row++) {
    sum +=
      kind === CROSS_ENTROPY
        ? crossEntropyOfPoint(outputs, targets, count, scale)
        : squaredErrorOfPoint(outputs, targets, count, scale);
    outputs += stride;
    targets += stride;
  }
  return sum;
}
