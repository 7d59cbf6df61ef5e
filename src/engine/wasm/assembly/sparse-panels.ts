/**
 * Panels of a product whose left side is full of zeros: all rows of C by six to thirteen vectors
 * of columns. A row of the panel stays in registers while the listed entries of the same row of A
 * are gone through. Thirteen sums, a broadcast entry and a vector of B are what the fifteen
 * registers that V8 hands out can hold; with fewer than eight sums each would wait for its own
 * last addition.
 */
import { loadMagnitude, loadTiny, mask, rectify } from './flush';
import { madd } from './fma';
import { listEnds, listStride, lists, VALUES } from './nonzeros';
import { MASK, RECTIFY } from './panels';

export const NARROWEST = 6;
export const WIDEST = 13;

export class SparsePanel {
  /**
   * C[i, :] = finish(S[i, :] + Σ x·B row) over the lists of row i (see nonzeros.ts).
   * @param vectors a literal, so that what is too wide for it is left out
   * @param offset bytes from a listed address to this panel of B
   */
  @inline
  static multiply(
    vectors: i32,
    rows: i32,
    offset: usize,
    start: usize,
    startRow: usize,
    c: usize,
    cRow: usize,
    finish: i32,
  ): void {
    const tiny = loadTiny();
    const magnitude = loadMagnitude();
    let list = lists;
    let endAt = listEnds;
    for (let row = 0; row < rows; row++) {
      let s0 = v128.load(start);
      let s1 = v128.load(start, 16);
      let s2 = v128.load(start, 32);
      let s3 = v128.load(start, 48);
      let s4 = v128.load(start, 64);
      let s5 = v128.load(start, 80);
      let s6 = s0;
      let s7 = s0;
      let s8 = s0;
      let s9 = s0;
      let s10 = s0;
      let s11 = s0;
      let s12 = s0;
      if (vectors > 6) s6 = v128.load(start, 96);
      if (vectors > 7) s7 = v128.load(start, 112);
      if (vectors > 8) s8 = v128.load(start, 128);
      if (vectors > 9) s9 = v128.load(start, 144);
      if (vectors > 10) s10 = v128.load(start, 160);
      if (vectors > 11) s11 = v128.load(start, 176);
      if (vectors > 12) s12 = v128.load(start, 192);
      const end = <usize>load<u32>(endAt);
      for (let at = list; at < end; at += 8) {
        const x0 = v128.load32_splat(at, VALUES);
        const b0 = <usize>load<u32>(at) + offset;
        s0 = madd(x0, v128.load(b0), s0);
        s1 = madd(x0, v128.load(b0, 16), s1);
        s2 = madd(x0, v128.load(b0, 32), s2);
        s3 = madd(x0, v128.load(b0, 48), s3);
        s4 = madd(x0, v128.load(b0, 64), s4);
        s5 = madd(x0, v128.load(b0, 80), s5);
        if (vectors > 6) s6 = madd(x0, v128.load(b0, 96), s6);
        if (vectors > 7) s7 = madd(x0, v128.load(b0, 112), s7);
        if (vectors > 8) s8 = madd(x0, v128.load(b0, 128), s8);
        if (vectors > 9) s9 = madd(x0, v128.load(b0, 144), s9);
        if (vectors > 10) s10 = madd(x0, v128.load(b0, 160), s10);
        if (vectors > 11) s11 = madd(x0, v128.load(b0, 176), s11);
        if (vectors > 12) s12 = madd(x0, v128.load(b0, 192), s12);
        const x1 = v128.load32_splat(at, VALUES + 4);
        const b1 = <usize>load<u32>(at, 4) + offset;
        s0 = madd(x1, v128.load(b1), s0);
        s1 = madd(x1, v128.load(b1, 16), s1);
        s2 = madd(x1, v128.load(b1, 32), s2);
        s3 = madd(x1, v128.load(b1, 48), s3);
        s4 = madd(x1, v128.load(b1, 64), s4);
        s5 = madd(x1, v128.load(b1, 80), s5);
        if (vectors > 6) s6 = madd(x1, v128.load(b1, 96), s6);
        if (vectors > 7) s7 = madd(x1, v128.load(b1, 112), s7);
        if (vectors > 8) s8 = madd(x1, v128.load(b1, 128), s8);
        if (vectors > 9) s9 = madd(x1, v128.load(b1, 144), s9);
        if (vectors > 10) s10 = madd(x1, v128.load(b1, 160), s10);
        if (vectors > 11) s11 = madd(x1, v128.load(b1, 176), s11);
        if (vectors > 12) s12 = madd(x1, v128.load(b1, 192), s12);
      }
      if (finish === RECTIFY) {
        s0 = rectify(s0, tiny);
        s1 = rectify(s1, tiny);
        s2 = rectify(s2, tiny);
        s3 = rectify(s3, tiny);
        s4 = rectify(s4, tiny);
        s5 = rectify(s5, tiny);
        if (vectors > 6) s6 = rectify(s6, tiny);
        if (vectors > 7) s7 = rectify(s7, tiny);
        if (vectors > 8) s8 = rectify(s8, tiny);
        if (vectors > 9) s9 = rectify(s9, tiny);
        if (vectors > 10) s10 = rectify(s10, tiny);
        if (vectors > 11) s11 = rectify(s11, tiny);
        if (vectors > 12) s12 = rectify(s12, tiny);
      } else if (finish === MASK) {
        s0 = mask(s0, v128.load(c), tiny, magnitude);
        s1 = mask(s1, v128.load(c, 16), tiny, magnitude);
        s2 = mask(s2, v128.load(c, 32), tiny, magnitude);
        s3 = mask(s3, v128.load(c, 48), tiny, magnitude);
        s4 = mask(s4, v128.load(c, 64), tiny, magnitude);
        s5 = mask(s5, v128.load(c, 80), tiny, magnitude);
        if (vectors > 6) s6 = mask(s6, v128.load(c, 96), tiny, magnitude);
        if (vectors > 7) s7 = mask(s7, v128.load(c, 112), tiny, magnitude);
        if (vectors > 8) s8 = mask(s8, v128.load(c, 128), tiny, magnitude);
        if (vectors > 9) s9 = mask(s9, v128.load(c, 144), tiny, magnitude);
        if (vectors > 10) s10 = mask(s10, v128.load(c, 160), tiny, magnitude);
        if (vectors > 11) s11 = mask(s11, v128.load(c, 176), tiny, magnitude);
        if (vectors > 12) s12 = mask(s12, v128.load(c, 192), tiny, magnitude);
      }
      v128.store(c, s0);
      v128.store(c, s1, 16);
      v128.store(c, s2, 32);
      v128.store(c, s3, 48);
      v128.store(c, s4, 64);
      v128.store(c, s5, 80);
      if (vectors > 6) v128.store(c, s6, 96);
      if (vectors > 7) v128.store(c, s7, 112);
      if (vectors > 8) v128.store(c, s8, 128);
      if (vectors > 9) v128.store(c, s9, 144);
      if (vectors > 10) v128.store(c, s10, 160);
      if (vectors > 11) v128.store(c, s11, 176);
      if (vectors > 12) v128.store(c, s12, 192);
      list += listStride;
      endAt += 4;
      start += startRow;
      c += cRow;
    }
  }
}
