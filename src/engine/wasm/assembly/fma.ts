/**
 * The multiply-add of all kernels. The build with relaxed SIMD has it as one instruction, where
 * the processor has one, and then rounds once; the plain build rounds twice.
 */

/** x · y + sum, lane by lane. */
export function madd(x: v128, y: v128, sum: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(x, y, sum) : f32x4.add(sum, f32x4.mul(x, y));
}
