/** Forward and backward through all layers for one block of points. */
import { multiply } from './matmul';
import { copyDistance, depth, Layer, layerAt, zeros } from './network';
import { MASK, RECTIFY, STORE } from './panels';

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
    multiply(
      tiles,
      layer.paddedOut,
      layer.fanIn,
      input,
      layer.inputStride,
      FLOAT,
      layer.weights,
      layer.stride,
      layer.biases,
      0,
      layer.activations,
      layer.stride,
      finish,
    );
    input = layer.activations;
  }
}

/** Adds up the deltas of a layer over the points of a block: the gradient of its biases. */
function sumRows(layer: Layer, rows: i32, start: usize, sums: usize): void {
  for (let column = 0; column < layer.paddedOut; column += 4) {
    const offset = (<usize>column) << 2;
    let sum = v128.load(start + offset);
    let delta = layer.activations + offset;
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(delta));
      delta += layer.stride;
    }
    v128.store(sums + offset, sum);
  }
}

/**
 * Turns the activations of every layer into deltas, starting from those of the outputs, and adds
 * this block's share to the gradient.
 * @param first whether this is the first block, which overwrites what an earlier step left
 */
export function backward(points: usize, rows: i32, first: bool): void {
  const tiles = wholeTiles(rows);
  for (let index = depth - 1; index >= 0; index--) {
    const layer = layerAt(index);
    const input = index > 0 ? layerAt(index - 1).activations : points;
    const weightGradient = layer.weights + copyDistance;
    const biasGradient = layer.biases + copyDistance;
    multiply(
      layer.paddedIn,
      layer.paddedOut,
      rows,
      input,
      FLOAT,
      layer.inputStride,
      layer.activations,
      layer.stride,
      first ? zeros : weightGradient,
      first ? 0 : layer.stride,
      weightGradient,
      layer.stride,
      STORE,
    );
    sumRows(layer, rows, first ? zeros : biasGradient, biasGradient);
    if (index > 0) {
      multiply(
        tiles,
        layer.paddedIn,
        layer.fanOut,
        layer.activations,
        layer.stride,
        FLOAT,
        layer.transposed,
        layer.inputStride,
        zeros,
        0,
        input,
        layer.inputStride,
        MASK,
      );
    }
  }
}
