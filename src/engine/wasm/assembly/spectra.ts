/**
 * Singular values of the weights and of the activations on the training data, in double
 * precision: zero rows and columns (dead neurons) are left out, what is tall is reduced to its R,
 * that to a bidiagonal matrix, and that to its singular values.
 */
import { bidiagonalise, reserveBidiagonal } from './bidiagonal';
import { bidiagonalSingularValues, reserveDqds } from './dqds';
import { absorbRows, QR_COLUMN_BYTES, QR_ROWS, QR_SPARE_COLUMNS } from './householder-qr';
import { allocate } from './memory';
import { blockPoints, depth, inputs, Layer, layerAt, pointCount } from './network';
import { forward } from './propagate';

/** The activations of one layer while block after block goes by. */
@unmanaged
class Triangle {
  /** R so far [alive, stride]. */
  r: usize;
  stride: usize;
  /** Of each column: the mean that is subtracted, and the sum of magnitudes. */
  means: usize;
  magnitudes: usize;
  /** Indices of the columns that are not zero throughout, and how many there are. */
  columns: usize;
  alive: i32;
}

/** Where the last spectrum was left: singular values as f32, descending. */
export let singularValues: usize = 0;

let triangles: usize = 0;
let matrix: usize = 0;
let matrixStride: usize = 0;
let block: usize = 0;
let diagonal: usize = 0;
let superdiagonal: usize = 0;
let rowIndices: usize = 0;
let columnIndices: usize = 0;

function at(vector: usize, index: i32): usize {
  return vector + ((<usize>index) << 3);
}

function triangleAt(index: i32): Triangle {
  return changetype<Triangle>(triangles + <usize>index * offsetof<Triangle>());
}

function strideFor(columns: i32): usize {
  // An even number of columns, the spare ones, and one vector against rows 4096 bytes apart.
  return ((<usize>(columns + 1 + QR_SPARE_COLUMNS) & ~1) << 3) + 16;
}

/** Gives every buffer its place on first use; networks that are never looked at need none. */
function reserve(): void {
  if (singularValues !== 0) return;
  let longest = layerAt(0).fanIn;
  for (let index = 0; index < depth; index++) longest = max(longest, layerAt(index).fanOut);
  singularValues = allocate((<usize>longest) << 2);
  diagonal = allocate((<usize>longest) << 3);
  superdiagonal = allocate((<usize>longest) << 3);
  rowIndices = allocate((<usize>longest) << 2);
  columnIndices = allocate((<usize>longest) << 2);
  matrixStride = strideFor(longest);
  matrix = allocate(<usize>(longest + 3) * matrixStride);
  block = allocate(<usize>(longest + QR_SPARE_COLUMNS) * QR_COLUMN_BYTES);
  reserveBidiagonal(longest);
  reserveDqds(longest);
  triangles = allocate(<usize>depth * offsetof<Triangle>());
  for (let index = 0; index < depth; index++) {
    const width = layerAt(index).fanOut;
    const triangle = triangleAt(index);
    triangle.stride = strideFor(width);
    triangle.r = allocate(<usize>(width + 3) * triangle.stride);
    triangle.means = allocate((<usize>width) << 3);
    triangle.magnitudes = allocate((<usize>width) << 3);
    triangle.columns = allocate((<usize>width) << 2);
  }
}

/** Leaves the singular values of a matrix in `singularValues`, with zeros up to `count`. */
function decompose(rows: i32, columns: i32, a: usize, stride: usize, count: i32): void {
  if (columns > 0) {
    bidiagonalise(rows, columns, a, stride, diagonal, superdiagonal);
    bidiagonalSingularValues(diagonal, superdiagonal, columns);
  }
  for (let i = 0; i < count; i++) {
    const value: f32 = i < columns ? <f32>load<f64>(at(diagonal, i)) : 0;
    store<f32>(singularValues + ((<usize>i) << 2), value);
  }
}

/** Lists the lines of a matrix that are not zero throughout; returns how many there are. */
function listAlive(
  base: usize,
  lines: i32,
  lineStep: usize,
  length: i32,
  step: usize,
  list: usize,
): i32 {
  let alive = 0;
  for (let line = 0; line < lines; line++) {
    const start = base + <usize>line * lineStep;
    for (let i = 0; i < length; i++) {
      if (load<f32>(start + <usize>i * step) === 0) continue;
      store<i32>(list + ((<usize>alive) << 2), line);
      alive++;
      break;
    }
  }
  return alive;
}

function indexAt(list: usize, position: i32): usize {
  return <usize>load<i32>(list + ((<usize>position) << 2));
}

