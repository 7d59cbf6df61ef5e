/** From a coordinate of the data to a pixel: offset + factor · value. */
export interface Affine {
  readonly offset: number;
  readonly factor: number;
}

/** The affine map that takes the domain to the pixel range. */
export function affine(
  domain: readonly [number, number],
  range: readonly [number, number],
): Affine {
  const factor = (range[1] - range[0]) / (domain[1] - domain[0]);
  return { offset: range[0] - factor * domain[0], factor };
}

/** A tenth of a pixel is finer than any screen shows; long decimals only cost time. */
export function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/**
 * Path data of a polyline of interleaved x, y. Vertices less than half a pixel from the one
 * before are left out; the last is always kept.
 */
export function outline(points: Float32Array, x: Affine, y: Affine, closed: boolean): string {
  let path = '';
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const px = x.offset + x.factor * Number(points[at]);
    const py = y.offset + y.factor * Number(points[at + 1]);
    const isEnd = at + 3 >= points.length;
    if (!isEnd && Math.abs(px - lastX) + Math.abs(py - lastY) < 0.5) continue;
    path += `${path === '' ? 'M' : 'L'}${tenths(px)},${tenths(py)}`;
    lastX = px;
    lastY = py;
  }
  return closed && path !== '' ? `${path}Z` : path;
}
