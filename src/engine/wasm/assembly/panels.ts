/**
 * Panels of a matrix product: all rows of C by one, two or three vectors of columns. A tile of
 * four rows stays in registers while the sum over k runs. The parameters are those of `multiply`
 * in matmul.ts; the three differ only in width, spelled out because registers cannot be indexed.
 */
import { loadMagnitude, loadTiny, mask, rectify } from './flush';

/** What happens to a tile of C before it is stored. */
export const STORE = 0;
/** ReLU. */
export const RECTIFY = 1;
/** Zero where C, overwritten by this, was not positive: the derivative of ReLU. */
export const MASK = 2;

/** Columns 0 … 3 of a product, four rows at a time. */
export function panel4(
  rows: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  finish: i32,
): void {
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  for (let row = 0; row < rows; row += 4) {
    let a0 = a;
    let a1 = a + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    let s00 = v128.load(start);
    start += startRow;
    let s10 = v128.load(start);
    start += startRow;
    let s20 = v128.load(start);
    start += startRow;
    let s30 = v128.load(start);
    start += startRow;
    let bk = b;
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(bk);
      const x0 = v128.load32_splat(a0);
      s00 = f32x4.add(s00, f32x4.mul(x0, b0));
      const x1 = v128.load32_splat(a1);
      s10 = f32x4.add(s10, f32x4.mul(x1, b0));
      const x2 = v128.load32_splat(a2);
      s20 = f32x4.add(s20, f32x4.mul(x2, b0));
      const x3 = v128.load32_splat(a3);
      s30 = f32x4.add(s30, f32x4.mul(x3, b0));
      a0 += aStep;
      a1 += aStep;
      a2 += aStep;
      a3 += aStep;
      bk += bStep;
    }
    if (finish === RECTIFY) {
      s00 = rectify(s00, tiny);
      s10 = rectify(s10, tiny);
      s20 = rectify(s20, tiny);
      s30 = rectify(s30, tiny);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h), tiny, magnitude);
      h += cRow;
      s10 = mask(s10, v128.load(h), tiny, magnitude);
      h += cRow;
      s20 = mask(s20, v128.load(h), tiny, magnitude);
      h += cRow;
      s30 = mask(s30, v128.load(h), tiny, magnitude);
    }
    v128.store(c, s00);
    c += cRow;
    v128.store(c, s10);
    c += cRow;
    v128.store(c, s20);
    c += cRow;
    v128.store(c, s30);
    c += cRow;
    a += 4 * aRow;
  }
}

/** Columns 0 … 7 of a product, four rows at a time. */
export function panel8(
  rows: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  finish: i32,
): void {
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  for (let row = 0; row < rows; row += 4) {
    let a0 = a;
    let a1 = a + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    let s00 = v128.load(start);
    let s01 = v128.load(start, 16);
    start += startRow;
    let s10 = v128.load(start);
    let s11 = v128.load(start, 16);
    start += startRow;
    let s20 = v128.load(start);
    let s21 = v128.load(start, 16);
    start += startRow;
    let s30 = v128.load(start);
    let s31 = v128.load(start, 16);
    start += startRow;
    let bk = b;
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(bk);
      const b1 = v128.load(bk, 16);
      const x0 = v128.load32_splat(a0);
      s00 = f32x4.add(s00, f32x4.mul(x0, b0));
      s01 = f32x4.add(s01, f32x4.mul(x0, b1));
      const x1 = v128.load32_splat(a1);
      s10 = f32x4.add(s10, f32x4.mul(x1, b0));
      s11 = f32x4.add(s11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2);
      s20 = f32x4.add(s20, f32x4.mul(x2, b0));
      s21 = f32x4.add(s21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3);
      s30 = f32x4.add(s30, f32x4.mul(x3, b0));
      s31 = f32x4.add(s31, f32x4.mul(x3, b1));
      a0 += aStep;
      a1 += aStep;
      a2 += aStep;
      a3 += aStep;
      bk += bStep;
    }
    if (finish === RECTIFY) {
      s00 = rectify(s00, tiny);
      s01 = rectify(s01, tiny);
      s10 = rectify(s10, tiny);
      s11 = rectify(s11, tiny);
      s20 = rectify(s20, tiny);
      s21 = rectify(s21, tiny);
      s30 = rectify(s30, tiny);
      s31 = rectify(s31, tiny);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h), tiny, magnitude);
      s01 = mask(s01, v128.load(h, 16), tiny, magnitude);
      h += cRow;
      s10 = mask(s10, v128.load(h), tiny, magnitude);
      s11 = mask(s11, v128.load(h, 16), tiny, magnitude);
      h += cRow;
      s20 = mask(s20, v128.load(h), tiny, magnitude);
      s21 = mask(s21, v128.load(h, 16), tiny, magnitude);
      h += cRow;
      s30 = mask(s30, v128.load(h), tiny, magnitude);
      s31 = mask(s31, v128.load(h, 16), tiny, magnitude);
    }
    v128.store(c, s00);
    v128.store(c, s01, 16);
    c += cRow;
    v128.store(c, s10);
    v128.store(c, s11, 16);
    c += cRow;
    v128.store(c, s20);
    v128.store(c, s21, 16);
    c += cRow;
    v128.store(c, s30);
    v128.store(c, s31, 16);
    c += cRow;
    a += 4 * aRow;
  }
}

