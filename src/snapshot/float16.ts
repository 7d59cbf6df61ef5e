/** IEEE 754 half precision: 11 significant bits, so that rounding costs at most 2⁻¹¹ of a value. */

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** The largest finite half-precision number. */
export const largestFloat16 = 65504;

/** The 16 bits of the nearest half-precision number, ties to even; infinite beyond the largest. */
export function toFloat16(value: number): number {
  single[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const magnitude = bits[0] & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  // Below 2⁻¹⁴ halves are whole multiples of 2⁻²⁴.
  if (magnitude < 0x38800000) return sign | roundToEven(Math.abs(single[0]) * 2 ** 24);
  const shifted = magnitude - 0x38000000;
  const odd = (shifted >>> 13) & 1;
  return sign | ((shifted + 0xfff + odd) >>> 13);
}

/** The number that 16 bits stand for. */
export function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
