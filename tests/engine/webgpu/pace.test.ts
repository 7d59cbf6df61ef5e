import { expect, test } from 'vitest';
import { Pace } from '../../../src/engine/webgpu/pace.ts';

test('before anything has been timed a submit is one step', () => {
  expect(new Pace().steps).toBe(1);
  expect(new Pace().known).toBe(false);
});

test('a submit is meant to take 40 ms, and never holds less than a step or more than 256', () => {
  for (const [ms, steps] of [
    [2, 20],
    [100, 1],
    [0.001, 256],
    [0, 256],
  ]) {
    const pace = new Pace();
    pace.note(1, ms);
    expect(pace.steps).toBe(steps);
  }
});

test('the first reading, in which everything is new, does not outlive the second', () => {
  const pace = new Pace();
  pace.note(1, 200);
  pace.note(1, 2);
  expect(pace.steps).toBe(20);
});

test('a slower reading counts at once, a faster one by half', () => {
  const pace = new Pace();
  pace.note(1, 1);
  pace.note(10, 10);
  expect(pace.steps).toBe(40);
  pace.note(10, 100);
  expect(pace.steps).toBe(4);
  pace.note(10, 20);
  expect(pace.steps).toBe(6);
});

test('a pace that is forgotten starts over', () => {
  const pace = new Pace();
  pace.note(1, 1);
  pace.note(1, 1);
  pace.forget();
  expect(pace.known).toBe(false);
  pace.note(1, 40);
  pace.note(1, 1);
  expect(pace.steps).toBe(40);
});
