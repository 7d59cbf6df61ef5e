/** Largest absolute difference of two arrays, relative to the largest entry of the second; NaN counts as infinite. */
export function relativeDeviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  let deviation = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]));
    const difference = Math.abs(actual[i] - expected[i]);
    deviation = Number.isNaN(difference)
      ? Number.POSITIVE_INFINITY
      : Math.max(deviation, difference);
  }
  return deviation === 0 ? 0 : deviation / largest;
}
