/**
 * The Jacobians Jf(x) of a ReLU network, exact and in float64, and what they say: the Jacobian
 * rank and the Schatten bound (Jacot, ICLR 2023, §2).
 *
 * In come layer sizes and flat parameters (see engine/parameters.ts) and points; out come
 * singular values, point for point, and numbers read off them. It needs no engine and trains
 * nothing. Whatever takes longer than a moment comes in `Portions`.
 */
export { gridPoints } from './grid-points.ts';
export { type JacobianRank, type JacobianRankOptions, jacobianRank } from './jacobian-rank.ts';
export { type JacobianFunction, jacobianFunction, jacobians } from './jacobians.ts';
export { type SchattenBound, schattenBound, weightNorm } from './schatten-bound.ts';
export { type SingularSpread, singularSpreads } from './spread.ts';
export { affordablePoints, type JacobianSurvey, joinSurveys, surveyJacobians } from './survey.ts';
export { type TwoColumnSvd, twoColumnSvd } from './two-column-svd.ts';
