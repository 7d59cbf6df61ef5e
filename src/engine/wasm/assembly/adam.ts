/**
 * The update: ridge, clipping factor and Adam in one pass over a layer's parameters, padding
 * included (its gradient is zero, so it stays zero). Kingma & Ba, "Adam", 2015, algorithm 1.
 */
import { flush, loadMagnitude, loadTiny } from './flush';
import { copyDistance, depth, Layer, layerAt } from './network';

/** 1 − β₁, 1 − β₂ and ε. */
const constants = memory.data<f32>([0.1, 0.001, 1e-8]);

/** Moments below these, 2^-80 and 2^-100, change no update beside ε, and are on the way to denormals. */
const tinyMoments = memory.data<f32>([8.271806125530277e-25, 7.888609052210118e-31]);

function addLanes(x: v128): f64 {
  return (
    <f64>f32x4.extract_lane(x, 0) +
    <f64>f32x4.extract_lane(x, 1) +
    <f64>f32x4.extract_lane(x, 2) +
    <f64>f32x4.extract_lane(x, 3)
  );
}

function endOf(layer: Layer): usize {
  return layer.biases + layer.stride;
}

/** The square of the global norm of the data-loss gradient. */
export function squaredGradientNorm(): f64 {
  let total: f64 = 0;
  for (let index = 0; index < depth; index++) {
    const layer = layerAt(index);
    const end = endOf(layer) + copyDistance;
    const tiny = loadTiny();
    const magnitude = loadMagnitude();
    let sum = f32x4.splat(0);
    for (let at = layer.weights + copyDistance; at < end; at += 16) {
      const gradient = flush(v128.load(at), tiny, magnitude);
      sum = f32x4.add(sum, f32x4.mul(gradient, gradient));
    }
    total += addLanes(sum);
  }
  return total;
}

/** Wᵀ for the backward pass, four by four. */
function transpose(layer: Layer): void {
  for (let row = 0; row < layer.paddedIn; row += 4) {
    let from = layer.weights + <usize>row * layer.stride;
    let to = layer.transposed + ((<usize>row) << 2);
    for (let column = 0; column < layer.paddedOut; column += 4) {
      const row0 = v128.load(from);
      const row1 = v128.load(from + layer.stride);
      const row2 = v128.load(from + 2 * layer.stride);
      const row3 = v128.load(from + 3 * layer.stride);
      const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      to += layer.inputStride;
      v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      to += layer.inputStride;
      v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      to += layer.inputStride;
      v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
      to += layer.inputStride;
      from += 16;
    }
  }
}

/** Brings every Wᵀ in step with its W. */
export function transposeAll(): void {
  for (let index = 1; index < depth; index++) transpose(layerAt(index));
}

function updateLayer(layer: Layer, rate: f32, secondScale: f32, clip: f32, twiceRidge: f32): f64 {
  const rates = f32x4.splat(rate);
  const scales = f32x4.splat(secondScale);
  const clips = f32x4.splat(clip);
  const ridges = f32x4.splat(twiceRidge);
  const firstShare = v128.load32_splat(constants);
  const secondShare = v128.load32_splat(constants, 4);
  const epsilon = v128.load32_splat(constants, 8);
  const tinyFirst = v128.load32_splat(tinyMoments);
  const tinySecond = v128.load32_splat(tinyMoments, 4);
  const tiny = loadTiny();
  const magnitude = loadMagnitude();
  const distance = copyDistance;
  const end = endOf(layer);
  let squares = f32x4.splat(0);
  for (let at = layer.weights; at < end; at += 16) {
    const gradientAt = at + distance;
    const firstAt = gradientAt + distance;
    const secondAt = firstAt + distance;

    const weight = v128.load(at);
    squares = f32x4.add(squares, f32x4.mul(weight, weight));
    const data = f32x4.mul(v128.load(gradientAt), clips);
    const total = f32x4.add(data, f32x4.mul(weight, ridges));
    const gradient = flush(total, tiny, magnitude);

    let first = v128.load(firstAt);
    first = f32x4.add(first, f32x4.mul(f32x4.sub(gradient, first), firstShare));
    first = flush(first, tinyFirst, magnitude);
    v128.store(firstAt, first);

    let second = v128.load(secondAt);
    const growth = f32x4.sub(f32x4.mul(gradient, gradient), second);
    second = f32x4.add(second, f32x4.mul(growth, secondShare));
    second = v128.andnot(second, f32x4.lt(second, tinySecond));
    v128.store(secondAt, second);

    const root = f32x4.add(f32x4.mul(f32x4.sqrt(second), scales), epsilon);
    const change = f32x4.div(f32x4.mul(first, rates), root);
    v128.store(at, flush(f32x4.sub(weight, change), tiny, magnitude));
  }
  return addLanes(squares);
}

/**
 * One Adam update of all parameters with the gradient clip · ∇(data loss) + 2c·θ.
 * @param rate step size over (1 − β₁ᵗ)
 * @param secondScale 1 / √(1 − β₂ᵗ)
 * @param twiceRidge 2c
 * @returns ‖θ‖² before the update
 */
export function update(rate: f32, secondScale: f32, clip: f32, twiceRidge: f32): f64 {
  let norm: f64 = 0;
  for (let index = 0; index < depth; index++) {
    const layer = layerAt(index);
    norm += updateLayer(layer, rate, secondScale, clip, twiceRidge);
    if (index > 0) transpose(layer);
  }
  return norm;
}
