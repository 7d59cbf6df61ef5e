/**
 * Four exponentials of arguments ≤ 0, each within two units in the last place: eˣ = 2ⁿ eʳ with
 * |r| ≤ ln 2 / 2, and the Taylor polynomial of degree 7 for eʳ, whose remainder is below 6e-9.
 */
import { madd } from './fma';

const LOG2_E: f32 = 1.4426950408889634;
/** ln 2 in two parts, the first short enough that n times it is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;
/** e⁻⁸⁰ = 2e-35: what is smaller counts for nothing in a sum that holds a one. */
const LOWEST: f32 = -80;

export function exponential(argument: v128): v128 {
  // pmax keeps NaN in its first operand.
  const x = f32x4.pmax(argument, f32x4.splat(LOWEST));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let sum = f32x4.splat(1.0 / 5040.0);
  sum = madd(sum, r, f32x4.splat(1.0 / 720.0));
  sum = madd(sum, r, f32x4.splat(1.0 / 120.0));
  sum = madd(sum, r, f32x4.splat(1.0 / 24.0));
  sum = madd(sum, r, f32x4.splat(1.0 / 6.0));
  sum = madd(sum, r, f32x4.splat(0.5));
  sum = madd(sum, r, f32x4.splat(1));
  sum = madd(sum, r, f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127));
  return f32x4.mul(sum, i32x4.shl(exponent, 23));
}