/** Singular values of W_ℓ: min(fan in, fan out) of them. Returns how many. */
export function weightSpectrum(index: i32): i32 {
  reserve();
  const layer = layerAt(index);
  const base = layer.weights;
  let rowStep = layer.stride;
  let columnStep: usize = 4;
  let rowList = rowIndices;
  let columnList = columnIndices;
  let rows = listAlive(base, layer.fanIn, rowStep, layer.fanOut, columnStep, rowList);
  let columns = listAlive(base, layer.fanOut, columnStep, layer.fanIn, rowStep, columnList);
  if (rows < columns) {
    rowStep = 4;
    columnStep = layer.stride;
    rowList = columnIndices;
    columnList = rowIndices;
    const swapped = rows;
    rows = columns;
    columns = swapped;
  }
  memory.fill(matrix, 0, <usize>((rows + 3) & ~3) * matrixStride);
  const tall = 2 * rows > 3 * columns;
  for (let start = 0; start < rows; start += QR_ROWS) {
    const count = min(QR_ROWS, rows - start);
    if (tall) memory.fill(block, 0, <usize>(columns + QR_SPARE_COLUMNS) * QR_COLUMN_BYTES);
    for (let i = 0; i < count; i++) {
      const from = base + indexAt(rowList, start + i) * rowStep;
      const row = matrix + <usize>(start + i) * matrixStride;
      for (let j = 0; j < columns; j++) {
        const value = <f64>load<f32>(from + indexAt(columnList, j) * columnStep);
        if (tall) store<f64>(at(block + <usize>j * QR_COLUMN_BYTES, i), value);
        else store<f64>(at(row, j), value);
      }
    }
    if (tall) absorbRows(count, columns, block, matrix, matrixStride);
  }
  const count = min(layer.fanIn, layer.fanOut);
  decompose(tall ? columns : rows, columns, matrix, matrixStride, count);
  return count;
}

/** Adds the outputs of a layer on `rows` points to the sums and magnitudes of its columns. */
function addToSums(layer: Layer, triangle: Triangle, rows: i32): void {
  for (let row = 0; row < rows; row++) {
    const from = layer.activations + <usize>row * layer.stride;
    for (let j = 0; j < layer.fanOut; j++) {
      const value = <f64>load<f32>(from + ((<usize>j) << 2));
      const sum = at(triangle.means, j);
      const magnitude = at(triangle.magnitudes, j);
      store<f64>(sum, load<f64>(sum) + value);
      store<f64>(magnitude, load<f64>(magnitude) + abs(value));
    }
  }
}

/** Turns sums into the means to subtract, and lists the columns that hold anything. */
function prepareColumns(layer: Layer, triangle: Triangle, centred: bool): void {
  triangle.alive = 0;
  for (let j = 0; j < layer.fanOut; j++) {
    const mean = at(triangle.means, j);
    store<f64>(mean, centred ? load<f64>(mean) / <f64>pointCount : 0);
    if (load<f64>(at(triangle.magnitudes, j)) === 0) continue;
    store<i32>(triangle.columns + ((<usize>triangle.alive) << 2), j);
    triangle.alive++;
  }
  memory.fill(triangle.r, 0, <usize>(layer.fanOut + 3) * triangle.stride);
}

/** Takes the outputs of a layer on `rows` points into its R. */
function absorbActivations(layer: Layer, triangle: Triangle, rows: i32): void {
  for (let start = 0; start < rows; start += QR_ROWS) {
    const count = min(QR_ROWS, rows - start);
    const first = layer.activations + <usize>start * layer.stride;
    for (let j = 0; j < triangle.alive; j++) {
      const column = indexAt(triangle.columns, j);
      const mean = load<f64>(triangle.means + (column << 3));
      const to = block + <usize>j * QR_COLUMN_BYTES;
      let from = first + (column << 2);
      for (let i = 0; i < count; i++) {
        store<f64>(at(to, i), <f64>load<f32>(from) - mean);
        from += layer.stride;
      }
      // The zero row after an odd last one.
      store<f64>(at(to, count), 0);
    }
    const spare = block + <usize>triangle.alive * QR_COLUMN_BYTES;
    memory.fill(spare, 0, QR_SPARE_COLUMNS * QR_COLUMN_BYTES);
    absorbRows(count, triangle.alive, block, triangle.r, triangle.stride);
  }
}

/** Sends all points through the network twice, for the means and for R of every layer's outputs. */
export function collectActivations(centred: bool): void {
  reserve();
  const inputStride = layerAt(0).inputStride;
  for (let index = 0; index < depth; index++) {
    const bytes = (<usize>layerAt(index).fanOut) << 3;
    memory.fill(triangleAt(index).means, 0, bytes);
    memory.fill(triangleAt(index).magnitudes, 0, bytes);
  }
  for (let start = 0; start < pointCount; start += blockPoints) {
    const rows = min(blockPoints, pointCount - start);
    forward(inputs + <usize>start * inputStride, rows);
    for (let index = 0; index < depth; index++) {
      addToSums(layerAt(index), triangleAt(index), rows);
    }
  }
  for (let index = 0; index < depth; index++) {
    prepareColumns(layerAt(index), triangleAt(index), centred);
  }
  for (let start = 0; start < pointCount; start += blockPoints) {
    const rows = min(blockPoints, pointCount - start);
    forward(inputs + <usize>start * inputStride, rows);
    for (let index = 0; index < depth; index++) {
      absorbActivations(layerAt(index), triangleAt(index), rows);
    }
  }
}

/**
 * Singular values of Z_ℓ as collected: min(N, fan out) of them. Returns how many. With fewer points
 * than neurons it is still all rows of R that count: dependent columns leave empty ones in between.
 */
export function activationSpectrum(index: i32): i32 {
  const triangle = triangleAt(index);
  const count = min(pointCount, layerAt(index).fanOut);
  decompose(triangle.alive, triangle.alive, triangle.r, triangle.stride, count);
  return count;
}
