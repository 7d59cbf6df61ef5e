/**
 * Panels of a matrix product: all rows of C by one, two or three vectors of columns. A tile of
 * four rows stays in registers while the sum over k runs.
 */
import { loadMagnitude, loadTiny, mask, rectify } from './flush';
import { madd } from './fma';

/** What happens to a tile of C before it is stored. */
export const STORE = 0;
/** ReLU. */
export const RECTIFY = 1;
/** Zero where C, overwritten by this, was not positive: the derivative of ReLU. */
export const MASK = 2;

export class Panel {
  /**
   * The parameters are those of `multiply` in matmul.ts.
   * @param vectors a literal from 1 to 3, so that what is too wide for it is left out
   */
  @inline
  static multiply(
    vectors: i32,
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
      let s01 = s00;
      if (vectors > 1) s01 = v128.load(start, 16);
      let s02 = s00;
      if (vectors > 2) s02 = v128.load(start, 32);
      start += startRow;
      let s10 = v128.load(start);
      let s11 = s10;
      if (vectors > 1) s11 = v128.load(start, 16);
      let s12 = s10;
      if (vectors > 2) s12 = v128.load(start, 32);
      start += startRow;
      let s20 = v128.load(start);
      let s21 = s20;
      if (vectors > 1) s21 = v128.load(start, 16);
      let s22 = s20;
      if (vectors > 2) s22 = v128.load(start, 32);
      start += startRow;
      let s30 = v128.load(start);
      let s31 = s30;
      if (vectors > 1) s31 = v128.load(start, 16);
      let s32 = s30;
      if (vectors > 2) s32 = v128.load(start, 32);
      start += startRow;
      let bk = b;
      for (let k = 0; k < depth; k++) {
        const b0 = v128.load(bk);
        let b1 = b0;
        let b2 = b0;
        if (vectors > 1) b1 = v128.load(bk, 16);
        if (vectors > 2) b2 = v128.load(bk, 32);
        const x0 = v128.load32_splat(a0);
        s00 = madd(x0, b0, s00);
        if (vectors > 1) s01 = madd(x0, b1, s01);
        if (vectors > 2) s02 = madd(x0, b2, s02);
        const x1 = v128.load32_splat(a1);
        s10 = madd(x1, b0, s10);
        if (vectors > 1) s11 = madd(x1, b1, s11);
        if (vectors > 2) s12 = madd(x1, b2, s12);
        const x2 = v128.load32_splat(a2);
        s20 = madd(x2, b0, s20);
        if (vectors > 1) s21 = madd(x2, b1, s21);
        if (vectors > 2) s22 = madd(x2, b2, s22);
        const x3 = v128.load32_splat(a3);
        s30 = madd(x3, b0, s30);
        if (vectors > 1) s31 = madd(x3, b1, s31);
        if (vectors > 2) s32 = madd(x3, b2, s32);
        a0 += aStep;
        a1 += aStep;
        a2 += aStep;
        a3 += aStep;
        bk += bStep;
      }
      if (finish === RECTIFY) {
        s00 = rectify(s00, tiny);
        if (vectors > 1) s01 = rectify(s01, tiny);
        if (vectors > 2) s02 = rectify(s02, tiny);
        s10 = rectify(s10, tiny);
        if (vectors > 1) s11 = rectify(s11, tiny);
        if (vectors > 2) s12 = rectify(s12, tiny);
        s20 = rectify(s20, tiny);
        if (vectors > 1) s21 = rectify(s21, tiny);
        if (vectors > 2) s22 = rectify(s22, tiny);
        s30 = rectify(s30, tiny);
        if (vectors > 1) s31 = rectify(s31, tiny);
        if (vectors > 2) s32 = rectify(s32, tiny);
      } else if (finish === MASK) {
        let h = c;
        s00 = mask(s00, v128.load(h), tiny, magnitude);
        if (vectors > 1) s01 = mask(s01, v128.load(h, 16), tiny, magnitude);
        if (vectors > 2) s02 = mask(s02, v128.load(h, 32), tiny, magnitude);
        h += cRow;
        s10 = mask(s10, v128.load(h), tiny, magnitude);
        if (vectors > 1) s11 = mask(s11, v128.load(h, 16), tiny, magnitude);
        if (vectors > 2) s12 = mask(s12, v128.load(h, 32), tiny, magnitude);
        h += cRow;
        s20 = mask(s20, v128.load(h), tiny, magnitude);
        if (vectors > 1) s21 = mask(s21, v128.load(h, 16), tiny, magnitude);
        if (vectors > 2) s22 = mask(s22, v128.load(h, 32), tiny, magnitude);
        h += cRow;
        s30 = mask(s30, v128.load(h), tiny, magnitude);
        if (vectors > 1) s31 = mask(s31, v128.load(h, 16), tiny, magnitude);
        if (vectors > 2) s32 = mask(s32, v128.load(h, 32), tiny, magnitude);
      }
      v128.store(c, s00);
      if (vectors > 1) v128.store(c, s01, 16);
      if (vectors > 2) v128.store(c, s02, 32);
      c += cRow;
      v128.store(c, s10);
      if (vectors > 1) v128.store(c, s11, 16);
      if (vectors > 2) v128.store(c, s12, 32);
      c += cRow;
      v128.store(c, s20);
      if (vectors > 1) v128.store(c, s21, 16);
      if (vectors > 2) v128.store(c, s22, 32);
      c += cRow;
      v128.store(c, s30);
      if (vectors > 1) v128.store(c, s31, 16);
      if (vectors > 2) v128.store(c, s32, 32);
      c += cRow;
      a += 4 * aRow;
    }
  }
}
