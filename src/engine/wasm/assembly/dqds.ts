/**
 * Singular values of a bidiagonal matrix by the differential quotient-difference algorithm with
 * shifts (Fernando & Parlett, "Accurate singular values and differential qd algorithms", 1994).
 * q and e hold the squares of diagonal and superdiagonal. A transform with shift τ takes τ off all
 * eigenvalues of BᵀB; it succeeds exactly when τ is not above the smallest of them, and is cheap
 * to repeat with a smaller shift. No square roots, one division per entry.
 */
import { allocate } from './memory';

/** An off-diagonal square counts as zero when below this share of the eigenvalue beside it … */
const RELATIVE_TOLERANCE: f64 = 1e-28;
/** … or below this share of the largest: 1e-15 of the largest singular value. */
const ABSOLUTE_TOLERANCE: f64 = 1e-30;
/** Transforms per value before giving up; three are usual. */
const PATIENCE = 60;
/** Stands in e where a block has been split off. */
const SPLIT: f64 = -1;

let nextQ: usize = 0;
let nextE: usize = 0;
/** Shift already taken off the block that ends at an index. */
let shifts: usize = 0;

/** The last d of the last transform, and the smallest before it. */
let last: f64 = 0;
let smallestInner: f64 = 0;
/** The same of the block without its last row, for when that is deflated. */
let lastButOne: f64 = 0;
let smallestBefore: f64 = 0;

export function reserveDqds(longest: i32): void {
  const bytes = (<usize>longest + 1) << 3;
  nextQ = allocate(bytes);
  nextE = allocate(bytes);
  shifts = allocate(bytes);
}

function at(vector: usize, index: i32): usize {
  return vector + ((<usize>index) << 3);
}

/** One transform of the block first … end into nextQ, nextE. Returns false once a d is negative. */
function transform(q: usize, e: usize, first: i32, end: i32, shift: f64): bool {
  let d = load<f64>(at(q, first)) - shift;
  let previous = d;
  let smallest = Infinity;
  let before = Infinity;
  for (let i = first; i < end; i++) {
    before = smallest;
    if (d < smallest) smallest = d;
    if (!(d >= 0)) break;
    previous = d;
    const ei = load<f64>(at(e, i));
    const sum = d + ei;
    const ratio = load<f64>(at(q, i + 1)) / sum;
    store<f64>(at(nextQ, i), sum);
    store<f64>(at(nextE, i), ei * ratio);
    d = d * ratio - shift;
  }
  store<f64>(at(nextQ, end), d);
  last = d;
  smallestInner = smallest;
  lastButOne = previous;
  smallestBefore = before;
  return d >= 0;
}

/** Makes the last transform the current state of the block. */
function accept(q: usize, e: usize, first: i32, end: i32): void {
  for (let i = first; i <= end; i++) store<f64>(at(q, i), load<f64>(at(nextQ, i)));
  for (let i = first; i < end; i++) store<f64>(at(e, i), load<f64>(at(nextE, i)));
}

/** The matrix flipped along its antidiagonal, which has the same singular values. */
function reverse(vector: usize, first: i32, end: i32): void {
  while (first < end) {
    const x = load<f64>(at(vector, first));
    store<f64>(at(vector, first), load<f64>(at(vector, end)));
    store<f64>(at(vector, end), x);
    first++;
    end--;
  }
}

/**
 * A shift for the block, from the bottom 2×2 of BBᵀ where the last transform was smallest there:
 * its smaller eigenvalue, less an estimate of what the coupling to the rest takes off.
 */
function chooseShift(q: usize, e: usize, first: i32, end: i32): f64 {
  if (last > smallestInner) return 0.25 * smallestInner;
  const bottom = load<f64>(at(q, end));
  const coupling = load<f64>(at(e, end - 1));
  const above = load<f64>(at(q, end - 1));
  const trace = above + coupling + bottom;
  const difference = above + coupling - bottom;
  const gap = sqrt(difference * difference + 4 * bottom * coupling);
  const smaller = (2 * above * bottom) / (trace + gap);
  if (end - 1 === first || gap === 0) return smaller;
  const outer = above * load<f64>(at(e, end - 2));
  const correction = (bottom * coupling * outer) / (gap * gap * gap);
  return max(smaller - 2 * correction, 0.5 * smaller);
}

