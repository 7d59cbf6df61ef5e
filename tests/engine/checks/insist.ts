/** Assertions that need no test runner, so that they hold in a browser's worker too. */

/** @throws Error with `message` unless `condition` */
export function insist(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Error(message());
}

/** @throws Error unless `actual` is at most `bound`; NaN is not */
export function insistBelow(actual: number, bound: number, what: string): void {
  insist(actual <= bound, () => `${what}: ${actual} instead of at most ${bound}`);
}
