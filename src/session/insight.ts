/**
 * A closer look at a network than every picture takes: exact Jacobians, the bracket of ranks and
 * one layer's representation, whatever the task; of a classifier in the plane also the line the
 * data are folded onto and the fibres.
 */
import { transferablesOfFibres } from '../analysis/fibres/index.ts';
import { bottleneckRank } from '../analysis/index.ts';
import { gridPoints } from '../analysis/jacobian/index.ts';
import {
  alignedPlane,
  type BottleneckLine,
  bottleneckLine,
  classesOnLine,
  coordinatesOn,
  type LineStretch,
  lineStretches,
  principalComponents,
} from '../analysis/representation/index.ts';
import { layersOf } from '../engine/depth/propagate.ts';
import type { NetworkSpectra, Problem, TrainingEngine, TrainingState } from '../engine/index.ts';
import { type DataSet, domain } from '../experiment/index.ts';
import { groupsOf, type PointGroups } from './groups.ts';
import {
  concludeJacobians,
  type JacobianInsight,
  type JacobianLook,
  lookAtJacobians,
} from './jacobian-look.ts';

export type { JacobianInsight, JacobianPoints } from './jacobian-look.ts';

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
  /** [side²] where the vertices of a grid over the domain (see `gridPoints`) lie on that line, once the network rests. */
  readonly linePlaces?: Float32Array;
  /** How the layers after it cut the line into classes, as far as places of the domain lie on it; where it is all that layer has, and the network rests. */
  readonly lineStretches?: readonly LineStretch[];
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
  /** What is known of this network already; what is measured is added to it. */
  readonly memory?: InsightMemory;
}

/** What was measured of one network and need not be again while only the way it is seen changes. */
export interface InsightMemory {
  /** Flat, in the layout of `parameterLayout`. */
  parameters?: Float32Array;
  live?: JacobianLook | undefined;
  thorough?: JacobianLook | undefined;
  /** Where the places of a grid lie on the line of this layer, and how the line is cut. */
  line?: {
    readonly layer: number;
    readonly places: Float32Array;
    stretches?: readonly LineStretch[];
  };
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
  const look = watch.jacobian ? await lookOnce(engine, subject, slices) : undefined;
  return {
    run,
    step,
    ...(look && { jacobian: concludeJacobians(look, subject.threshold) }),
    ...(watch.representation && {
      representation: await lookAtRepresentation(engine, subject, watch.layer, clock.breathe),
    }),
  };
}

async function lookOnce(
  engine: Inspected,
  { data, thorough = false, memory = {} }: InsightSubject,
  slices: Parameters<typeof lookAtJacobians>[4],
): Promise<JacobianLook | undefined> {
  if (memory.thorough) return memory.thorough;
  const name = thorough ? 'thorough' : 'live';
  if (memory[name]) return memory[name];
  const parameters = await parametersOf(engine, memory);
  const look = await lookAtJacobians(engine.problem.dims, parameters, data, thorough, slices);
  memory[name] = look;
  return look;
}

async function parametersOf(engine: Inspected, memory: InsightMemory): Promise<Float32Array> {
  memory.parameters ??= (await engine.save()).parameters;
  return memory.parameters;
}

async function lookAtRepresentation(
  engine: Inspected,
  { data, spectra, threshold, before, thorough = false, memory = {} }: InsightSubject,
  wanted: number | undefined,
  breathe: () => Promise<void>,
): Promise<RepresentationInsight> {
  const { dims } = engine.problem;
  const depth = dims.length - 1;
  const groups = groupsOf(data);
  // Which digit an image shows is known of those held out.
  const activations = await engine.activations(data.kind === 'digits' ? data.heldOut : data.inputs);
  const bottleneck = bottleneckRank(spectra, threshold);
  const narrowest = Math.max(1, bottleneck.layer);
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
  const found = {
    ...seen,
    line: Float32Array.from(line.coordinates),
    lineExplained: line.share,
  };
  if (!thorough) return found;
  if (memory.line?.layer !== narrowest) {
    memory.line = { layer: narrowest, places: await placesOn(line, engine, narrowest, breathe) };
  }
  const linePlaces = memory.line.places;
  // Of a layer of more than one direction the line is a shadow, and the cuts of it cut no data.
  if (bottleneck.rank !== 1) return { ...found, linePlaces };
  memory.line.stretches ??= await cutsOf(line, linePlaces, engine, memory, narrowest, breathe);
  return { ...found, linePlaces, lineStretches: memory.line.stretches };
}

/** Vertices along one side of the grid whose places on the line are known. */
const placesPerSide = 48;
/** Points whose activations are asked for at a time. */
const pointsPerBreath = 256;

async function placesOn(
  line: BottleneckLine,
  engine: Inspected,
  layer: number,
  breathe: () => Promise<void>,
): Promise<Float32Array> {
  const points = gridPoints(domain, placesPerSide);
  const places = new Float32Array(points.length / 2);
  for (let from = 0; from < places.length; from += pointsPerBreath) {
    if (from > 0) await breathe();
    const some = points.subarray(2 * from, 2 * (from + pointsPerBreath));
    places.set(coordinatesOn(line, (await engine.activations(some))[layer - 1]), from);
  }
  return places;
}

/** Points of the line whose classes are asked for, and how many at a time. */
const pointsOnLine = 512;
const linePointsPerBreath = 16;

async function cutsOf(
  line: BottleneckLine,
  places: Float32Array,
  engine: Inspected,
  memory: InsightMemory,
  layer: number,
  breathe: () => Promise<void>,
): Promise<readonly LineStretch[]> {
  const reached = [...line.coordinates, ...places];
  const low = Math.min(...reached);
  const step = (Math.max(...reached) - low) / (pointsOnLine - 1);
  if (!(step > 0)) return [];
  const parameters = await parametersOf(engine, memory);
  const rest = layersOf(engine.problem.dims, parameters).slice(layer);
  const coordinates = Float64Array.from({ length: pointsOnLine }, (_, k) => low + k * step);
  const classes: number[] = [];
  while (classes.length < pointsOnLine) {
    if (classes.length > 0) await breathe();
    const some = coordinates.subarray(classes.length, classes.length + linePointsPerBreath);
    classes.push(...classesOnLine(line, rest, some));
  }
  return lineStretches(coordinates, classes);
}

/** The buffers of an insight that its receiver may own, apart from those the next one refers to. */
export function transferablesOfInsight({ jacobian }: Insight): ArrayBuffer[] {
  return jacobian?.fibres ? transferablesOfFibres(jacobian.fibres) : [];
}
