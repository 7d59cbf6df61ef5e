/** One layer with everything that is in it: every weight, every bias, and what the matrix does. */
import { type SingularTriplets, singularTriplets } from '../analysis/singular-vectors.ts';
import { parameterLayout } from '../engine/index.ts';

export interface LayerLook {
  /** ℓ = 1 … L. */
  readonly layer: number;
  readonly step: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** [fan in, fan out], row-major: W_ℓ as it multiplies activations from the right. */
  readonly weights: Float32Array;
  /** [fan out] */
  readonly biases: Float32Array;
  /** The first few singular values of W_ℓ with their vectors: left ones over the inputs, right ones over the outputs. */
  readonly triplets: SingularTriplets;
}

/** So many singular vectors are shown beside the matrix. */
const shownTriplets = 6;

/**
 * A layer of a network with these layer sizes, copied out of its parameters; undefined where the
 * network has no such layer.
 */
export function lookAtLayer(
  dims: readonly number[],
  { step, parameters }: { readonly step: number; readonly parameters: Float32Array },
  layer: number,
): LayerLook | undefined {
  const slice = parameterLayout(dims)[layer - 1];
  if (!slice) return undefined;
  const { fanIn, fanOut } = slice;
  const weights = parameters.slice(slice.weights, slice.weights + fanIn * fanOut);
  const biases = parameters.slice(slice.biases, slice.biases + fanOut);
  const triplets = singularTriplets(weights, fanIn, fanOut, shownTriplets);
  return { layer, step, fanIn, fanOut, weights, biases, triplets };
}

/** The buffers of a layer that its receiver may own. */
export function transferablesOfLayer({ weights, biases, triplets }: LayerLook): ArrayBuffer[] {
  const arrays = [weights, biases, triplets.values, triplets.left, triplets.right];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
