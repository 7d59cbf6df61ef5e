import { expect, test } from 'vitest';
import {
  dragged,
  keyed,
  pixelsPerStep,
  positionOf,
  range,
} from '../../src/article/scrub-values.ts';

test('a drag moves one value per so many pixels, and stops at either end', () => {
  const count = 32;
  const pixels = pixelsPerStep(count);
  expect(dragged(count, 8, 3 * pixels)).toBe(11);
  expect(dragged(count, 8, -3.4 * pixels)).toBe(5);
  expect(dragged(count, 8, -10_000)).toBe(0);
  expect(dragged(count, 8, 10_000)).toBe(31);
});

test('few values are further apart than many', () => {
  expect(pixelsPerStep(6)).toBeGreaterThan(pixelsPerStep(48));
});

test('the keys of a slider move it, and no others do', () => {
  expect(keyed(10, 4, 'ArrowRight')).toBe(5);
  expect(keyed(10, 4, 'ArrowUp')).toBe(5);
  expect(keyed(10, 4, 'ArrowLeft')).toBe(3);
  expect(keyed(10, 0, 'ArrowDown')).toBe(0);
  expect(keyed(10, 4, 'Home')).toBe(0);
  expect(keyed(10, 4, 'End')).toBe(9);
  expect(keyed(10, 4, 'PageUp')).toBe(6);
  expect(keyed(10, 4, 'a')).toBeUndefined();
});

test('a value between two stops belongs to the nearer', () => {
  expect(positionOf([0.01, 0.1, 0.5], 0.12)).toBe(1);
  expect(positionOf(range(1, 32), 9)).toBe(8);
});