/** Eigenvalues of the 2×2 block at `first`, larger one first, in place of its q. */
function solvePair(q: usize, e: usize, first: i32): void {
  const a = load<f64>(at(q, first));
  const b = load<f64>(at(q, first + 1));
  const c = load<f64>(at(e, first));
  const difference = a - b + c;
  const larger = 0.5 * (a + b + c + sqrt(difference * difference + 4 * b * c));
  store<f64>(at(q, first), larger);
  store<f64>(at(q, first + 1), larger > 0 ? a * (b / larger) : 0);
}

function sortDescending(values: usize, count: i32): void {
  for (let i = 1; i < count; i++) {
    const x = load<f64>(at(values, i));
    let j = i;
    while (j > 0 && load<f64>(at(values, j - 1)) < x) {
      store<f64>(at(values, j), load<f64>(at(values, j - 1)));
      j--;
    }
    store<f64>(at(values, j), x);
  }
}

/** Start of the block that ends at `end`: splits where an e is negligible, and keeps the shift of what is split off. */
function startOfBlock(q: usize, e: usize, end: i32, shift: f64, floor: f64): i32 {
  let first = end;
  while (first > 0) {
    const ei = load<f64>(at(e, first - 1));
    if (ei === SPLIT) break;
    const beside = shift + min(load<f64>(at(q, first)), load<f64>(at(q, first - 1)));
    if (ei <= RELATIVE_TOLERANCE * beside || ei <= floor) {
      store<f64>(at(e, first - 1), SPLIT);
      store<f64>(at(shifts, first - 1), shift);
      break;
    }
    first--;
  }
  return first;
}

function largestSum(q: usize, e: usize, count: i32): f64 {
  let largest = load<f64>(at(q, count - 1));
  for (let i = 0; i + 1 < count; i++) {
    largest = max(largest, load<f64>(at(q, i)) + load<f64>(at(e, i)));
  }
  return largest;
}

/** Reduces q to eigenvalues, in no order. Returns false where they do not converge. */
function solve(q: usize, e: usize, count: i32): bool {
  const floor = largestSum(q, e, count) * ABSOLUTE_TOLERANCE;
  memory.fill(shifts, 0, (<usize>count) << 3);
  let end = count - 1;
  let shift: f64 = 0;
  let transforms = 0;
  // The block that `last` and `smallestInner` tell of.
  let knownFirst = -1;
  let knownEnd = -1;
  while (end >= 0) {
    const first = startOfBlock(q, e, end, shift, floor);
    if (end - first < 2) {
      if (end > first) {
        solvePair(q, e, first);
        store<f64>(at(q, first), load<f64>(at(q, first)) + shift);
      }
      store<f64>(at(q, end), load<f64>(at(q, end)) + shift);
      knownEnd = end === knownEnd && end === first ? end - 1 : -1;
      last = lastButOne;
      smallestInner = smallestBefore;
      end = first - 1;
      if (end >= 0) shift = load<f64>(at(shifts, end));
      continue;
    }
    let attempt: f64 = 0;
    if (first === knownFirst && end === knownEnd) {
      attempt = chooseShift(q, e, first, end);
    } else if (1.5 * load<f64>(at(q, first)) < load<f64>(at(q, end))) {
      // Small values converge at the bottom, so that is where they should be.
      reverse(q, first, end);
      reverse(e, first, end - 1);
    }
    let failures = 0;
    while (!transform(q, e, first, end, attempt)) {
      if (attempt === 0) return false;
      // When only the last d is negative, shift + d is a lower bound of the smallest eigenvalue.
      const late = failures === 0 && smallestInner >= 0;
      attempt = late ? max(0, attempt + last) : failures > 1 ? 0 : 0.25 * attempt;
      failures++;
      transforms++;
    }
    if (++transforms > PATIENCE * count) return false;
    accept(q, e, first, end);
    shift += attempt;
    knownFirst = first;
    knownEnd = end;
  }
  return true;
}

/**
 * Replaces q by the singular values, descending; e is destroyed. Where the input holds NaN, or
 * nothing converges, q is filled with NaN.
 */
export function bidiagonalSingularValues(q: usize, e: usize, count: i32): void {
  const solved = solve(q, e, count);
  for (let i = 0; i < count; i++) {
    store<f64>(at(q, i), solved ? sqrt(load<f64>(at(q, i))) : NaN);
  }
  sortDescending(q, count);
}
