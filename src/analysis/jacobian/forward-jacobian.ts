import type { LiveLayer } from './live-network.ts';

/** Writes Jf(x), row-major [outputs, inputs], to the start of `target`; x is the given row of `points`. */
export type WriteJacobian = (points: ArrayLike<number>, row: number, target: Float64Array) => void;

/** Rows that share one pass over the weights. */
const abreast = 3;

/**
 * Jacobians by forward accumulation (Griewank & Walther, Evaluating Derivatives, 2nd ed., §3.1):
 * the point and one tangent for each input go through the layers together, and the tangents are
 * cut off where the point's pre-activation is not positive. The derivative of ReLU at 0 is 0.
 * Costs about (inputs + 1)·(active neurons)·(neurons) multiplications a layer.
 */
export function forwardJacobian(layers: readonly LiveLayer[]): WriteJacobian {
  const inputs = layers[0].fanIn;
  const stride = Math.max(inputs, ...layers.map(({ fanOut }) => fanOut));
  // Row 0 is the point, then the tangents; rows of zeros fill up the last pass.
  const rows = abreast * Math.ceil((1 + inputs) / abreast);
  const state = new Float64Array(rows * stride);
  const sums = new Float64Array(rows * stride);
  let active = new Int32Array(stride);
  let nextActive = new Int32Array(stride);

  return (points, row, target) => {
    state.fill(0);
    for (let i = 0; i < inputs; i++) {
      state[i] = points[row * inputs + i];
      state[(1 + i) * stride + i] = 1;
      active[i] = i;
    }
    let count = inputs;
    for (const [index, layer] of layers.entries()) {
      const { fanOut, biases } = layer;
      for (let r = 0; r < rows; r++) sums.fill(0, r * stride, r * stride + fanOut);
      sums.set(biases);
      for (let r = 0; r < rows; r += abreast) {
        multiply(layer, state, sums, r * stride, stride, active, count);
      }
      count = 0;
      const isLast = index === layers.length - 1;
      for (let j = 0; j < fanOut; j++) if (isLast || sums[j] > 0) nextActive[count++] = j;
      for (let r = 0; r < rows; r++) {
        const start = r * stride;
        for (let k = 0; k < count; k++) state[start + nextActive[k]] = sums[start + nextActive[k]];
      }
      [active, nextActive] = [nextActive, active];
    }
    for (let o = 0; o < count; o++) {
      for (let i = 0; i < inputs; i++) target[o * inputs + i] = state[(1 + i) * stride + o];
    }
  };
}

/** Adds state·W to the sums for three rows from `start` on, over the active neurons, two at a time. */
function multiply(
  { fanOut, weights }: LiveLayer,
  state: Float64Array,
  sums: Float64Array,
  start: number,
  stride: number,
  active: Int32Array,
  count: number,
): void {
  const first = start;
  const second = start + stride;
  const third = second + stride;
  for (let k = 0; k < count; k += 2) {
    const p = active[k];
    const a = state[first + p];
    const b = state[second + p];
    const c = state[third + p];
    const top = p * fanOut;
    if (k + 1 === count) {
      for (let j = 0; j < fanOut; j++) {
        const weight = weights[top + j];
        sums[first + j] += a * weight;
        sums[second + j] += b * weight;
        sums[third + j] += c * weight;
      }
      return;
    }
    const q = active[k + 1];
    const d = state[first + q];
    const e = state[second + q];
    const f = state[third + q];
    const bottom = q * fanOut;
    for (let j = 0; j < fanOut; j++) {
      const upper = weights[top + j];
      const lower = weights[bottom + j];
      sums[first + j] += a * upper + d * lower;
      sums[second + j] += b * upper + e * lower;
      sums[third + j] += c * upper + f * lower;
    }
  }
}
