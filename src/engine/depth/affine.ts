/** One affine layer in float64, on dense row-major matrices. */

/** A layer's weights [fanIn, fanOut], row-major, and biases [fanOut]. */
export interface AffineMap {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * X W + b for every row of X. Zeros of X cost nothing, and after a ReLU most entries are zero.
 * @param inputs [N, fanIn]
 * @returns [N, fanOut]
 */
export function applyAffine(map: AffineMap, inputs: Float64Array): Float64Array {
  const { fanIn, fanOut, weights, biases } = map;
  const rows = inputs.length / fanIn;
  const outputs = new Float64Array(rows * fanOut);
  const used = new Int32Array(fanIn);
  for (let row = 0; row < rows; row++) {
    const from = row * fanIn;
    const to = row * fanOut;
    let count = 0;
    for (let i = 0; i < fanIn; i++) if (inputs[from + i] !== 0) used[count++] = i;
    for (let j = 0; j < fanOut; j++) outputs[to + j] = biases[j];
    // Four rows of W at a time: one pass over the outputs does the work of four.
    let at = 0;
    for (; at + 3 < count; at += 4) {
      const a = inputs[from + used[at]];
      const b = inputs[from + used[at + 1]];
      const c = inputs[from + used[at + 2]];
      const d = inputs[from + used[at + 3]];
      const wa = used[at] * fanOut;
      const wb = used[at + 1] * fanOut;
      const wc = used[at + 2] * fanOut;
      const wd = used[at + 3] * fanOut;
      for (let j = 0; j < fanOut; j++) {
        outputs[to + j] +=
          a * weights[wa + j] + b * weights[wb + j] + c * weights[wc + j] + d * weights[wd + j];
      }
    }
    for (; at < count; at++) {
      const a = inputs[from + used[at]];
      const wa = used[at] * fanOut;
      for (let j = 0; j < fanOut; j++) outputs[to + j] += a * weights[wa + j];
    }
  }
  return outputs;
}

/** max(x, 0), entry by entry, in place. */
export function rectify(matrix: Float64Array): Float64Array {
  for (let i = 0; i < matrix.length; i++) if (!(matrix[i] > 0)) matrix[i] = 0;
  return matrix;
}
