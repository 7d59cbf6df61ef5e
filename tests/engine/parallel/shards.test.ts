import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replicasFor, shardsOf } from '../../../src/engine/parallel/shards.ts';

test('shards follow on each other, cover every point and are none of them empty', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 9 }),
      (points, cores) => {
        const shards = shardsOf(points, replicasFor(points, cores));
        expect(shards[0].first).toBe(0);
        expect(shards[shards.length - 1].end).toBe(points);
        shards.forEach(({ first, end }, rank) => {
          expect(end).toBeGreaterThan(first);
          if (rank > 0) expect(first).toBe(shards[rank - 1].end);
        });
      },
    ),
  );
});

test('shards differ by one tile of four points at most', () => {
  const sizes = (points: number, replicas: number) =>
    shardsOf(points, replicas).map(({ first, end }) => end - first);
  expect(sizes(500, 2)).toEqual([252, 248]);
  expect(sizes(400, 4)).toEqual([100, 100, 100, 100]);
  expect(sizes(39, 3)).toEqual([16, 12, 11]);
});

test('no more replicas than cores, tiles of points, or four', () => {
  expect(replicasFor(400, 2)).toBe(2);
  expect(replicasFor(400, 64)).toBe(4);
  expect(replicasFor(9, 4)).toBe(3);
  expect(replicasFor(1, 4)).toBe(1);
  expect(replicasFor(400, 1)).toBe(1);
});
