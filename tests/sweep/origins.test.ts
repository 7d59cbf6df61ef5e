import { expect, test } from 'vitest';
import { originsOf } from '../../src/sweep/index.ts';
import { resultWith } from './results.ts';

const depthsBefore = (results: Parameters<typeof originsOf>[0]) =>
  Object.fromEntries(results.map((result) => [result.depth, originsOf(results)(result)]));

test('a grown network comes from the next shallower one, a shrunk one from the next deeper', () => {
  const walk = (path: 'grown' | 'shrunk') => [8, 2, 4].map((depth) => resultWith({ path, depth }));
  expect(depthsBefore(walk('grown'))).toEqual({ 2: undefined, 4: 2, 8: 4 });
  expect(depthsBefore(walk('shrunk'))).toEqual({ 8: undefined, 4: 8, 2: 4 });
});

test('a network that collapsed or diverged is nobody’s origin', () => {
  const results = [
    resultWith({ path: 'grown', depth: 2 }),
    resultWith({ path: 'grown', depth: 4, collapsed: true }),
    resultWith({ path: 'grown', depth: 8, diverged: true }),
    resultWith({ path: 'grown', depth: 16 }),
  ];
  expect(depthsBefore(results)).toEqual({ 2: undefined, 4: 2, 8: 2, 16: 2 });
});

test('paths of other seeds and draws are walked apart, and a restarted network has no origin', () => {
  const deep = resultWith({ path: 'grown', depth: 4, seed: 1 });
  const others = [
    resultWith({ path: 'grown', depth: 2, seed: 0 }),
    resultWith({ path: 'grown', depth: 2, seed: 1, dataSeed: 3 }),
    resultWith({ path: 'shrunk', depth: 8, seed: 1 }),
    resultWith({ path: 'restarted', depth: 2, seed: 1 }),
  ];
  expect(originsOf([deep, ...others])(deep)).toBeUndefined();
  const restarted = resultWith({ depth: 8, seed: 1 });
  expect(originsOf([...others, restarted])(restarted)).toBeUndefined();
});
