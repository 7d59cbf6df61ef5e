import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPath } from '../../../src/analysis/topology/grid.ts';
import { simplify } from '../../../src/analysis/topology/simplify.ts';

const circle = gridPath(
  Array.from({ length: 400 }, (_, i) => (i * Math.PI) / 200).flatMap((angle) => [
    10 * Math.cos(angle),
    10 * Math.sin(angle),
  ]),
);

function distanceToLine(x: number, y: number, line: ArrayLike<number>, closed: boolean): number {
  let least = Infinity;
  const count = line.length / 2;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => line[(2 * i + k) % line.length]);
    const square = (c - a) ** 2 + (d - b) ** 2;
    const along = square > 0 ? ((x - a) * (c - a) + (y - b) * (d - b)) / square : 0;
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(a + t * (c - a) - x, b + t * (d - b) - y));
  }
  return least;
}

describe('simplifying a line', () => {
  it('keeps only the ends of a straight one', () => {
    const straight = gridPath([0, 0, 1, 0.5, 2, 1, 3, 1.5]);
    expect([...simplify(straight, false, 1e-9)]).toEqual([0, 0, 3, 1.5]);
  });

  it('keeps a corner', () => {
    const corner = gridPath([0, 0, 1, 0, 2, 0, 2, 1, 2, 2]);
    expect([...simplify(corner, false, 1e-9)]).toEqual([0, 0, 2, 0, 2, 2]);
  });

  it('leaves every point within the tolerance of what remains, open or closed', () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(coordinate, { minLength: 6, maxLength: 60 }),
        fc.boolean(),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (coordinates, closed, tolerance) => {
          const path = gridPath(coordinates.slice(0, 2 * Math.floor(coordinates.length / 2)));
          const simplified = simplify(path, closed, tolerance);
          for (let i = 0; i < path.length; i += 2) {
            const distance = distanceToLine(path[i], path[i + 1], simplified, closed);
            expect(distance).toBeLessThanOrEqual(tolerance + 1e-9);
          }
        },
      ),
      { seed: 1973, numRuns: 300 },
    );
  });

  it('makes far fewer points of a circle, still a circle', () => {
    const simplified = simplify(circle, true, 0.01);
    expect(simplified.length / 2).toBeLessThan(200);
    expect(simplified.length / 2).toBeGreaterThan(20);
  });

  it('does not flatten a closed line smaller than the tolerance', () => {
    expect(simplify(circle, true, 100)).toBe(circle);
  });
});
