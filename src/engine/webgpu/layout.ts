/**
 * How a network lies on the GPU: like the flat buffer of `parameterLayout`, but with both sides
 * of every matrix and every bias padded to whole vec4s ("quads") of zeros.
 */
import { parameterCount, parameterLayout } from '../parameters.ts';

export interface PaddedLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly inputQuads: number;
  readonly outputQuads: number;
  /** Offset of W_ℓ [4·inputQuads, 4·outputQuads], in quads. */
  readonly weights: number;
  /** Offset of b_ℓ, in quads. */
  readonly biases: number;
}

/** Number of vec4s that hold `count` floats. */
export function quads(count: number): number {
  return Math.ceil(count / 4);
}

export function paddedLayout(dims: readonly number[]): PaddedLayer[] {
  let offset = 0;
  return parameterLayout(dims).map(({ fanIn, fanOut }) => {
    const inputQuads = quads(fanIn);
    const outputQuads = quads(fanOut);
    const weights = offset;
    const biases = weights + 4 * inputQuads * outputQuads;
    offset = biases + outputQuads;
    return { fanIn, fanOut, inputQuads, outputQuads, weights, biases };
  });
}

/** Number of quads in the padded parameter buffer. */
export function parameterQuads(dims: readonly number[]): number {
  return paddedLayout(dims).reduce(
    (end, { biases, outputQuads }) => Math.max(end, biases + outputQuads),
    0,
  );
}

/** A matrix [rows, columns] with its columns padded to whole quads. */
export function padRows(matrix: Float32Array, columns: number): Float32Array {
  const stride = 4 * quads(columns);
  if (stride === columns) return matrix;
  const rows = matrix.length / columns;
  const padded = new Float32Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    padded.set(matrix.subarray(row * columns, (row + 1) * columns), row * stride);
  }
  return padded;
}

/** The first `rows` rows of a padded matrix, without the padding. */
export function unpadRows(padded: Float32Array, rows: number, columns: number): Float32Array {
  const stride = 4 * quads(columns);
  if (stride === columns) return padded.slice(0, rows * columns);
  const matrix = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    matrix.set(padded.subarray(row * stride, row * stride + columns), row * columns);
  }
  return matrix;
}

/** A flat buffer in the layout of `parameterLayout`, as it lies on the GPU. */
export function padParameters(flat: Float32Array, dims: readonly number[]): Float32Array {
  const padded = new Float32Array(4 * parameterQuads(dims));
  const slices = parameterLayout(dims);
  for (const [index, layer] of paddedLayout(dims).entries()) {
    const { weights, biases, fanOut } = slices[index];
    padded.set(padRows(flat.subarray(weights, biases), fanOut), 4 * layer.weights);
    padded.set(flat.subarray(biases, biases + fanOut), 4 * layer.biases);
  }
  return padded;
}

/** The inverse of `padParameters`. */
export function unpadParameters(padded: Float32Array, dims: readonly number[]): Float32Array {
  const flat = new Float32Array(parameterCount(dims));
  const slices = parameterLayout(dims);
  for (const [index, layer] of paddedLayout(dims).entries()) {
    const { weights, biases, fanIn, fanOut } = slices[index];
    flat.set(
      unpadRows(padded.subarray(4 * layer.weights, 4 * layer.biases), fanIn, fanOut),
      weights,
    );
    flat.set(padded.subarray(4 * layer.biases, 4 * layer.biases + fanOut), biases);
  }
  return flat;
}
