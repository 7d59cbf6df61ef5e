/**
 * The one matrix product behind forward pass, backward pass and weight gradient. A is read one
 * broadcast scalar at a time, so that any strides will do and transposes cost nothing; only B
 * needs contiguous rows.
 */
import { panel4, panel8, panel12 } from './panels';

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
