import { expect, test } from 'vitest';
import { rowLike } from '../../../src/ui/compare/linked-views.ts';

const probes = Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.1, 0.4);

test('the same row of other numbers is found by what it holds, not by where it is', () => {
  expect(rowLike(probes, probes.slice(2, 4))).toBe(1);
  expect(rowLike(probes, probes.slice(4))).toBe(2);
});

test('no row is found where none is the same, and none of nothing', () => {
  // As many numbers in this order lie in the array, but not in one row.
  expect(rowLike(probes, probes.slice(1, 3))).toBeUndefined();
  expect(rowLike(probes, [0.1, 0.2])).toBeUndefined();
  expect(rowLike(probes, undefined)).toBeUndefined();
  expect(rowLike([], [1])).toBeUndefined();
  expect(rowLike(probes, [])).toBeUndefined();
});
