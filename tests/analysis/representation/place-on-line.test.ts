import { describe, expect, it } from 'vitest';
import { gridPoints } from '../../../src/analysis/jacobian/index.ts';
import { placeOnLine } from '../../../src/analysis/representation/index.ts';

const domain = { x: [-3, 3], y: [-1, 2] } as const;

describe('a place on the line', () => {
  const points = gridPoints(domain, 7);
  const coordinates = Float32Array.from({ length: 49 }, (_, n) => {
    return 2 * points[2 * n] - 5 * points[2 * n + 1] + 1;
  });

  it.each([
    [-3, -1],
    [3, 2],
    [0.2, 0.7],
    [-2.9, 1.99],
  ])('is exact for a function without a kink, at (%d, %d)', (x, y) => {
    expect(placeOnLine(coordinates, domain, { x, y })).toBeCloseTo(2 * x - 5 * y + 1, 4);
  });

  it('is unknown outside the domain', () => {
    expect(placeOnLine(coordinates, domain, { x: 3.01, y: 0 })).toBeUndefined();
    expect(placeOnLine(coordinates, domain, { x: 0, y: Number.NaN })).toBeUndefined();
  });
});
