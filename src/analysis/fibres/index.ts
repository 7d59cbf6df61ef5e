/**
 * The fibres of a function of the plane that is nearly of rank 1: the lines along which it is
 * constant, as evenly spaced streamlines of the kernel of its Jacobian.
 *
 * In comes a network and a domain; the Jacobians are sampled on a grid once, and the lines are
 * traced through that field alone. Out come polylines in data coordinates that carry s₂/s₁ at
 * every vertex, for where it is not small there are no fibres, only a direction of least change.
 * Both halves come in `Portions`. Nothing here draws or trains.
 */
export { type FibreOptions, type Fibres, traceFibres, transferablesOfFibres } from './fibres.ts';
export { type FieldOptions, type JacobianField, sampleJacobianField } from './jacobian-field.ts';
