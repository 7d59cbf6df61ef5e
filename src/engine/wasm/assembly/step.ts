/** Whole training steps: forward, loss and backward block by block, then clipping and update. */
import { squaredGradientNorm, update } from './adam';
import { lossOfBlock } from './loss';
import { allocate } from './memory';
import { blockPoints, depth, inputs, layerAt, pointCount, targets } from './network';
import { backward, forward } from './propagate';
import { ridgeAt, WARMING_UP, warmUpEnds } from './ridge';

/** Steps per call of `train`, for which the tables below have room. */
export const MAX_STEPS = 512;

/** [MAX_STEPS, 2]: of each step the rate over (1 − β₁ᵗ), and 1 / √(1 − β₂ᵗ). */
export const rates: usize = allocate(MAX_STEPS * 2 * sizeof<f64>());
/** [MAX_STEPS, 2]: of each step the data loss and ‖θ‖² before its update. */
export const records: usize = allocate(MAX_STEPS * 2 * sizeof<f64>());

let loss: i32 = 0;
let clipNorm: f64 = 0;
let step: i32 = 0;
let rampStart: i32 = WARMING_UP;
let shardFirst: i32 = 0;
let shardEnd: i32 = i32.MAX_VALUE;

export function setLoss(kind: i32): void {
  loss = kind;
}

export function setClipNorm(norm: f64): void {
  clipNorm = norm;
}

export function setProgress(stepsDone: i32, ramp: i32): void {
  step = stepsDone;
  rampStart = ramp;
}

export function stepsDone(): i32 {
  return step;
}

export function rampStartedAt(): i32 {
  return rampStart;
}

/** Which points' part of the gradient is computed here; all of them unless somebody shares the work. */
export function setShard(first: i32, end: i32): void {
  shardFirst = first;
  shardEnd = end;
}

/** Leaves the shard's part of the gradient in the gradient buffer and returns the sum of its losses. */
export function accumulateShard(): f64 {
  const last = layerAt(depth - 1);
  const inputStride = layerAt(0).inputStride;
  const end = min(shardEnd, pointCount);
  let sum: f64 = 0;
  for (let start = shardFirst; start < end; start += blockPoints) {
    const rows = min(blockPoints, end - start);
    const points = inputs + <usize>start * inputStride;
    forward(points, rows);
    sum += lossOfBlock(
      loss,
      rows,
      last.activations,
      targets + <usize>start * last.stride,
      last.stride,
      last.fanOut,
      pointCount,
    );
    backward(points, rows, start === shardFirst);
  }
  return sum;
}

/** Leaves the gradient of the data loss in the gradient buffer and returns the data loss. */
export function accumulateGradient(): f64 {
  return accumulateShard() / <f64>pointCount;
}

function clipFactor(): f32 {
  if (clipNorm === 0) return 1;
  const norm = sqrt(squaredGradientNorm());
  return norm > clipNorm ? <f32>(clipNorm / norm) : 1;
}

/**
 * Takes the step whose gradient lies in the gradient buffer.
 * @param index of the step in the tables
 */
export function takeStep(index: i32, dataLoss: f64): void {
  const at = (<usize>index) << 4;
  if (rampStart === WARMING_UP && warmUpEnds(step, dataLoss)) rampStart = step;
  const ridge = ridgeAt(step, rampStart);
  const norm = update(
    <f32>load<f64>(rates + at),
    <f32>load<f64>(rates + at, 8),
    clipFactor(),
    <f32>(2 * ridge),
  );
  store<f64>(records + at, dataLoss);
  store<f64>(records + at, norm, 8);
  step++;
}

/** Runs `steps` ≤ MAX_STEPS training steps with the rates in the table. */
export function train(steps: i32): void {
  for (let index = 0; index < steps; index++) takeStep(index, accumulateGradient());
}
