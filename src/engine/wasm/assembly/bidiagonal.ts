/**
 * Householder reduction to upper bidiagonal form (Golub & Kahan, 1965), for the singular values
 * only. Each reflection from the right is applied late, in the same sweep over the rows that
 * prepares the next one from the left, so that a column costs two sweeps instead of four. Sweeps
 * take four rows at a time and whole vectors; what they touch too early is multiplied by zero.
 */
import { allocate } from './memory';

/** One column's work vectors, as long as the longest row or column. */
let left: usize = 0; // u of the reflection from the left
let leftSums: usize = 0; // w = uᵀA, scaled
let right: usize = 0; // v of the reflection from the right
let rightSums: usize = 0; // z = A v, scaled
let vectorBytes: usize = 0;

/** Squared lengths below this are rounding noise of rounding noise; reflecting it would underflow. */
const NEGLIGIBLE: f64 = 1e-200;

export function reserveBidiagonal(longest: i32): void {
  vectorBytes = (<usize>((longest + 7) & ~3)) << 3;
  left = allocate(vectorBytes);
  leftSums = allocate(vectorBytes);
  right = allocate(vectorBytes);
  rightSums = allocate(vectorBytes);
}

function addLanes(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** For rows from … to − 1: A −= z vᵀ, and w += uᵀ A of the result. */
function sweepLeft(from: i32, to: i32, a: usize, stride: usize, start: usize, end: usize): void {
  for (let row = from; row < to; row += 4) {
    const at = (<usize>row) << 3;
    const z0 = v128.load64_splat(rightSums + at);
    const z1 = v128.load64_splat(rightSums + at, 8);
    const z2 = v128.load64_splat(rightSums + at, 16);
    const z3 = v128.load64_splat(rightSums + at, 24);
    const u0 = v128.load64_splat(left + at);
    const u1 = v128.load64_splat(left + at, 8);
    const u2 = v128.load64_splat(left + at, 16);
    const u3 = v128.load64_splat(left + at, 24);
    let p0 = a + <usize>row * stride + start;
    let p1 = p0 + stride;
    let p2 = p1 + stride;
    let p3 = p2 + stride;
    for (let j = start; j < end; j += 16) {
      const v = v128.load(right + j);
      const x0 = f64x2.sub(v128.load(p0), f64x2.mul(z0, v));
      const x1 = f64x2.sub(v128.load(p1), f64x2.mul(z1, v));
      const x2 = f64x2.sub(v128.load(p2), f64x2.mul(z2, v));
      const x3 = f64x2.sub(v128.load(p3), f64x2.mul(z3, v));
      v128.store(p0, x0);
      v128.store(p1, x1);
      v128.store(p2, x2);
      v128.store(p3, x3);
      const sum01 = f64x2.add(f64x2.mul(u0, x0), f64x2.mul(u1, x1));
      const sum23 = f64x2.add(f64x2.mul(u2, x2), f64x2.mul(u3, x3));
      v128.store(leftSums + j, f64x2.add(v128.load(leftSums + j), f64x2.add(sum01, sum23)));
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
    }
  }
}

/** For rows from … to − 1: A −= u wᵀ, and z = A v · scale of the result. */
function sweepRight(
  from: i32,
  to: i32,
  a: usize,
  stride: usize,
  start: usize,
  end: usize,
  scale: f64,
): void {
  for (let row = from; row < to; row += 4) {
    const at = (<usize>row) << 3;
    const u0 = v128.load64_splat(left + at);
    const u1 = v128.load64_splat(left + at, 8);
    const u2 = v128.load64_splat(left + at, 16);
    const u3 = v128.load64_splat(left + at, 24);
    let p0 = a + <usize>row * stride + start;
    let p1 = p0 + stride;
    let p2 = p1 + stride;
    let p3 = p2 + stride;
    let sum0 = f64x2.splat(0);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    for (let j = start; j < end; j += 16) {
      const w = v128.load(leftSums + j);
      const v = v128.load(right + j);
      const x0 = f64x2.sub(v128.load(p0), f64x2.mul(u0, w));
      const x1 = f64x2.sub(v128.load(p1), f64x2.mul(u1, w));
      const x2 = f64x2.sub(v128.load(p2), f64x2.mul(u2, w));
      const x3 = f64x2.sub(v128.load(p3), f64x2.mul(u3, w));
      v128.store(p0, x0);
      v128.store(p1, x1);
      v128.store(p2, x2);
      v128.store(p3, x3);
      sum0 = f64x2.add(sum0, f64x2.mul(x0, v));
      sum1 = f64x2.add(sum1, f64x2.mul(x1, v));
      sum2 = f64x2.add(sum2, f64x2.mul(x2, v));
      sum3 = f64x2.add(sum3, f64x2.mul(x3, v));
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
    }
    store<f64>(rightSums + at, addLanes(sum0) * scale);
    store<f64>(rightSums + at, addLanes(sum1) * scale, 8);
    store<f64>(rightSums + at, addLanes(sum2) * scale, 16);
    store<f64>(rightSums + at, addLanes(sum3) * scale, 24);
  }
}

function entry(vector: usize, index: i32): usize {
  return vector + ((<usize>index) << 3);
}

/**
 * Turns the vector's entries from `first` on into the u of the reflection I − u uᵀ·scale that
 * leaves only the first of them. Returns scale, or 0 where there is nothing to reflect; the
 * remaining entry squared goes to `square`.
 */
function reflection(vector: usize, first: i32, count: i32, square: usize): f64 {
  let below: f64 = 0;
  for (let i = first + 1; i < count; i++) {
    const x = load<f64>(entry(vector, i));
    below += x * x;
  }
  const alpha = load<f64>(entry(vector, first));
  store<f64>(square, alpha * alpha + below);
  if (below < NEGLIGIBLE) {
    memory.fill(vector, 0, vectorBytes);
    return 0;
  }
  const length = sqrt(alpha * alpha + below);
  const beta = alpha > 0 ? -length : length;
  store<f64>(entry(vector, first), alpha - beta);
  return 1 / (beta * (beta - alpha));
}

/** Reflects column k from the left; w = uᵀA·scale is left for the columns beyond. */
function eliminateColumn(k: i32, rows: i32, columns: i32, a: usize, stride: usize, q: usize): void {
  const v = load<f64>(entry(right, k));
  for (let i = k; i < rows; i++) {
    const x = load<f64>(a + <usize>i * stride + ((<usize>k) << 3));
    store<f64>(entry(left, i), x - load<f64>(entry(rightSums, i)) * v);
  }
  const scale = reflection(left, k, rows, entry(q, k));
  if (k + 1 === columns) return;
  const start = (<usize>((k + 1) & ~1)) << 3;
  const end = (<usize>((columns + 1) & ~1)) << 3;
  store<f64>(entry(right, k), 0);
  memory.fill(leftSums + start, 0, end - start);
  sweepLeft(k & ~3, rows, a, stride, start, end);
  for (let j = k + 1; j < columns; j++) {
    store<f64>(entry(leftSums, j), load<f64>(entry(leftSums, j)) * scale);
  }
  store<f64>(entry(leftSums, k), 0);
}

/** Reflects row k from the right; z = A v·scale is left for the rows beyond. */
function eliminateRow(k: i32, rows: i32, columns: i32, a: usize, stride: usize, e: usize): void {
  const pivot = load<f64>(entry(left, k));
  const row = a + <usize>k * stride;
  for (let j = k + 1; j < columns; j++) {
    const x = load<f64>(entry(row, j));
    store<f64>(entry(right, j), x - pivot * load<f64>(entry(leftSums, j)));
  }
  const scale = reflection(right, k + 1, columns, entry(e, k));
  store<f64>(entry(left, k), 0);
  const start = (<usize>((k + 1) & ~1)) << 3;
  const end = (<usize>((columns + 1) & ~1)) << 3;
  sweepRight((k + 1) & ~3, rows, a, stride, start, end, scale);
  for (let i = (k + 1) & ~3; i <= k; i++) store<f64>(entry(rightSums, i), 0);
}

/**
 * Squares of the diagonal, q [columns], and of the superdiagonal, e [columns − 1], of a bidiagonal
 * matrix with the singular values of A. A is destroyed.
 * @param rows ≥ columns
 * @param a row-major; up to three zero rows after the last, and a zero column after an odd last one
 */
export function bidiagonalise(
  rows: i32,
  columns: i32,
  a: usize,
  stride: usize,
  q: usize,
  e: usize,
): void {
  memory.fill(left, 0, vectorBytes);
  memory.fill(leftSums, 0, vectorBytes);
  memory.fill(right, 0, vectorBytes);
  memory.fill(rightSums, 0, vectorBytes);
  for (let k = 0; k < columns; k++) {
    eliminateColumn(k, rows, columns, a, stride, q);
    if (k + 1 < columns) eliminateRow(k, rows, columns, a, stride, e);
  }
}
