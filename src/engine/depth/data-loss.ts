/** The data loss of given outputs, as problem.ts defines it, in float64. */
import type { Loss } from '../problem.ts';

/**
 * Mean over the rows of the softmax cross-entropy or of the squared error summed over outputs.
 * @param outputs [N, outputCount], row-major
 * @param targets [N, outputCount]
 */
export function dataLoss(
  loss: Loss,
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  outputCount: number,
): number {
  const rows = outputs.length / outputCount;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * outputCount;
    sum +=
      loss === 'mse'
        ? squaredError(outputs, targets, from, outputCount)
        : crossEntropy(outputs, targets, from, outputCount);
  }
  return sum / rows;
}

function squaredError(
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  from: number,
  count: number,
): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += (outputs[i] - targets[i]) ** 2;
  return sum;
}

function crossEntropy(
  logits: ArrayLike<number>,
  targets: ArrayLike<number>,
  from: number,
  count: number,
): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + count; i++) largest = Math.max(largest, logits[i]);
  let total = 0;
  for (let i = from; i < from + count; i++) total += Math.exp(logits[i] - largest);
  const logTotal = largest + Math.log(total);
  let sum = 0;
  for (let i = from; i < from + count; i++) {
    if (targets[i] !== 0) sum += targets[i] * (logTotal - logits[i]);
  }
  return sum;
}
