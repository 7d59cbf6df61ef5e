import { parameterCount, parameterLayout } from '../../engine/parameters.ts';

/** One layer in float64; `weights` is row-major [fanIn, fanOut]. */
export interface LiveLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * A network in float64 without the hidden neurons that no float64 computation could notice.
 *
 * Training with weight decay leaves many neurons whose weights have shrunk to noise (1e-12 and
 * less). A neuron hands on at most ‖weights in, bias‖·‖weights out‖ times its input's norm;
 * where that is below a float64's resolution of what the layer's strongest neuron hands on, even
 * with all such neurons taken together, leaving it out changes nothing but rounding.
 *
 * @param parameters flat, in the layout of `parameterLayout`
 * @returns undefined where a parameter is NaN or infinite
 * @throws RangeError if the parameters do not fit the layer sizes
 */
export function liveNetwork(
  dims: readonly number[],
  parameters: ArrayLike<number>,
): LiveLayer[] | undefined {
  if (dims.length < 2 || parameters.length !== parameterCount(dims)) {
    throw new RangeError(`${parameters.length} parameters do not make layers ${dims.join(', ')}`);
  }
  for (let i = 0; i < parameters.length; i++) {
    if (!Number.isFinite(parameters[i])) return undefined;
  }
  const layout = parameterLayout(dims);
  let kept = indices(dims[0]);
  return layout.map(({ fanOut, weights, biases }, layer) => {
    const rows = kept;
    const next = layout[layer + 1];
    const columns = next ? noticeable(strengths(parameters, layout[layer], next)) : indices(fanOut);
    kept = columns;
    const live = {
      fanIn: rows.length,
      fanOut: columns.length,
      weights: new Float64Array(rows.length * columns.length),
      biases: Float64Array.from(columns, (j) => parameters[biases + j]),
    };
    rows.forEach((i, row) => {
      columns.forEach((j, column) => {
        live.weights[row * columns.length + column] = parameters[weights + i * fanOut + j];
      });
    });
    return live;
  });
}

type Layout = ReturnType<typeof parameterLayout>[number];

/** Of each neuron between two layers, ‖weights in, bias‖·‖weights out‖. */
function strengths(parameters: ArrayLike<number>, before: Layout, after: Layout): Float64Array {
  const { fanIn, fanOut, weights, biases } = before;
  return Float64Array.from({ length: fanOut }, (_, j) => {
    let incoming = parameters[biases + j] ** 2;
    for (let i = 0; i < fanIn; i++) incoming += parameters[weights + i * fanOut + j] ** 2;
    let outgoing = 0;
    for (let k = 0; k < after.fanOut; k++) {
      outgoing += parameters[after.weights + j * after.fanOut + k] ** 2;
    }
    return Math.sqrt(incoming) * Math.sqrt(outgoing);
  });
}

function noticeable(strength: Float64Array): number[] {
  const strongest = strength.reduce((largest, value) => Math.max(largest, value), 0);
  const least = (Number.EPSILON * strongest) / strength.length;
  return indices(strength.length).filter((neuron) => strength[neuron] > least);
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
