/**
 * WebAssembly cannot flush denormals, and arithmetic on them is a hundred times slower. Below
 * `TINY` weights, activations, deltas and gradients count as zero. The products of any two that
 * remain are at least 2^-102, hence multiples of 2^-125, and so are all sums of them: nothing
 * denormal (below 2^-126) can arise in a matrix product. To Adam, whose ε is 1e-8, a gradient of
 * 4e-16 is nothing. NaN passes through all of these, so that divergence shows.
 */
export const TINY: f32 = 4.440892098500626e-16; // 2^-51

export function flush(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(TINY)));
}

export function rectify(x: v128): v128 {
  return v128.andnot(x, f32x4.le(x, f32x4.splat(TINY)));
}

/** The delta `x` where the activation `h` is positive, zero elsewhere. */
export function mask(x: v128, h: v128): v128 {
  return v128.and(flush(x), f32x4.gt(h, f32x4.splat(0)));
}
