import { forwardJacobian, type WriteJacobian } from './forward-jacobian.ts';
import { liveNetwork } from './live-network.ts';
import { reverseJacobian } from './reverse-jacobian.ts';

/** The Jacobian of one network, ready to be evaluated at many points. */
export interface JacobianFunction {
  readonly inputs: number;
  readonly outputs: number;
  /** Writes Jf(x); all NaN where a parameter is NaN or infinite. */
  readonly write: WriteJacobian;
  /** Multiplications that one point takes. */
  readonly multiplications: number;
  /** How many points make a portion of well under a millisecond. */
  readonly pointsPerPortion: number;
}

/** Multiplications that take a few tenths of a millisecond. */
const multiplicationsPerPortion = 2e5;

/**
 * Prepares the Jacobian of a network, which is copied.
 * @param dims layer sizes [inputs, width, …, outputs]
 * @param parameters flat, in the layout of `parameterLayout`
 * @throws RangeError if the parameters do not fit the layer sizes
 */
export function jacobianFunction(
  dims: readonly number[],
  parameters: ArrayLike<number>,
): JacobianFunction {
  const inputs = dims[0];
  const outputs = dims[dims.length - 1];
  const layers = liveNetwork(dims, parameters);
  if (layers === undefined) {
    const write: WriteJacobian = (_, __, target) => target.fill(Number.NaN, 0, outputs * inputs);
    return { inputs, outputs, write, multiplications: 1, pointsPerPortion: 1024 };
  }
  const weights = layers.reduce((sum, { fanIn, fanOut }) => sum + fanIn * fanOut, 0);
  const multiplications = (1 + Math.min(inputs, outputs)) * Math.max(1, weights);
  return {
    inputs,
    outputs,
    multiplications,
    // Forward, the point shares its passes over the weights with the tangents.
    write: outputs + 1 < inputs ? reverseJacobian(layers) : forwardJacobian(layers),
    pointsPerPortion: Math.max(1, Math.floor(multiplicationsPerPortion / multiplications)),
  };
}

/**
 * The Jacobians of a ReLU network at points, exact up to float64 rounding.
 * @param points [M, inputs], row-major
 * @returns [M, outputs, inputs], row-major; all NaN where a parameter is NaN or infinite
 * @throws RangeError if the parameters do not fit the layer sizes
 */
export function jacobians(
  dims: readonly number[],
  parameters: ArrayLike<number>,
  points: ArrayLike<number>,
): Float64Array {
  const { inputs, outputs, write } = jacobianFunction(dims, parameters);
  const count = points.length / inputs;
  const size = outputs * inputs;
  const entries = new Float64Array(count * size);
  for (let row = 0; row < count; row++) write(points, row, entries.subarray(row * size));
  return entries;
}
