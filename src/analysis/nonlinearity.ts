/** How much the nonlinearity does in each layer of a network. */
import { parameterLayout } from '../engine/parameters.ts';

/**
 * ‖Z_ℓ − σ(Z_ℓ)‖_F / ‖Z_ℓ‖_F of the pre-activations Z_ℓ = h_{ℓ−1} W_ℓ + b_ℓ for ℓ = 1 … L: the
 * share of them that ReLU σ cuts off. 0 in the middle of a network with a bottleneck, which is
 * the identity there (Jacot, ICLR 2023, Figure 1). The last layer has no ReLU; its share is what
 * one would cut off. 0 where Z_ℓ is 0.
 *
 * @param dims layer sizes [inputs, width, …, outputs]
 * @param parameters flat, in the layout of `parameterLayout`
 * @param inputs [N, inputs], row-major
 * @param activations outputs of layers 1 … L on these inputs, each [N, fan out]
 */
export function nonlinearityRatios(
  dims: readonly number[],
  parameters: Float32Array,
  inputs: Float32Array,
  activations: readonly Float32Array[],
): Float32Array {
  const layers = parameterLayout(dims);
  return Float32Array.from(layers, ({ fanIn, fanOut, weights, biases }, index) => {
    const before = index === 0 ? inputs : activations[index - 1];
    const row = new Float32Array(fanOut);
    let cut = 0;
    let whole = 0;
    for (let start = 0; start < before.length; start += fanIn) {
      row.set(parameters.subarray(biases, biases + fanOut));
      for (let i = 0; i < fanIn; i++) {
        const value = before[start + i];
        if (value === 0) continue;
        const from = weights + i * fanOut;
        for (let j = 0; j < fanOut; j++) row[j] += value * parameters[from + j];
      }
      for (const value of row) {
        whole += value * value;
        if (value < 0) cut += value * value;
      }
    }
    return whole === 0 ? 0 : Math.sqrt(cut / whole);
  });
}
