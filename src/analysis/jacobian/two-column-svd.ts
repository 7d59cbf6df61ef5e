/** Of a matrix with two columns: A·(cos, sin) has length `large`, A·(−sin, cos) length `small`. */
export interface TwoColumnSvd {
  large: number;
  small: number;
  /** The right singular vector of the large singular value, up to its sign. */
  cos: number;
  sin: number;
}

/**
 * Singular values and right singular vectors of a matrix [rows, 2] in closed form. The columns'
 * QR decomposition gives the small singular value as |det R| / large, so that it is as accurate
 * as the large one and not only its square root.
 *
 * @param entries row-major; the matrix begins at `offset`
 * @param into where the result is written; a zero matrix gives (1, 0), NaN entries give NaN
 */
export function twoColumnSvd(
  entries: Float64Array,
  offset: number,
  rows: number,
  into: TwoColumnSvd,
): void {
  const end = offset + 2 * rows;
  let scale = 0;
  for (let i = offset; i < end; i++) scale = Math.max(scale, Math.abs(entries[i]));
  into.large = into.small = scale;
  into.cos = 1;
  into.sin = 0;
  if (scale === 0) return;
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = offset; i < end; i += 2) {
    const u = entries[i] / scale;
    const v = entries[i + 1] / scale;
    a += u * u;
    b += v * v;
    c += u * v;
  }
  const difference = a - b;
  const root = Math.sqrt(difference * difference + 4 * c * c);
  const large = Math.sqrt((a + b + root) / 2);
  const angle = Math.atan2(2 * c, difference) / 2;
  into.large = scale * large;
  into.cos = Math.cos(angle);
  into.sin = Math.sin(angle);

  // What is left of the shorter column without its part along the longer one.
  const longer = a >= b ? 0 : 1;
  const share = c / Math.max(a, b);
  let rest = 0;
  for (let i = offset; i < end; i += 2) {
    const part = (entries[i + 1 - longer] - share * entries[i + longer]) / scale;
    rest += part * part;
  }
  into.small = rows < 2 ? 0 : (scale * Math.sqrt(Math.max(a, b) * rest)) / large;
}
