import * as fc from 'fast-check';
import type { OwnPoints } from '../../../src/experiment/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

export function pointsOf(points: readonly Point[]): OwnPoints {
  return {
    inputs: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
    labels: Uint8Array.from(points, ({ label }) => label),
  };
}

/** Any own points, on the map or beside it. */
export function anyPoints(most: number): fc.Arbitrary<OwnPoints> {
  const place = fc.oneof(
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.constantFrom(-3, 0, 3),
  );
  return fc
    .array(fc.record({ x: place, y: place, label: fc.integer({ min: 0, max: 3 }) }), {
      maxLength: most,
    })
    .map(pointsOf);
}
