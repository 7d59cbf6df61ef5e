import { expect, it } from 'vitest';
import { isConstant } from '../../src/analysis/collapse.ts';

it('a collapse shows in outputs that do not vary, measured by what they ought to vary', () => {
  expect(isConstant([1e-5, 0], 39)).toBe(true);
  expect(isConstant([Number.NaN], 39)).toBe(true);
  expect(isConstant([4, 1], 39)).toBe(false);
  expect(isConstant([4, 1], 39, 1000)).toBe(true);
});