/** Columns 0 … 11 of a product, four rows at a time. */
export function panel12(
  rows: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  finish: i32,
): void {
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  for (let row = 0; row < rows; row += 4) {
    let a0 = a;
    let a1 = a + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    let s00 = v128.load(start);
    let s01 = v128.load(start, 16);
    let s02 = v128.load(start, 32);
    start += startRow;
    let s10 = v128.load(start);
    let s11 = v128.load(start, 16);
    let s12 = v128.load(start, 32);
    start += startRow;
    let s20 = v128.load(start);
    let s21 = v128.load(start, 16);
    let s22 = v128.load(start, 32);
    start += startRow;
    let s30 = v128.load(start);
    let s31 = v128.load(start, 16);
    let s32 = v128.load(start, 32);
    start += startRow;
    let bk = b;
    for (let k = 0; k < depth; k++) {
      const b0 = v128.load(bk);
      const b1 = v128.load(bk, 16);
      const b2 = v128.load(bk, 32);
      const x0 = v128.load32_splat(a0);
      s00 = f32x4.add(s00, f32x4.mul(x0, b0));
      s01 = f32x4.add(s01, f32x4.mul(x0, b1));
      s02 = f32x4.add(s02, f32x4.mul(x0, b2));
      const x1 = v128.load32_splat(a1);
      s10 = f32x4.add(s10, f32x4.mul(x1, b0));
      s11 = f32x4.add(s11, f32x4.mul(x1, b1));
      s12 = f32x4.add(s12, f32x4.mul(x1, b2));
      const x2 = v128.load32_splat(a2);
      s20 = f32x4.add(s20, f32x4.mul(x2, b0));
      s21 = f32x4.add(s21, f32x4.mul(x2, b1));
      s22 = f32x4.add(s22, f32x4.mul(x2, b2));
      const x3 = v128.load32_splat(a3);
      s30 = f32x4.add(s30, f32x4.mul(x3, b0));
      s31 = f32x4.add(s31, f32x4.mul(x3, b1));
      s32 = f32x4.add(s32, f32x4.mul(x3, b2));
      a0 += aStep;
      a1 += aStep;
      a2 += aStep;
      a3 += aStep;
      bk += bStep;
    }
    if (finish === RECTIFY) {
      s00 = rectify(s00, tiny);
      s01 = rectify(s01, tiny);
      s02 = rectify(s02, tiny);
      s10 = rectify(s10, tiny);
      s11 = rectify(s11, tiny);
      s12 = rectify(s12, tiny);
      s20 = rectify(s20, tiny);
      s21 = rectify(s21, tiny);
      s22 = rectify(s22, tiny);
      s30 = rectify(s30, tiny);
      s31 = rectify(s31, tiny);
      s32 = rectify(s32, tiny);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h), tiny, magnitude);
      s01 = mask(s01, v128.load(h, 16), tiny, magnitude);
      s02 = mask(s02, v128.load(h, 32), tiny, magnitude);
      h += cRow;
      s10 = mask(s10, v128.load(h), tiny, magnitude);
      s11 = mask(s11, v128.load(h, 16), tiny, magnitude);
      s12 = mask(s12, v128.load(h, 32), tiny, magnitude);
      h += cRow;
      s20 = mask(s20, v128.load(h), tiny, magnitude);
      s21 = mask(s21, v128.load(h, 16), tiny, magnitude);
      s22 = mask(s22, v128.load(h, 32), tiny, magnitude);
      h += cRow;
      s30 = mask(s30, v128.load(h), tiny, magnitude);
      s31 = mask(s31, v128.load(h, 16), tiny, magnitude);
      s32 = mask(s32, v128.load(h, 32), tiny, magnitude);
    }
    v128.store(c, s00);
    v128.store(c, s01, 16);
    v128.store(c, s02, 32);
    c += cRow;
    v128.store(c, s10);
    v128.store(c, s11, 16);
    v128.store(c, s12, 32);
    c += cRow;
    v128.store(c, s20);
    v128.store(c, s21, 16);
    v128.store(c, s22, 32);
    c += cRow;
    v128.store(c, s30);
    v128.store(c, s31, 16);
    v128.store(c, s32, 32);
    c += cRow;
    a += 4 * aRow;
  }
}
