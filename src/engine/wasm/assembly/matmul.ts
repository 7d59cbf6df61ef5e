/**
 * The two matrix products behind forward pass, backward pass and weight gradient: one for any
 * matrices, and one that leaves out the zeros of its left side.
 */
import { listNonzeros, listsHold } from './nonzeros';
import { Panel } from './panels';
import { NARROWEST, SparsePanel, WIDEST } from './sparse-panels';

/**
 * C[i, j] = finish(S[i, j] + Σ_k A[i, k] B[k, j]) for `rows` (a multiple of 4) by `columns`
 * (a multiple of 4). All strides in bytes: A[i, k] at a + i·aRow + k·aStep, row k of B at
 * b + k·bStep, row i of S at start + i·startRow (0 repeats a row), row i of C at c + i·cRow.
 * A is read one broadcast scalar at a time, so that its transpose costs nothing.
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
      Panel.multiply(2, rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    } else if (vectors === 3) {
      Panel.multiply(3, rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    } else {
      Panel.multiply(1, rows, depth, a, aRow, aStep, b, bStep, start, startRow, c, cRow, finish);
    }
    const bytes = (<usize>vectors) << 4;
    b += bytes;
    start += bytes;
    c += bytes;
    left -= vectors;
  }
}

/** Whether leaving out zeros can pay for a product with A [rows, depth] and so many columns. */
export function canSkipZeros(rows: i32, columns: i32, depth: i32): bool {
  return columns >= 4 * NARROWEST && listsHold(rows, depth);
}

/**
 * The same product where A may be full of zeros, its entries one after the other (`aStep` 4) and
 * `depth` a multiple of 4. Only where `canSkipZeros`.
 */
export function multiplySkippingZeros(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bStep: usize,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  finish: i32,
): void {
  const nonzeros = listNonzeros(rows, depth, a, aRow, b, bStep);
  if (nonzeros * 8 > rows * depth * 7) {
    multiply(rows, columns, depth, a, aRow, 4, b, bStep, start, startRow, c, cRow, finish);
    return;
  }
  let left = columns >> 2;
  let offset: usize = 0;
  while (left > 0) {
    const panels = (left + WIDEST - 1) / WIDEST;
    const vectors = (left + panels - 1) / panels;
    const s = start + offset;
    const to = c + offset;
    // biome-ignore format: one width a line
    switch (vectors) {
      case 6: SparsePanel.multiply(6, rows, offset, s, startRow, to, cRow, finish); break;
      case 7: SparsePanel.multiply(7, rows, offset, s, startRow, to, cRow, finish); break;
      case 8: SparsePanel.multiply(8, rows, offset, s, startRow, to, cRow, finish); break;
      case 9: SparsePanel.multiply(9, rows, offset, s, startRow, to, cRow, finish); break;
      case 10: SparsePanel.multiply(10, rows, offset, s, startRow, to, cRow, finish); break;
      case 11: SparsePanel.multiply(11, rows, offset, s, startRow, to, cRow, finish); break;
      case 12: SparsePanel.multiply(12, rows, offset, s, startRow, to, cRow, finish); break;
      default: SparsePanel.multiply(13, rows, offset, s, startRow, to, cRow, finish);
    }
    offset += (<usize>vectors) << 4;
    left -= vectors;
  }
}
