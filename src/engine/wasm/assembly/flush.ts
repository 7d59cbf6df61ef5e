/**
 * WebAssembly cannot flush denormals, and arithmetic on them is a hundred times slower. Below
 * `TINY` weights, activations, deltas and gradients count as zero. The products of any two that
 * remain are at least 2^-102, hence, rounded, multiples of 2^-125, and so are all sums of them:
 * nothing denormal (below 2^-126) can arise in a matrix product. (In the relaxed build the product
 * is not rounded by itself; there it takes two tiny products that cancel to the last bit.) To Adam,
 * whose ε is 1e-8, a gradient of 4e-16 is nothing. NaN passes through all of these, so that
 * divergence shows.
 */
const TINY: f32 = 4.440892098500626e-16; // 2^-51

/**
 * V8 builds a vector constant anew wherever it is used, in the middle of a loop too. One that is
 * loaded from memory before the loop stays in a register, so kernels load these and pass them on.
 */
const tinyAt = memory.data<f32>([TINY]);
const magnitudeAt = memory.data<u32>([0x7fffffff]);

/** The threshold in all lanes. */
export function loadTiny(): v128 {
  return v128.load32_splat(tinyAt);
}

/** All bits but the sign, in all lanes. */
export function loadMagnitude(): v128 {
  return v128.load32_splat(magnitudeAt);
}

/** Zero where |x| is below the threshold. */
export function flush(x: v128, tiny: v128, magnitude: v128): v128 {
  return v128.andnot(x, f32x4.lt(v128.and(x, magnitude), tiny));
}

/** ReLU. */
export function rectify(x: v128, tiny: v128): v128 {
  return v128.andnot(x, f32x4.le(x, tiny));
}

/** The delta `x` where the activation `h` is positive, zero elsewhere. */
export function mask(x: v128, h: v128, tiny: v128, magnitude: v128): v128 {
  return v128.and(flush(x, tiny, magnitude), f32x4.gt(h, f32x4.splat(0)));
}
