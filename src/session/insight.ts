/**
 * A closer look at a network than every picture takes: exact Jacobians, the bracket of ranks and
 * one layer's representation, whatever the task; of a classifier in the plane also the line the
 * data are folded onto and the fibres.
 */
import {
  type Fibres,
  sampleJacobianField,
  traceFibres,
  transferablesOfFibres,
} from '../analysis/fibres/index.ts';
import { bottleneckRank } from '../analysis/index.ts';
import {
  type JacobianSurvey,
  jacobianRank,
  type SchattenBound,
  schattenBound,
  surveyJacobians,
  weightNorm,
} from '../analysis/jacobian/index.ts';
import { finishInSlices } from '../analysis/portions.ts';
import {
  alignedPlane,
  bottleneckLine,
  principalComponents,
} from '../analysis/representation/index.ts';
import type { NetworkSpectra, Problem, TrainingEngine, TrainingState } from '../engine/index.ts';
import { curveDomain, type DataSet, domain } from '../experiment/index.ts';
import { groupsOf, type PointGroups } from './groups.ts';

/** Which parts of the closer look somebody has on screen; nothing else is computed. */
export interface Watch {
  /** The Jacobian rank, the Schatten bound and, of a classifier, the fibres. */
  readonly jacobian: boolean;
  /** The line at the bottleneck and the representation of one layer. */
  readonly representation: boolean;
  /** The layer ℓ = 1 … L whose representation is shown; the bottleneck layer where undefined. */
  readonly layer?: number | undefined;
}

export interface Insight {
  readonly run: number;
  readonly step: number;
  readonly jacobian?: JacobianInsight;
  readonly representation?: RepresentationInsight;
}

export interface JacobianInsight {
  /** Largest rank of the Jacobian at the points looked at: the estimate of Rank_J. */
  readonly rank: number;
  /** How many of these points have rank 0, 1, 2, … */
  readonly counts: readonly number[];
  readonly schatten: SchattenBound;
  /** Of a classifier in the plane. */
  readonly fibres?: Fibres;
}

export interface RepresentationInsight {
  readonly layer: number;
  /** [N, 2]: the data in the layer's first two principal directions. */
  readonly plane: Float32Array;
  /** Shares of the variance along them. */
  readonly explained: readonly [number, number];
  /** How the points can be told apart. */
  readonly groups: PointGroups;
  /** The bottleneck layer, and [N] the data along its first principal direction; empty where there are no classes. */
  readonly lineLayer: number;
  readonly line: Float32Array;
  readonly lineExplained: number;
}

export interface InsightSubject {
  readonly run: number;
  readonly step: number;
  readonly data: DataSet;
  readonly spectra: NetworkSpectra;
  readonly threshold: number;
  /** The insight before this one, whose orientation is kept. */
  readonly before: Insight | undefined;
  /** There is time: the network rests. */
  readonly thorough?: boolean;
}

/** What a closer look needs of a network: an engine that holds it, or a settled one without an engine. */
export interface Inspected extends Pick<TrainingEngine, 'activations'> {
  readonly problem: Pick<Problem, 'dims'>;
  save(): Promise<Pick<TrainingState, 'parameters'>>;
}

/** Longest stretch of computing between two looks at the message queue, in milliseconds. */
const sliceMilliseconds = 8;

export async function takeInsight(
  engine: Inspected,
  subject: InsightSubject,
  watch: Watch,
  clock: { readonly now: () => number; readonly breathe: () => Promise<void> },
): Promise<Insight> {
  const { run, step } = subject;
  const slices = { milliseconds: sliceMilliseconds, ...clock };
  const jacobian = watch.jacobian && (await lookAtJacobians(engine, subject, slices));
  return {
    run,
    step,
    ...(jacobian && { jacobian }),
    ...(watch.representation && {
      representation: await lookAtRepresentation(engine, subject, watch.layer),
    }),
  };
}

/** Points at which Jacobians of many inputs are taken: while training goes on, and when it rests. */
const jacobianPoints = { teacher: { live: 8, thorough: 48 }, digits: { live: 0, thorough: 4 } };

async function lookAtJacobians(
  engine: Inspected,
  { data, threshold, thorough = false }: InsightSubject,
  slices: Parameters<typeof finishInSlices>[1],
): Promise<JacobianInsight | undefined> {
  const { dims } = engine.problem;
  const { parameters } = await engine.save();
  const conclude = (survey: JacobianSurvey): JacobianInsight => {
    const { rank, counts } = jacobianRank(survey, { threshold });
    return { rank, counts, schatten: schattenBound(survey, dims, weightNorm(dims, parameters)) };
  };
  switch (data.kind) {
    case 'classes': {
      const sampled = sampleJacobianField(dims, parameters, { domain });
      const field = await finishInSlices(sampled, slices);
      return { ...conclude(field), fibres: await finishInSlices(traceFibres(field), slices) };
    }
    case 'curve': {
      const sampled = sampleJacobianField(dims, parameters, { domain: curveDomain });
      return conclude(await finishInSlices(sampled, slices));
    }
    default: {
      const points = jacobianPoints[data.kind][thorough ? 'thorough' : 'live'];
      if (points === 0) return undefined;
      const some = data.inputs.subarray(0, points * dims[0]);
      return conclude(await finishInSlices(surveyJacobians(dims, parameters, some), slices));
    }
  }
}

async function lookAtRepresentation(
  engine: Inspected,
  { data, spectra, threshold, before }: InsightSubject,
  wanted: number | undefined,
): Promise<RepresentationInsight> {
  const { dims } = engine.problem;
  const depth = dims.length - 1;
  const groups = groupsOf(data);
  // Which digit an image shows is known of those held out.
  const activations = await engine.activations(data.kind === 'digits' ? data.heldOut : data.inputs);
  const narrowest = Math.max(1, bottleneckRank(spectra, threshold).layer);
  const layer = Math.min(depth, wanted ?? narrowest);
  const last = before?.representation;
  const components = principalComponents(activations[layer - 1], dims[layer], 2);
  const size = 2 * groups.labels.length;
  const inPlane = dims[0] === 2 ? data.inputs : components.scores;
  const plane = alignedPlane(components, last?.plane.length === size ? last.plane : inPlane);
  const explained: [number, number] = [components.shares[0], components.shares[1]];
  const seen = { layer, plane, explained, groups, lineLayer: narrowest };
  if (data.kind !== 'classes') return { ...seen, line: new Float32Array(0), lineExplained: 0 };
  const line = bottleneckLine(
    activations[narrowest - 1],
    dims[narrowest],
    data.labels,
    last?.line.length === data.labels.length ? last.line : undefined,
  );
  return { ...seen, line: Float32Array.from(line.coordinates), lineExplained: line.share };
}

/** The buffers of an insight that its receiver may own, apart from those the next one refers to. */
export function transferablesOfInsight({ jacobian }: Insight): ArrayBuffer[] {
  return jacobian?.fibres ? transferablesOfFibres(jacobian.fibres) : [];
}
