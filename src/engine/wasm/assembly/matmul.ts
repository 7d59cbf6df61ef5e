/**
 * The one matrix product behind forward pass, backward pass and weight gradient. A tile of four
 * rows by two (three, one) vectors of C stays in registers while the sum over k runs; A is read
 * one broadcast scalar at a time, so that any strides will do, and only B needs contiguous rows.
 */
import { mask, rectify } from './flush';

/** What happens to a tile of C before it is stored. */
export const STORE = 0;
/** ReLU. */
export const RECTIFY = 1;
/** Zero where C, overwritten by this, was not positive: the derivative of ReLU. */
export const MASK = 2;

/**
 * C[i, j] = finish(S[i, j] + Σ_k A[i, k] B[k, j]) for `rows` (a multiple of 4) by `columns`
 * (a multiple of 4). All strides in bytes: A[i, k] at a + i·aRow + k·aStep, row k of B at
 * b + k·bStep, row i of S at start + i·startRow (0 repeats a row), row i of C at c + i·cRow.
 */
export function multiply(
  rows: i32,
  columns: i32,
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
  let left = columns >> 2;
  // Three vectors at the end of an odd row, because a tile of one would wait for its own sums.
  while (left > 0) {
    const vectors = left === 1 ? 1 : left === 3 ? 3 : 2;
    if (vectors === 2) {
      panel8(rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    } else if (vectors === 3) {
      panel12(rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    } else {
      panel4(rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    }
    const bytes = (<usize>vectors) << 4;
    b += bytes;
    start += bytes;
    c += bytes;
    left -= vectors;
  }
}

/** Columns 0 … 3 of a product, four rows at a time. */
function panel4(
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
      s00 = rectify(s00);
      s10 = rectify(s10);
      s20 = rectify(s20);
      s30 = rectify(s30);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h));
      h += cRow;
      s10 = mask(s10, v128.load(h));
      h += cRow;
      s20 = mask(s20, v128.load(h));
      h += cRow;
      s30 = mask(s30, v128.load(h));
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
function panel8(
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
      s00 = rectify(s00);
      s01 = rectify(s01);
      s10 = rectify(s10);
      s11 = rectify(s11);
      s20 = rectify(s20);
      s21 = rectify(s21);
      s30 = rectify(s30);
      s31 = rectify(s31);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h));
      s01 = mask(s01, v128.load(h, 16));
      h += cRow;
      s10 = mask(s10, v128.load(h));
      s11 = mask(s11, v128.load(h, 16));
      h += cRow;
      s20 = mask(s20, v128.load(h));
      s21 = mask(s21, v128.load(h, 16));
      h += cRow;
      s30 = mask(s30, v128.load(h));
      s31 = mask(s31, v128.load(h, 16));
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
function panel12(
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
      s00 = rectify(s00);
      s01 = rectify(s01);
      s02 = rectify(s02);
      s10 = rectify(s10);
      s11 = rectify(s11);
      s12 = rectify(s12);
      s20 = rectify(s20);
      s21 = rectify(s21);
      s22 = rectify(s22);
      s30 = rectify(s30);
      s31 = rectify(s31);
      s32 = rectify(s32);
    } else if (finish === MASK) {
      let h = c;
      s00 = mask(s00, v128.load(h));
      s01 = mask(s01, v128.load(h, 16));
      s02 = mask(s02, v128.load(h, 32));
      h += cRow;
      s10 = mask(s10, v128.load(h));
      s11 = mask(s11, v128.load(h, 16));
      s12 = mask(s12, v128.load(h, 32));
      h += cRow;
      s20 = mask(s20, v128.load(h));
      s21 = mask(s21, v128.load(h, 16));
      s22 = mask(s22, v128.load(h, 32));
      h += cRow;
      s30 = mask(s30, v128.load(h));
      s31 = mask(s31, v128.load(h, 16));
      s32 = mask(s32, v128.load(h, 32));
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
