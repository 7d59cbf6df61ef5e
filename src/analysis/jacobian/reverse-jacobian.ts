import type { WriteJacobian } from './forward-jacobian.ts';
import type { LiveLayer } from './live-network.ts';

/**
 * Jacobians by reverse accumulation (Griewank & Walther, §3.2), cheaper where there are fewer
 * outputs than inputs: the point goes forward alone, then one row for each output comes back.
 */
export function reverseJacobian(layers: readonly LiveLayer[]): WriteJacobian {
  const inputs = layers[0].fanIn;
  const outputs = layers[layers.length - 1].fanOut;
  const widest = Math.max(inputs, ...layers.map(({ fanOut }) => fanOut));
  const state = new Float64Array(widest);
  const sums = new Float64Array(widest);
  /** Of the inputs and each layer's outputs, the indices that are not cut off, and how many. */
  const active = [inputs, ...layers.map(({ fanOut }) => fanOut)].map((size) => ({
    indices: Int32Array.from({ length: size }, (_, index) => index),
    count: size,
  }));
  let adjoint = new Float64Array(outputs * widest);
  let nextAdjoint = new Float64Array(outputs * widest);

  function goForward(points: ArrayLike<number>, row: number): void {
    for (let i = 0; i < inputs; i++) state[i] = points[row * inputs + i];
    for (let index = 0; index + 1 < layers.length; index++) {
      const { fanOut, weights, biases } = layers[index];
      const from = active[index];
      sums.set(biases);
      for (let k = 0; k < from.count; k++) {
        const i = from.indices[k];
        const value = state[i];
        for (let j = 0; j < fanOut; j++) sums[j] += value * weights[i * fanOut + j];
      }
      const to = active[index + 1];
      to.count = 0;
      for (let j = 0; j < fanOut; j++) {
        if (!(sums[j] > 0)) continue;
        to.indices[to.count++] = j;
        state[j] = sums[j];
      }
    }
  }

  function comeBack(): void {
    adjoint.fill(0);
    for (let o = 0; o < outputs; o++) adjoint[o * widest + o] = 1;
    for (let index = layers.length - 1; index >= 0; index--) {
      const { fanOut, weights } = layers[index];
      const from = active[index + 1];
      const to = active[index];
      for (let o = 0; o < outputs; o++) {
        const start = o * widest;
        for (let k = 0; k < to.count; k++) {
          const i = to.indices[k];
          let sum = 0;
          for (let m = 0; m < from.count; m++) {
            const j = from.indices[m];
            sum += adjoint[start + j] * weights[i * fanOut + j];
          }
          nextAdjoint[start + i] = sum;
        }
      }
      [adjoint, nextAdjoint] = [nextAdjoint, adjoint];
    }
  }

  return (points, row, target) => {
    goForward(points, row);
    comeBack();
    for (let o = 0; o < outputs; o++) {
      for (let i = 0; i < inputs; i++) target[o * inputs + i] = adjoint[o * widest + i];
    }
  };
}
