/**
 * What a product with a matrix full of zeros needs of it. ReLU leaves about half of all
 * activations zero, and training with L2 many more; deltas are zero where activations are.
 */
import { allocate } from './memory';

/** Byte shuffles that move chosen lanes to the front, by the bits of the lanes. */
// biome-ignore format: one shuffle a line
const shuffles = memory.data<u32>([
  0x03020100, 0x03020100, 0x03020100, 0x03020100,
  0x03020100, 0x03020100, 0x03020100, 0x03020100,
  0x07060504, 0x03020100, 0x03020100, 0x03020100,
  0x03020100, 0x07060504, 0x03020100, 0x03020100,
  0x0b0a0908, 0x03020100, 0x03020100, 0x03020100,
  0x03020100, 0x0b0a0908, 0x03020100, 0x03020100,
  0x07060504, 0x0b0a0908, 0x03020100, 0x03020100,
  0x03020100, 0x07060504, 0x0b0a0908, 0x03020100,
  0x0f0e0d0c, 0x03020100, 0x03020100, 0x03020100,
  0x03020100, 0x0f0e0d0c, 0x03020100, 0x03020100,
  0x07060504, 0x0f0e0d0c, 0x03020100, 0x03020100,
  0x03020100, 0x07060504, 0x0f0e0d0c, 0x03020100,
  0x0b0a0908, 0x0f0e0d0c, 0x03020100, 0x03020100,
  0x03020100, 0x0b0a0908, 0x0f0e0d0c, 0x03020100,
  0x07060504, 0x0b0a0908, 0x0f0e0d0c, 0x03020100,
  0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c,
]);

/** Distance from the list of addresses to that of values: a constant, so that one pointer does for both. */
export const VALUES: usize = 1 << 17;

/** An entry is an address and, `VALUES` behind it, a value; lists are long enough for a whole row. */
export let lists: usize = 0;
/** Where each row's list ends. */
export let listEnds: usize = 0;
/** Bytes from one row's list to the next. */
export let listStride: usize = 0;

/** Makes room for lists of up to `rows` rows. */
export function reserveNonzeros(rows: i32): void {
  lists = allocate(2 * VALUES);
  listEnds = allocate((<usize>rows) << 2);
}

function strideFor(columns: i32): usize {
  return (<usize>(columns + 8)) << 2;
}

/** Whether the lists have room for a matrix of this size. */
export function listsHold(rows: i32, columns: i32): bool {
  return <usize>rows * strideFor(columns) <= VALUES;
}

/**
 * Lists the nonzero entries of A row by row, NaN among them, each as its value and the address of
 * the row of B that it multiplies. A zero follows every list, for who takes two entries at a time.
 * @param columns a multiple of 4
 * @param b row k of B is at b + k·bStep
 * @returns how many there are
 */
export function listNonzeros(
  rows: i32,
  columns: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bStep: usize,
): i32 {
  listStride = strideFor(columns);
  const zero = f32x4.splat(0);
  const step = i32x4.splat(4 * <i32>bStep);
  const lanes = i32x4.mul(i32x4.splat(<i32>bStep), i32x4(0, 1, 2, 3));
  const first = i32x4.add(i32x4.splat(<i32>b), lanes);
  const bytes = (<usize>columns) << 2;
  let list = lists;
  let endAt = listEnds;
  let total: usize = 0;
  for (let row = 0; row < rows; row++) {
    let addresses = first;
    let to = list;
    const end = a + bytes;
    for (let at = a; at < end; at += 16) {
      const values = v128.load(at);
      const bits = i32x4.bitmask(f32x4.ne(values, zero));
      const shuffle = v128.load(shuffles + ((<usize>bits) << 4));
      // All four are stored; the next store begins after the chosen ones.
      v128.store(to, toFront(addresses, shuffle));
      v128.store(to, toFront(values, shuffle), VALUES);
      to += (<usize>popcnt(bits)) << 2;
      addresses = i32x4.add(addresses, step);
    }
    v128.store(to, first);
    v128.store(to, zero, VALUES);
    store<u32>(endAt, <u32>to);
    total += to - list;
    endAt += 4;
    list += listStride;
    a += aRow;
  }
  return <i32>(total >> 2);
}

function toFront(lanes: v128, shuffle: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? i8x16.relaxed_swizzle(lanes, shuffle)
    : i8x16.swizzle(lanes, shuffle);
}
