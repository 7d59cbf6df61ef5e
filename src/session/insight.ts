/**
 * A closer look at a classifier in the plane than every picture takes: exact Jacobians, the
 * bracket of ranks, the line the data are folded onto, one layer's representation and the fibres.
 */
import {
  type Fibres,
  sampleJacobianField,
  traceFibres,
  transferablesOfFibres,
} from '../analysis/fibres/index.ts';
import { bottleneckRank } from '../analysis/index.ts';
import {
  jacobianRank,
  type SchattenBound,
  schattenBound,
  weightNorm,
} from '../analysis/jacobian/index.ts';
import { finishInSlices } from '../analysis/portions.ts';
import {
  alignedPlane,
  bottleneckLine,
  principalComponents,
} from '../analysis/representation/index.ts';
import type { NetworkSpectra, Problem, TrainingEngine, TrainingState } from '../engine/index.ts';
import { type ClassData, domain } from '../experiment/index.ts';

/** Which parts of the closer look somebody has on screen; nothing else is computed. */
export interface Watch {
  /** The Jacobian rank, the Schatten bound and the fibres. */
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
  /** Largest rank of the Jacobian on a grid over the domain: the estimate of Rank_J. */
  readonly rank: number;
  /** How many grid points have rank 0, 1, 2. */
  readonly counts: readonly number[];
  readonly schatten: SchattenBound;
  readonly fibres: Fibres;
}

export interface RepresentationInsight {
  readonly layer: number;
  /** [N, 2]: the data in the layer's first two principal directions. */
  readonly plane: Float32Array;
  /** Shares of the variance along them. */
  readonly explained: readonly [number, number];
  /** The bottleneck layer, and [N] the data along its first principal direction. */
  readonly lineLayer: number;
  readonly line: Float32Array;
  readonly lineExplained: number;
}

export interface InsightSubject {
  readonly run: number;
  readonly step: number;
  readonly data: ClassData;
  readonly spectra: NetworkSpectra;
  readonly threshold: number;
  /** The insight before this one, whose orientation is kept. */
  readonly before: Insight | undefined;
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
  return {
    run,
    step,
    ...(watch.jacobian && { jacobian: await lookAtJacobians(engine, subject, slices) }),
    ...(watch.representation && {
      representation: await lookAtRepresentation(engine, subject, watch.layer),
    }),
  };
}

async function lookAtJacobians(
  engine: Inspected,
  { threshold }: InsightSubject,
  slices: Parameters<typeof finishInSlices>[1],
): Promise<JacobianInsight> {
  const { dims } = engine.problem;
  const { parameters } = await engine.save();
  const field = await finishInSlices(sampleJacobianField(dims, parameters, { domain }), slices);
  const fibres = await finishInSlices(traceFibres(field), slices);
  const { rank, counts } = jacobianRank(field, { threshold });
  const schatten = schattenBound(field, dims, weightNorm(dims, parameters));
  return { rank, counts, schatten, fibres };
}

async function lookAtRepresentation(
  engine: Inspected,
  { data, spectra, threshold, before }: InsightSubject,
  wanted: number | undefined,
): Promise<RepresentationInsight> {
  const { dims } = engine.problem;
  const depth = dims.length - 1;
  const activations = await engine.activations(data.inputs);
  const lineLayer = Math.max(1, bottleneckRank(spectra, threshold).layer);
  const layer = Math.min(depth, wanted ?? lineLayer);
  const last = before?.representation;
  const components = principalComponents(activations[layer - 1], dims[layer], 2);
  const reference = last?.plane.length === data.inputs.length ? last.plane : data.inputs;
  const line = bottleneckLine(
    activations[lineLayer - 1],
    dims[lineLayer],
    data.labels,
    last?.line.length === data.labels.length ? last.line : undefined,
  );
  return {
    layer,
    plane: alignedPlane(components, reference),
    explained: [components.shares[0], components.shares[1]],
    lineLayer,
    line: Float32Array.from(line.coordinates),
    lineExplained: line.share,
  };
}

/** The buffers of an insight that its receiver may own, apart from those the next one refers to. */
export function transferablesOfInsight({ jacobian }: Insight): ArrayBuffer[] {
  return jacobian ? transferablesOfFibres(jacobian.fibres) : [];
}
