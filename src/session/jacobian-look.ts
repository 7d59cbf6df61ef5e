/**
 * The Jacobians of a network at its data and, in the plane, on a grid: taken once for a network,
 * read off as often as somebody moves the threshold.
 */
import { type Fibres, sampleJacobianField, traceFibres } from '../analysis/fibres/index.ts';
import {
  affordablePoints,
  type JacobianSurvey,
  jacobianRank,
  joinSurveys,
  type SchattenBound,
  type SingularSpread,
  schattenBound,
  singularSpreads,
  surveyJacobians,
  weightNorm,
} from '../analysis/jacobian/index.ts';
import { finishInSlices, type Slices } from '../analysis/portions.ts';
import { curveDomain, type DataSet, domain } from '../experiment/index.ts';

/** At how many points the Jacobians were taken. */
export interface JacobianPoints {
  /** Data points, of so many. */
  readonly data: number;
  readonly of: number;
  /** Points of a grid over the plane; 0 where inputs are not in the plane. */
  readonly grid: number;
}

export interface JacobianInsight {
  /** Largest rank of the Jacobian at the points looked at: the estimate of Rank_J. */
  readonly rank: number;
  /** How many of these points have rank 0, 1, 2, … */
  readonly counts: readonly number[];
  readonly points: JacobianPoints;
  /** How the first few singular values are spread over the points. */
  readonly spreads: readonly SingularSpread[];
  /** The same singular values at a point where the largest rank is attained; none without points. */
  readonly atRank: readonly number[];
  readonly schatten: SchattenBound;
  /** Of a classifier in the plane. */
  readonly fibres?: Fibres;
}

/** What was measured, before any threshold. */
export interface JacobianLook {
  readonly survey: JacobianSurvey;
  readonly points: JacobianPoints;
  readonly dims: readonly number[];
  /** Σ‖W_ℓ‖²_F. */
  readonly weightNorm: number;
  readonly fibres?: Fibres;
}

/** Data points that are looked at while training goes on: more would keep it waiting. */
const livePoints = { classes: 64, curve: 64, teacher: 8, digits: 0 };
/** Multiplications for a network at rest: a few seconds, in which every command is obeyed at once. */
const restBudget = 3e9;
/** Singular values that are shown. */
const shownValues = 10;

/**
 * @param thorough at rest: at every data point, or at as many as are affordable
 * @returns undefined where even a few points would keep the training waiting
 */
export async function lookAtJacobians(
  dims: readonly number[],
  parameters: Float32Array,
  data: DataSet,
  thorough: boolean,
  slices: Slices,
): Promise<JacobianLook | undefined> {
  const all = data.inputs.length / dims[0];
  const most = thorough ? affordablePoints(dims, parameters, restBudget) : livePoints[data.kind];
  const count = Math.min(all, most);
  if (count === 0) return undefined;
  const points = evenlyChosen(data.inputs, dims[0], count);
  const atData = await finishInSlices(surveyJacobians(dims, parameters, points), slices);
  const norm = weightNorm(dims, parameters);
  const about = { dims, weightNorm: norm, points: { data: count, of: all, grid: 0 } };
  if (data.kind !== 'classes' && data.kind !== 'curve') return { ...about, survey: atData };
  const area = { domain: data.kind === 'classes' ? domain : curveDomain };
  const field = await finishInSlices(sampleJacobianField(dims, parameters, area), slices);
  const fibres =
    data.kind === 'classes' ? await finishInSlices(traceFibres(field), slices) : undefined;
  return {
    ...about,
    survey: joinSurveys(atData, field),
    points: { ...about.points, grid: field.perSide ** 2 },
    ...(fibres && { fibres }),
  };
}

/** What a look says at a threshold. The look keeps its buffers: the insight may be given away. */
export function concludeJacobians(look: JacobianLook, threshold: number): JacobianInsight {
  const { survey, points, dims, weightNorm: norm, fibres } = look;
  const { rank, counts, point } = jacobianRank(survey, { threshold });
  const perPoint = Math.min(survey.inputs, survey.outputs);
  const first = point * perPoint;
  const shown = Math.min(shownValues, perPoint);
  return {
    rank,
    counts,
    points,
    spreads: singularSpreads(survey, shownValues),
    atRank: point < 0 ? [] : Array.from(survey.singularValues.subarray(first, first + shown)),
    schatten: schattenBound(survey, dims, norm),
    ...(fibres && { fibres: structuredClone(fibres) }),
  };
}

/** So many of the points [N, size], spread over their order; all of them where there are no more. */
function evenlyChosen(points: Float32Array, size: number, count: number): Float32Array {
  const all = points.length / size;
  if (count >= all) return points;
  const chosen = new Float32Array(count * size);
  for (let k = 0; k < count; k++) {
    const from = size * Math.floor((k * all) / count);
    chosen.set(points.subarray(from, from + size), k * size);
  }
  return chosen;
}
