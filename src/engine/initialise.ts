/** Where training starts from: the flat parameter buffer of a fresh network. */
import type { Experiment, Random } from '../experiment/index.ts';
import { parameterCount, parameterLayout } from './parameters.ts';

type Start = Pick<Experiment, 'init' | 'amplitude' | 'gain' | 'biasScale'>;

/** So many layers at the front, and the last, are drawn where the others begin as the identity. */
const drawnLayers = 6;

/**
 * Draws the initial parameters of a network with layer sizes `dims`, in the layout of
 * `parameterLayout`. Biases are drawn from the same kind of distribution as the weights of their
 * layer, `biasScale` times as wide.
 *
 * - `uniform`: ±1/√fan-in.
 * - `he`: normal with standard deviation gain·√(2/fan-in) (He et al., 2015).
 * - `small`: He normal with gain a^(1/L), so that the function has about size a at any depth.
 * - `orthogonal`: gain times a matrix with orthonormal rows or columns (Saxe et al., 2014).
 * - `identity`: the first six layers and the last as in `orthogonal`; those between pass on what
 *   they are given (Le, Jaitly & Hinton, 2015), which a ReLU leaves as it is. The network begins
 *   as one of seven layers, however deep it is.
 */
export function initialParameters(
  dims: readonly number[],
  start: Start,
  random: Random,
): Float32Array {
  const parameters = new Float32Array(parameterCount(dims));
  const depth = dims.length - 1;
  for (const [layer, { fanIn, fanOut, weights, biases }] of parameterLayout(dims).entries()) {
    const W = parameters.subarray(weights, biases);
    const b = parameters.subarray(biases, biases + fanOut);
    switch (start.init) {
      case 'uniform': {
        const bound = 1 / Math.sqrt(fanIn);
        for (let i = 0; i < W.length; i++) W[i] = bound * (2 * random.uniform() - 1);
        for (let j = 0; j < fanOut; j++) {
          b[j] = start.biasScale * bound * (2 * random.uniform() - 1);
        }
        break;
      }
      case 'he':
      case 'small': {
        const gain = start.init === 'he' ? start.gain : start.amplitude ** (1 / depth);
        const deviation = gain * Math.sqrt(2 / fanIn);
        for (let i = 0; i < W.length; i++) W[i] = deviation * random.normal();
        for (let j = 0; j < fanOut; j++) b[j] = start.biasScale * deviation * random.normal();
        break;
      }
      case 'identity':
      case 'orthogonal': {
        if (start.init === 'identity' && layer >= drawnLayers && layer < depth - 1) {
          for (let j = 0; j < fanOut; j++) W[j * fanOut + j] = 1;
          break;
        }
        fillOrthogonal(W, fanIn, fanOut, random);
        for (let i = 0; i < W.length; i++) W[i] *= start.gain;
        const deviation = start.gain / Math.sqrt(Math.max(fanIn, fanOut));
        for (let j = 0; j < fanOut; j++) b[j] = start.biasScale * deviation * random.normal();
        break;
      }
    }
  }
  return parameters;
}

/** Fills W [rows, columns] with orthonormal rows or columns, whichever are fewer: Gram–Schmidt, twice, on normal vectors. */
function fillOrthogonal(W: Float32Array, rows: number, columns: number, random: Random): void {
  const byRows = rows <= columns;
  const count = byRows ? rows : columns;
  const size = byRows ? columns : rows;
  const basis: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    const vector = Float64Array.from({ length: size }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of basis) {
        let dot = 0;
        for (let i = 0; i < size; i++) dot += earlier[i] * vector[i];
        for (let i = 0; i < size; i++) vector[i] -= dot * earlier[i];
      }
    }
    const norm = Math.hypot(...vector);
    for (let i = 0; i < size; i++) vector[i] /= norm;
    basis.push(vector);
    for (let i = 0; i < size; i++) W[byRows ? k * columns + i : i * columns + k] = vector[i];
  }
}
