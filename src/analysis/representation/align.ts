import type { PrincipalComponents } from './principal-components.ts';

/**
 * The points in the plane of the first two components, turned and, where that fits better,
 * mirrored as a whole to lie as near as can be to a reference: orthogonal Procrustes (Schönemann
 * 1966), which has a closed form in the plane. Unlike alignment of signs it has no jump where two
 * components exchange their places, but its axes are no components any more.
 * @param reference [N, 2], such as the last plane that was drawn
 * @returns [N, 2]
 * @throws RangeError for fewer than two components
 */
export function alignedPlane(
  { scores, count }: Pick<PrincipalComponents, 'scores' | 'count'>,
  reference: Float32Array,
): Float32Array {
  if (count < 2) throw new RangeError('A plane needs two components');
  const points = scores.length / count;
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let i = 0; i < points; i++) {
    const [x, y] = [scores[i * count], scores[i * count + 1]];
    const [u, v] = [reference[2 * i], reference[2 * i + 1]];
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
  }
  const [turnedCos, turnedSin] = [xx + yy, xy - yx];
  const [mirroredCos, mirroredSin] = [xx - yy, xy + yx];
  const turned = Math.hypot(turnedCos, turnedSin);
  const mirrored = Math.hypot(mirroredCos, mirroredSin);
  const flip = mirrored > turned ? -1 : 1;
  const size = Math.max(turned, mirrored);
  const cos = size === 0 ? 1 : (flip < 0 ? mirroredCos : turnedCos) / size;
  const sin = size === 0 ? 0 : (flip < 0 ? mirroredSin : turnedSin) / size;
  const plane = new Float32Array(2 * points);
  for (let i = 0; i < points; i++) {
    const x = scores[i * count];
    const y = flip * scores[i * count + 1];
    plane[2 * i] = cos * x - sin * y;
    plane[2 * i + 1] = sin * x + cos * y;
  }
  return plane;
}
