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

/** Adds state·W to the sums for three rows from `start` on, over the active neurons, four at a time. */
function multiply(
  { fanOut, weights }: LiveLayer,
  state: Float64Array,
  sums: Float64Array,
  start: number,
  stride: number,
  active: Int32Array,
  count: number,
): void {
  const second = start + stride;
  const third = second + stride;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const p = active[k];
    const q = active[k + 1];
    const r = active[k + 2];
    const s = active[k + 3];
    const a1 = state[start + p];
    const b1 = state[start + q];
    const c1 = state[start + r];
    const d1 = state[start + s];
    const a2 = state[second + p];
    const b2 = state[second + q];
    const c2 = state[second + r];
    const d2 = state[second + s];
    const a3 = state[third + p];
    const b3 = state[third + q];
    const c3 = state[third + r];
    const d3 = state[third + s];
    // The engines do not move these out of the loop by themselves.
    const rowP = p * fanOut;
    const rowQ = q * fanOut;
    const rowR = r * fanOut;
    const rowS = s * fanOut;
    for (let j = 0; j < fanOut; j++) {
      const a = weights[rowP + j];
      const b = weights[rowQ + j];
      const c = weights[rowR + j];
      const d = weights[rowS + j];
      sums[start + j] += a1 * a + b1 * b + (c1 * c + d1 * d);
      sums[second + j] += a2 * a + b2 * b + (c2 * c + d2 * d);
      sums[third + j] += a3 * a + b3 * b + (c3 * c + d3 * d);
    }
  }
  for (; k < count; k++) {
    const p = active[k];
    const a1 = state[start + p];
    const a2 = state[second + p];
    const a3 = state[third + p];
    const row = p * fanOut;
    for (let j = 0; j < fanOut; j++) {
      const weight = weights[row + j];
      sums[start + j] += a1 * weight;
      sums[second + j] += a2 * weight;
      sums[third + j] += a3 * weight;
    }
  }
}
