/** Forward and backward through all layers for one block of points. */
import { canSkipZeros, multiply, multiplySkippingZeros } from './matmul';
import {
  copyDistance,
  depth,
  Layer,
  layerAt,
  transposedInputs,
  transposedStride,
  zeros,
} from './network';
import { MASK, RECTIFY, STORE } from './panels';
import { transpose } from './transpose';

const FLOAT: usize = 4;

function wholeTiles(rows: i32): i32 {
  return (rows + 3) & ~3;
}

/** Leaves the outputs of every layer for `rows` points in its `activations`. */
export function forward(points: usize, rows: i32): void {
  const tiles = wholeTiles(rows);
  let input = points;
  for (let index = 0; index < depth; index++) {
    const layer = layerAt(index);
    const finish = index + 1 < depth ? RECTIFY : STORE;
    // biome-ignore format: one operand a line
    if (index > 0 && canSkipZeros(tiles, layer.paddedOut, layer.paddedIn)) {
      multiplySkippingZeros(
        tiles, layer.paddedOut, layer.paddedIn,
        input, layer.inputStride,
        layer.weights, layer.stride,
        layer.biases, 0,
        layer.activations, layer.stride, finish,
      );
    } else {
      multiply(
        tiles, layer.paddedOut, layer.fanIn,
        input, layer.inputStride, FLOAT,
        layer.weights, layer.stride,
        layer.biases, 0,
        layer.activations, layer.stride, finish,
      );
    }
    input = layer.activations;
  }
}

/** The gradient of a layer's weights: adds (layer input)ᵀ · (delta) of a block to `start`. */
function weightGradient(
  layer: Layer,
  rows: i32,
  hidden: bool,
  input: usize,
  start: usize,
  startRow: usize,
): void {
  const tiles = wholeTiles(rows);
  const gradient = layer.weights + copyDistance;
  // biome-ignore format: one operand a line
  if (hidden && canSkipZeros(layer.paddedIn, layer.paddedOut, tiles)) {
    // Beyond the last point of the data there must be nothing to list.
    const unused = <usize>(tiles - rows) * layer.inputStride;
    memory.fill(input + <usize>rows * layer.inputStride, 0, unused);
    transpose(tiles, layer.paddedIn, input, layer.inputStride, transposedInputs, transposedStride);
    multiplySkippingZeros(
      layer.paddedIn, layer.paddedOut, tiles,
      transposedInputs, transposedStride,
      layer.activations, layer.stride,
      start, startRow,
      gradient, layer.stride, STORE,
    );
  } else {
    multiply(
      layer.paddedIn, layer.paddedOut, rows,
      input, FLOAT, layer.inputStride,
      layer.activations, layer.stride,
      start, startRow,
      gradient, layer.stride, STORE,
    );
  }
}

/** Adds up the deltas of a layer over the points of a block: the gradient of its biases. */
function sumRows(layer: Layer, rows: i32, start: usize, sums: usize): void {
  const end = layer.activations + <usize>rows * layer.stride;
  let column = layer.activations;
  let left = layer.paddedOut;
  // Four sums at a time, because each addition waits for the one before.
  for (; left >= 16; left -= 16) {
    let sum0 = v128.load(start);
    let sum1 = v128.load(start, 16);
    let sum2 = v128.load(start, 32);
    let sum3 = v128.load(start, 48);
    for (let delta = column; delta < end; delta += layer.stride) {
      sum0 = f32x4.add(sum0, v128.load(delta));
      sum1 = f32x4.add(sum1, v128.load(delta, 16));
      sum2 = f32x4.add(sum2, v128.load(delta, 32));
      sum3 = f32x4.add(sum3, v128.load(delta, 48));
    }
    v128.store(sums, sum0);
    v128.store(sums, sum1, 16);
    v128.store(sums, sum2, 32);
    v128.store(sums, sum3, 48);
    column += 64;
    start += 64;
    sums += 64;
  }
  for (; left > 0; left -= 4) {
    let sum = v128.load(start);
    for (let delta = column; delta < end; delta += layer.stride) {
      sum = f32x4.add(sum, v128.load(delta));
    }
    v128.store(sums, sum);
    column += 16;
    start += 16;
    sums += 16;
  }
}

/** The deltas of the layer before, from those of `layer`; they overwrite its activations. */
function deltasBefore(layer: Layer, rows: i32, hidden: bool, activations: usize): void {
  const tiles = wholeTiles(rows);
  // biome-ignore format: one operand a line
  if (hidden && canSkipZeros(tiles, layer.paddedIn, layer.paddedOut)) {
    multiplySkippingZeros(
      tiles, layer.paddedIn, layer.paddedOut,
      layer.activations, layer.stride,
      layer.transposed, layer.inputStride,
      zeros, 0,
      activations, layer.inputStride, MASK,
    );
  } else {
    multiply(
      tiles, layer.paddedIn, layer.fanOut,
      layer.activations, layer.stride, FLOAT,
      layer.transposed, layer.inputStride,
      zeros, 0,
      activations, layer.inputStride, MASK,
    );
  }
}

/**
 * Turns the activations of every layer into deltas, starting from those of the outputs, and adds
 * this block's share to the gradient.
 * @param first whether this is the first block, which overwrites what an earlier step left
 */
export function backward(points: usize, rows: i32, first: bool): void {
  for (let index = depth - 1; index >= 0; index--) {
    const layer = layerAt(index);
    const input = index > 0 ? layerAt(index - 1).activations : points;
    const start = first ? zeros : layer.weights + copyDistance;
    const biasGradient = layer.biases + copyDistance;
    weightGradient(layer, rows, index > 0, input, start, first ? 0 : layer.stride);
    sumRows(layer, rows, first ? zeros : biasGradient, biasGradient);
    if (index > 0) deltasBefore(layer, rows, index + 1 < depth, input);
  }
}
