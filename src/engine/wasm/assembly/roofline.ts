/** The matrix product on data that stay in the first-level cache: what training is measured against. */

import { multiply } from './matmul';
import { allocate } from './memory';
import { STORE } from './panels';

const ROWS = 32;
const COLUMNS = 64;
const DEPTH = 64;
const FLOAT: usize = 4;

let a: usize = 0;
let b: usize = 0;
let c: usize = 0;
let zeros: usize = 0;

function fill(matrix: usize, count: i32): void {
  // Between 0.5 and 1, so that no product is denormal.
  for (let i = 0; i < count; i++) {
    store<f32>(matrix + ((<usize>i) << 2), 0.5 + <f32>(i % 16) / 32);
  }
}

/** Multiplies `repeats` times; returns the floating-point operations of that, additions included. */
export function exerciseMatmul(repeats: i32): f64 {
  if (a === 0) {
    a = allocate(<usize>(ROWS * DEPTH) * FLOAT);
    b = allocate(<usize>(DEPTH * COLUMNS) * FLOAT);
    c = allocate(<usize>(ROWS * COLUMNS) * FLOAT);
    zeros = allocate(<usize>COLUMNS * FLOAT);
    fill(a, ROWS * DEPTH);
    fill(b, DEPTH * COLUMNS);
  }
  const depthBytes = <usize>DEPTH * FLOAT;
  const columnBytes = <usize>COLUMNS * FLOAT;
  for (let repeat = 0; repeat < repeats; repeat++) {
    // biome-ignore format: one operand a line
    multiply(
      ROWS, COLUMNS, DEPTH,
      a, depthBytes, FLOAT,
      b, columnBytes,
      zeros, 0,
      c, columnBytes, STORE,
    );
  }
  return 2 * <f64>repeats * ROWS * COLUMNS * DEPTH;
}
