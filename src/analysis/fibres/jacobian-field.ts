import type { Domain } from '../../experiment/index.ts';
import {
  gridPoints,
  type JacobianSurvey,
  jacobianFunction,
  twoColumnSvd,
} from '../jacobian/index.ts';
import type { Portions } from '../portions.ts';

/** Jacobians at the vertices of a grid over the domain (see `gridPoints`), and their survey. */
export interface JacobianField extends JacobianSurvey {
  readonly domain: Domain;
  readonly perSide: number;
  /** [perSide², outputs, 2], row-major. */
  readonly jacobians: Float64Array;
  /** [perSide²]: s₂/s₁; 0 for a single output and where the Jacobian is zero. */
  readonly ratios: Float64Array;
}

export interface FieldOptions {
  readonly domain: Domain;
  /** Vertices per side; 48 unless told. */
  readonly perSide?: number;
}

/**
 * Samples the exact Jacobian of a network of two inputs on a grid.
 * @param parameters flat, in the layout of `parameterLayout`; copied at the first portion
 * @throws RangeError if the network has not two inputs or the parameters do not fit
 */
export function* sampleJacobianField(
  dims: readonly number[],
  parameters: ArrayLike<number>,
  { domain, perSide = 48 }: FieldOptions,
): Portions<JacobianField> {
  if (dims[0] !== 2) throw new RangeError(`Fibres are drawn in the plane, not in R^${dims[0]}`);
  const { outputs, write, pointsPerPortion } = jacobianFunction(dims, parameters);
  const points = gridPoints(domain, perSide);
  const count = perSide * perSide;
  const perPoint = Math.min(outputs, 2);
  const jacobians = new Float64Array(count * outputs * 2);
  const singularValues = new Float64Array(count * perPoint);
  const ratios = new Float64Array(count);
  const jacobian = new Float64Array(outputs * 2);
  const svd = { large: 0, small: 0, cos: 1, sin: 0 };
  for (let node = 0; node < count; node++) {
    if (node > 0 && node % pointsPerPortion === 0) yield;
    write(points, node, jacobian);
    jacobians.set(jacobian, node * jacobian.length);
    twoColumnSvd(jacobian, 0, outputs, svd);
    singularValues[node * perPoint] = svd.large;
    if (perPoint === 2) singularValues[2 * node + 1] = svd.small;
    ratios[node] = svd.large === 0 ? 0 : svd.small / svd.large;
  }
  return { inputs: 2, outputs, domain, perSide, jacobians, singularValues, ratios };
}
