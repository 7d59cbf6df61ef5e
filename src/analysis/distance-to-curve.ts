/** How far points of the plane are from a curve made of polygon lines. */

type Corner = readonly [number, number];

/** Euclidean distance of (x, y) to the nearest point of any of the lines; Infinity where there is none. */
export function distanceToCurve(
  x: number,
  y: number,
  curve: readonly (readonly Corner[])[],
): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of curve) {
    for (let i = 0; i + 1 < line.length; i++) {
      nearest = Math.min(nearest, squaredDistanceToSegment(x, y, line[i], line[i + 1]));
    }
  }
  return Math.sqrt(nearest);
}

/**
 * Mean distance of points to a curve.
 * @param points [M, 2], row-major
 */
export function meanDistanceToCurve(
  points: Float32Array,
  curve: readonly (readonly Corner[])[],
): number {
  let sum = 0;
  for (let i = 0; i < points.length; i += 2)
    sum += distanceToCurve(points[i], points[i + 1], curve);
  return (2 * sum) / points.length;
}

function squaredDistanceToSegment(x: number, y: number, a: Corner, b: Corner): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2;
}
