/**
 * The flat parameter buffer every engine speaks: W₁, b₁, W₂, b₂, …, W_L, b_L one after the
 * other, each W_ℓ row-major with shape [fan in, fan out].
 */

export interface LayerSlice {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Offset of W_ℓ, in floats. */
  readonly weights: number;
  /** Offset of b_ℓ, in floats. */
  readonly biases: number;
}

/** Where each layer of a network with these layer sizes lies in the flat buffer. */
export function parameterLayout(dims: readonly number[]): LayerSlice[] {
  const layers: LayerSlice[] = [];
  let offset = 0;
  for (let layer = 0; layer + 1 < dims.length; layer++) {
    const fanIn = dims[layer];
    const fanOut = dims[layer + 1];
    layers.push({ fanIn, fanOut, weights: offset, biases: offset + fanIn * fanOut });
    offset += (fanIn + 1) * fanOut;
  }
  return layers;
}

/** Number of floats in the flat parameter buffer. */
export function parameterCount(dims: readonly number[]): number {
  let count = 0;
  for (let layer = 0; layer + 1 < dims.length; layer++)
    count += (dims[layer] + 1) * dims[layer + 1];
  return count;
}
