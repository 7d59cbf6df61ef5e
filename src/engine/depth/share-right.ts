/**
 * Share of the points whose largest output is where their target is largest.
 * @param outputs [N, outputCount], row-major
 * @param targets [N, outputCount], one-hot rows
 */
export function shareRight(
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  outputCount: number,
): number {
  const rows = outputs.length / outputCount;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * outputCount;
    if (indexOfLargest(outputs, from, outputCount) === indexOfLargest(targets, from, outputCount)) {
      right++;
    }
  }
  return right / rows;
}

function indexOfLargest(values: ArrayLike<number>, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[from + i] > values[from + best]) best = i;
  return best;
}
