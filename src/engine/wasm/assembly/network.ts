/**
 * Where everything of one network lies. Rows are padded with zeros to whole vectors of four
 * floats, and weight matrices to a multiple of four rows, so that no kernel has a scalar tail.
 * The padding is zero at the start and no kernel ever makes it anything else.
 */
import { allocate } from './memory';
import { reserveNonzeros } from './nonzeros';

/** Offsets of one layer; all strides and addresses in bytes. */
@unmanaged
export class Layer {
  fanIn: i32;
  fanOut: i32;
  /** fanIn and fanOut rounded up to whole vectors. */
  paddedIn: i32;
  paddedOut: i32;
  /** From one row of W, or of this layer's activations, to the next. */
  stride: usize;
  /** From one row of the inputs of this layer to the next. */
  inputStride: usize;
  /** W [paddedIn, stride]; gradient and moments lie `copyDistance` apart behind it. */
  weights: usize;
  biases: usize;
  /** Wᵀ [paddedOut, inputStride], kept in step with W by the update. */
  transposed: usize;
  /** The outputs of this layer for one block of points [blockPoints, stride]; deltas on the way back. */
  activations: usize;
}

const LAYER_BYTES: usize = offsetof<Layer>();

/** A row of 128 floats maps its column into an eighth of a 48 KiB L1 cache; one vector more spreads it. */
const ALIASING_FLOATS = 128;

export let depth: i32 = 0;
export let pointCount: i32 = 0;
/** Points that go through all layers together, so that their activations stay in cache. */
export let blockPoints: i32 = 0;
/** Distance from a parameter to its gradient, from there to its first, then its second moment. */
export let copyDistance: usize = 0;
export let inputs: usize = 0;
export let targets: usize = 0;
/** Inputs of one block of points that are not the training data. */
export let staging: usize = 0;
/** A row of zeros as wide as the widest layer, where a product starts from nothing. */
export let zeros: usize = 0;

/** The transposed inputs of the layer whose weight gradient is computed [widest, blockPoints]. */
export let transposedInputs: usize = 0;
export let transposedStride: usize = 0;

let layers: usize = 0;
/** Of one of the four copies, a multiple of 16; at least a kilobyte lies free between one and the next. */
export let parameterBytes: usize = 0;
export let firstParameter: usize = 0;

export function layerAt(index: i32): Layer {
  return changetype<Layer>(layers + <usize>index * LAYER_BYTES);
}

function padded(count: i32): i32 {
  return (count + 3) & ~3;
}

function strideOf(count: i32): usize {
  const floats = padded(count);
  return (<usize>(floats % ALIASING_FLOATS === 0 ? floats + 4 : floats)) << 2;
}

/** First of the three calls that lay out a network: its depth, its number of points, and their block. */
export function beginLayout(layerCount: i32, points: i32, block: i32): void {
  depth = layerCount;
  pointCount = points;
  blockPoints = block;
  layers = allocate(<usize>layerCount * LAYER_BYTES);
}

/** Second: once per layer, from the first to the last. */
export function describeLayer(index: i32, fanIn: i32, fanOut: i32): void {
  const layer = layerAt(index);
  layer.fanIn = fanIn;
  layer.fanOut = fanOut;
  layer.paddedIn = padded(fanIn);
  layer.paddedOut = padded(fanOut);
  layer.stride = strideOf(fanOut);
  layer.inputStride = strideOf(fanIn);
  layer.weights = parameterBytes;
  layer.biases = parameterBytes + <usize>layer.paddedIn * layer.stride;
  parameterBytes = layer.biases + layer.stride;
}

/** Third: gives every buffer its place. */
export function finishLayout(): void {
  const PAGE_OF_ALIASES: usize = 4096;
  copyDistance = ((parameterBytes + PAGE_OF_ALIASES - 1) & ~(PAGE_OF_ALIASES - 1)) + 1088;
  firstParameter = allocate(4 * copyDistance);
  let widest: usize = 0;
  for (let index = 0; index < depth; index++) {
    const layer = layerAt(index);
    layer.weights += firstParameter;
    layer.biases += firstParameter;
    layer.transposed = allocate(<usize>layer.paddedOut * layer.inputStride);
    layer.activations = allocate(<usize>blockPoints * layer.stride);
    widest = max(widest, max(layer.stride, layer.inputStride));
  }
  zeros = allocate(widest);
  transposedStride = ((<usize>blockPoints) << 2) + 16;
  transposedInputs = allocate((widest >> 2) * transposedStride);
  reserveNonzeros(max(<i32>(widest >> 2), blockPoints));
  // Tiles take four points at a time and may read up to three rows beyond the last.
  const rows = <usize>((pointCount + 3) & ~3);
  inputs = allocate(rows * layerAt(0).inputStride);
  targets = allocate(rows * layerAt(depth - 1).stride);
  staging = allocate(<usize>blockPoints * layerAt(0).inputStride);
}

export function weightsOf(index: i32): usize {
  return layerAt(index).weights;
}

export function biasesOf(index: i32): usize {
  return layerAt(index).biases;
}

export function activationsOf(index: i32): usize {
  return layerAt(index).activations;
}

/** Bytes from one row of this layer's weights, or of its activations, to the next. */
export function strideOfLayer(index: i32): usize {
  return layerAt(index).stride;
}

/** Bytes from one point of the inputs, or of the staging area, to the next. */
export function inputStride(): usize {
  return layerAt(0).inputStride;
}
