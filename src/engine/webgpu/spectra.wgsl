// Singular values of many small matrices at once, one workgroup each: QR by modified
// Gram–Schmidt, then one-sided Jacobi on the triangle R (Golub & Van Loan, Matrix Computations,
// 4th ed., §5.2.8 and §8.6.3). R alone has to fit into workgroup memory, so a matrix may have
// any number of rows; R is as exact as that of Householder's method. AᵀA is never formed.

struct Matrix {
  // Floats: where it starts in its buffer, from one row to the next, and where its copy goes.
  start: u32,
  stride: u32,
  work: u32,
  rows: u32,
  columns: u32,
  // 0: in `parameters`, 1: in `activations`.
  source: u32,
  // 1: subtract each column's mean first.
  centred: u32,
  spare: u32,
}

@group(0) @binding(0) var<storage, read> parameters: array<f32>;
@group(0) @binding(1) var<storage, read> activations: array<f32>;
@group(0) @binding(2) var<storage, read_write> work: array<f32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;
@group(0) @binding(4) var<storage, read> matrices: array<Matrix>;

// Just fills the 16 KiB every device has.
var<workgroup> triangle: array<f32, MOST_COLUMNS * MOST_COLUMNS>;

fn entry(matrix: Matrix, row: u32, column: u32) -> f32 {
  let at = matrix.start + row * matrix.stride + column;
  if (matrix.source == 0u) {
    return parameters[at];
  }
  return activations[at];
}

// Lane j owns column j.
fn copyColumn(matrix: Matrix, lane: u32) {
  var mean = 0.0;
  if (matrix.centred == 1u) {
    for (var row = 0u; row < matrix.rows; row++) {
      mean += entry(matrix, row, lane);
    }
    mean /= f32(matrix.rows);
  }
  for (var row = 0u; row < matrix.rows; row++) {
    work[matrix.work + row * matrix.columns + lane] = entry(matrix, row, lane) - mean;
  }
}

fn dotColumns(matrix: Matrix, a: u32, b: u32) -> f32 {
  var sum = 0.0;
  for (var row = 0u; row < matrix.rows; row++) {
    let at = matrix.work + row * matrix.columns;
    sum += work[at + a] * work[at + b];
  }
  return sum;
}

// Turns rows p and q of R by the angle that makes them orthogonal.
fn rotate(p: u32, q: u32, columns: u32) {
  var a = 0.0;
  var b = 0.0;
  var c = 0.0;
  for (var i = 0u; i < columns; i++) {
    let x = triangle[p * MOST_COLUMNS + i];
    let y = triangle[q * MOST_COLUMNS + i];
    a += x * x;
    b += y * y;
    c += x * y;
  }
  if (abs(c) <= 1e-8 * sqrt(a) * sqrt(b)) {
    return;
  }
  let zeta = (b - a) / (2.0 * c);
  var tangent = 1.0 / (abs(zeta) + sqrt(1.0 + zeta * zeta));
  if (abs(zeta) > 1e18) {
    tangent = 0.5 / abs(zeta);
  }
  tangent = select(tangent, -tangent, zeta < 0.0);
  let cosine = inverseSqrt(1.0 + tangent * tangent);
  let sine = cosine * tangent;
  for (var i = 0u; i < columns; i++) {
    let x = triangle[p * MOST_COLUMNS + i];
    let y = triangle[q * MOST_COLUMNS + i];
    triangle[p * MOST_COLUMNS + i] = cosine * x - sine * y;
    triangle[q * MOST_COLUMNS + i] = sine * x + cosine * y;
  }
}

@compute @workgroup_size(MOST_COLUMNS)
fn spectra(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let matrix = matrices[group.x];
  let columns = matrix.columns;
  if (lane < columns) {
    copyColumn(matrix, lane);
  }
  storageBarrier();
  for (var k = 0u; k < columns; k++) {
    let mine = lane >= k && lane < columns;
    var projection = 0.0;
    if (mine) {
      projection = dotColumns(matrix, k, lane);
    }
    triangle[k * MOST_COLUMNS + lane] = projection;
    workgroupBarrier();
    let square = triangle[k * MOST_COLUMNS + k];
    workgroupBarrier();
    let inverse = select(0.0, inverseSqrt(square), square > 0.0);
    if (mine) {
      triangle[k * MOST_COLUMNS + lane] = projection * inverse;
    }
    if (mine && lane > k) {
      let share = projection * inverse * inverse;
      for (var row = 0u; row < matrix.rows; row++) {
        let at = matrix.work + row * columns;
        work[at + lane] -= share * work[at + k];
      }
    }
    storageBarrier();
  }
  workgroupBarrier();

  // Every pair meets once a sweep: the last stays, the others go round; with an odd number the
  // last one is not there.
  let circle = (columns + columns % 2u) - 1u;
  for (var round = 0u; round < SWEEPS * circle; round++) {
    if (2u * lane <= circle) {
      let turn = round % circle;
      let p = select((turn + lane) % circle, circle, lane == 0u);
      let q = (turn + circle - lane) % circle;
      if (max(p, q) < columns) {
        rotate(min(p, q), max(p, q), columns);
      }
    }
    workgroupBarrier();
  }
  var total = 0.0;
  for (var i = 0u; i < columns; i++) {
    let x = triangle[lane * MOST_COLUMNS + i];
    total += x * x;
  }
  values[group.x * MOST_COLUMNS + lane] = select(0.0, sqrt(total), lane < columns);
}
