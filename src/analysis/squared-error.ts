/** How far answers are from what was asked for, in the mean over points of the squared error. */

/**
 * Mean over points of the squared error, summed over outputs: the loss `mse` of problem.ts.
 * @param outputs [N, columns], row-major, like `targets`
 * @returns 0 for no points
 */
export function meanSquaredError(
  outputs: Float32Array,
  targets: Float32Array,
  columns: number,
): number {
  let sum = 0;
  for (const [i, target] of targets.entries()) sum += (outputs[i] - target) ** 2;
  return targets.length === 0 ? 0 : (sum * columns) / targets.length;
}

/**
 * Mean over points of the squared distance to the mean point: the loss of the best constant.
 * @param targets [N, columns], row-major
 */
export function totalVariance(targets: Float32Array, columns: number): number {
  const means = new Float64Array(columns);
  const rows = targets.length / columns;
  for (const [i, target] of targets.entries()) means[i % columns] += target / rows;
  let sum = 0;
  for (const [i, target] of targets.entries()) sum += (target - means[i % columns]) ** 2;
  return rows === 0 ? 0 : sum / rows;
}

/**
 * How much of the error is left: the mean Euclidean distance of `after` to `clean` as a share of
 * that of `before`, over points [N, columns].
 */
export function errorRatio(
  before: Float32Array,
  after: Float32Array,
  clean: Float32Array,
  columns: number,
): number {
  return meanDistance(after, clean, columns) / meanDistance(before, clean, columns);
}

function meanDistance(points: Float32Array, others: Float32Array, columns: number): number {
  const rows = points.length / columns;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let i = row * columns; i < (row + 1) * columns; i++)
      squares += (points[i] - others[i]) ** 2;
    sum += Math.sqrt(squares);
  }
  return sum / rows;
}
