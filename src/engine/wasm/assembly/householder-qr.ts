/**
 * R of a tall matrix, block of rows by block of rows: each block is stacked under the R so far and
 * eliminated by Householder reflections (Golub & Van Loan, "Matrix Computations", 5.1 and 5.2), so
 * that a matrix with thousands of rows never exists. AᵀA is never formed; it would square the
 * condition number.
 */

/** Rows a block can hold. */
export const QR_ROWS = 64;
/** From one column of a block to the next; a multiple of 4096 would make columns evict each other. */
export const QR_COLUMN_BYTES: usize = QR_ROWS * sizeof<f64>() + 16;
/** Columns are taken four at a time: R and the block need as many zero columns beyond the last. */
export const QR_SPARE_COLUMNS = 3;

/** Squared lengths below this are rounding noise of rounding noise; reflecting it would underflow. */
const NEGLIGIBLE: f64 = 1e-200;

function addLanes(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

function squaredLength(column: usize, bytes: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(column + at);
    sum = f64x2.add(sum, f64x2.mul(x, x));
  }
  return addLanes(sum);
}

/** Applies I − u uᵀ·scale, u = (top, x), to four columns: their entries in a row of R, and in the block. */
function reflectFour(x: usize, bytes: usize, top: f64, scale: f64, r: usize, a: usize): void {
  const b = a + QR_COLUMN_BYTES;
  const c = b + QR_COLUMN_BYTES;
  const d = c + QR_COLUMN_BYTES;
  let sumA = f64x2.splat(0);
  let sumB = sumA;
  let sumC = sumA;
  let sumD = sumA;
  for (let at: usize = 0; at < bytes; at += 16) {
    const xs = v128.load(x + at);
    sumA = f64x2.add(sumA, f64x2.mul(xs, v128.load(a + at)));
    sumB = f64x2.add(sumB, f64x2.mul(xs, v128.load(b + at)));
    sumC = f64x2.add(sumC, f64x2.mul(xs, v128.load(c + at)));
    sumD = f64x2.add(sumD, f64x2.mul(xs, v128.load(d + at)));
  }
  const factorA = (addLanes(sumA) + top * load<f64>(r)) * scale;
  const factorB = (addLanes(sumB) + top * load<f64>(r, 8)) * scale;
  const factorC = (addLanes(sumC) + top * load<f64>(r, 16)) * scale;
  const factorD = (addLanes(sumD) + top * load<f64>(r, 24)) * scale;
  store<f64>(r, load<f64>(r) - top * factorA);
  store<f64>(r, load<f64>(r, 8) - top * factorB, 8);
  store<f64>(r, load<f64>(r, 16) - top * factorC, 16);
  store<f64>(r, load<f64>(r, 24) - top * factorD, 24);
  const fA = f64x2.splat(factorA);
  const fB = f64x2.splat(factorB);
  const fC = f64x2.splat(factorC);
  const fD = f64x2.splat(factorD);
  for (let at: usize = 0; at < bytes; at += 16) {
    const xs = v128.load(x + at);
    v128.store(a + at, f64x2.sub(v128.load(a + at), f64x2.mul(xs, fA)));
    v128.store(b + at, f64x2.sub(v128.load(b + at), f64x2.mul(xs, fB)));
    v128.store(c + at, f64x2.sub(v128.load(c + at), f64x2.mul(xs, fC)));
    v128.store(d + at, f64x2.sub(v128.load(d + at), f64x2.mul(xs, fD)));
  }
}

/**
 * Replaces R by that of R stacked on the block; the block is destroyed.
 * @param rows of the block, ≤ QR_ROWS; an odd number needs a zero row after the last
 * @param block column-major, QR_COLUMN_BYTES from one column to the next
 * @param r row-major upper triangle [columns, columns], rows `rStride` bytes apart
 */
export function absorbRows(rows: i32, columns: i32, block: usize, r: usize, rStride: usize): void {
  const bytes = (<usize>((rows + 1) & ~1)) << 3;
  for (let j = 0; j < columns; j++) {
    const x = block + <usize>j * QR_COLUMN_BYTES;
    const diagonal = r + <usize>j * rStride + ((<usize>j) << 3);
    const below = squaredLength(x, bytes);
    if (below < NEGLIGIBLE) continue;
    const alpha = load<f64>(diagonal);
    const length = sqrt(alpha * alpha + below);
    const beta = alpha > 0 ? -length : length;
    const scale = 1 / (beta * (beta - alpha));
    store<f64>(diagonal, beta);
    for (let k = j + 1; k < columns; k += 4) {
      reflectFour(
        x,
        bytes,
        alpha - beta,
        scale,
        diagonal + ((<usize>(k - j)) << 3),
        block + <usize>k * QR_COLUMN_BYTES,
      );
    }
  }
}
