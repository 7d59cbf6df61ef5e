/**
 * The update: ridge, clipping factor and Adam in one pass over a layer's parameters, padding
 * included (its gradient is zero, so it stays zero). Kingma & Ba, "Adam", 2015, algorithm 1.
 */
import { flush, loadMagnitude, loadTiny } from './flush';
import { madd } from './fma';
import { copyDistance, depth, Layer, layerAt } from './network';
import { transpose } from './transpose';

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
      sum = madd(gradient, gradient, sum);
    }
    total += addLanes(sum);
  }
  return total;
}

/** Wᵀ for the backward pass. */
function transposeWeights(layer: Layer): void {
  transpose(
    layer.paddedIn,
    layer.paddedOut,
    layer.weights,
    layer.stride,
    layer.transposed,
    layer.inputStride,
  );
}

/** Brings every Wᵀ in step with its W. */
export function transposeAll(): void {
  for (let index = 1; index < depth; index++) transposeWeights(layerAt(index));
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
    squares = madd(weight, weight, squares);
    const data = f32x4.mul(v128.load(gradientAt), clips);
    const total = madd(weight, ridges, data);
    const gradient = flush(total, tiny, magnitude);

    let first = v128.load(firstAt);
    first = madd(f32x4.sub(gradient, first), firstShare, first);
    first = flush(first, tinyFirst, magnitude);
    v128.store(firstAt, first);

    let second = v128.load(secondAt);
    const growth = f32x4.sub(f32x4.mul(gradient, gradient), second);
    second = madd(growth, secondShare, second);
    second = v128.andnot(second, f32x4.lt(second, tinySecond));
    v128.store(secondAt, second);

    const root = madd(f32x4.sqrt(second), scales, epsilon);
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
    if (index > 0) transposeWeights(layer);
  }
  return norm;
}
