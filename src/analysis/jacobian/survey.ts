import { singularValues } from '../../engine/singular-values.ts';
import type { Portions } from '../portions.ts';
import { jacobianFunction } from './jacobians.ts';
import { twoColumnSvd } from './two-column-svd.ts';

/** The singular values of a network's Jacobians at points. Plain data, ready to be posted. */
export interface JacobianSurvey {
  readonly inputs: number;
  readonly outputs: number;
  /** [M, min(outputs, inputs)], descending for each point; NaN where the network is not finite. */
  readonly singularValues: Float64Array;
}

/**
 * Singular values of the exact Jacobians at points.
 * @param dims layer sizes [inputs, width, …, outputs]
 * @param parameters flat, in the layout of `parameterLayout`; copied at the first portion
 * @param points [M, inputs], row-major
 * @throws RangeError if the parameters do not fit the layer sizes
 */
export function* surveyJacobians(
  dims: readonly number[],
  parameters: ArrayLike<number>,
  points: ArrayLike<number>,
): Portions<JacobianSurvey> {
  const { inputs, outputs, write, pointsPerPortion } = jacobianFunction(dims, parameters);
  const count = points.length / inputs;
  const perPoint = Math.min(outputs, inputs);
  const values = new Float64Array(count * perPoint);
  const jacobian = new Float64Array(outputs * inputs);
  const svd = { large: 0, small: 0, cos: 1, sin: 0 };
  for (let row = 0; row < count; row++) {
    if (row > 0 && row % pointsPerPortion === 0) yield;
    write(points, row, jacobian);
    if (inputs === 2 && outputs >= 2) {
      twoColumnSvd(jacobian, 0, outputs, svd);
      values[2 * row] = svd.large;
      values[2 * row + 1] = svd.small;
    } else values.set(singularValues(jacobian, outputs, inputs), row * perPoint);
  }
  return { inputs, outputs, singularValues: values };
}

/** Both surveys of one network as one, the points of the first before those of the second. */
export function joinSurveys(first: JacobianSurvey, second: JacobianSurvey): JacobianSurvey {
  const { inputs, outputs } = first;
  const values = new Float64Array(first.singularValues.length + second.singularValues.length);
  values.set(first.singularValues);
  values.set(second.singularValues, first.singularValues.length);
  return { inputs, outputs, singularValues: values };
}

/**
 * How many points can be surveyed within so many multiplications, those for the singular values
 * included; at least one.
 * @throws RangeError if the parameters do not fit the layer sizes
 */
export function affordablePoints(
  dims: readonly number[],
  parameters: ArrayLike<number>,
  multiplications: number,
): number {
  const { inputs, outputs, ...jacobian } = jacobianFunction(dims, parameters);
  // Of a Householder reduction to a bidiagonal matrix; in the plane they come in closed form.
  const reduction = inputs === 2 ? 0 : 4 * inputs * outputs * Math.min(inputs, outputs);
  return Math.max(1, Math.floor(multiplications / (jacobian.multiplications + reduction)));
}
