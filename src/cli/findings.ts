/** What a trained network shows of what its task is about, in numbers. */
import { accuracy, predictedClasses } from '../analysis/classification.ts';
import { measureDenoising } from '../analysis/denoising.ts';
import { measureImitation } from '../analysis/imitation.ts';
import { measureProjection } from '../analysis/projection.ts';
import {
  adjacencyIsPath,
  adjacencyOrder,
  mapClasses,
  type Tripoint,
} from '../analysis/topology/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import {
  type ClassData,
  type DataSet,
  domain,
  type Experiment,
  randomStream,
} from '../experiment/index.ts';

export interface ClassFindings {
  readonly kind: 'classes';
  readonly accuracy: number;
  readonly tripoints: readonly Tripoint[];
  readonly adjacency: readonly (readonly [number, number])[];
  /** The classes in the order of the bands, where the adjacency graph is a path. */
  readonly bands: readonly number[] | undefined;
  /** Number of connected regions. */
  readonly regions: number;
}

export interface TeacherFindings {
  readonly kind: 'teacher';
  readonly trueRank: number;
  /** Mean squared error, summed over outputs; a constant would cost 1. */
  readonly trainingError: number;
  readonly testError: number;
  /** Of the pre-activations of layers 1 … L. */
  readonly nonlinearity: readonly number[];
}

export interface CurveFindings {
  readonly kind: 'curve';
  readonly distanceBefore: number;
  readonly distanceAfter: number;
}

export interface DigitFindings {
  readonly kind: 'digits';
  /** Mean distance of denoised digits to the clean ones as a share of that of the noisy ones. */
  readonly errorRatio: number;
  /** Standard deviation of the noise on every pixel. */
  readonly noise: number;
}

/** `none`: the run diverged, and nothing can be said. */
export type Findings =
  | ClassFindings
  | TeacherFindings
  | CurveFindings
  | DigitFindings
  | { readonly kind: 'none' };

export async function findOut(
  engine: TrainingEngine,
  data: DataSet,
  { probeNoise, dataSeed }: Experiment,
): Promise<Findings> {
  switch (data.kind) {
    case 'classes':
      return classFindings(engine, data);
    case 'teacher': {
      const imitation = await measureImitation(engine, data, Number.POSITIVE_INFINITY);
      const nonlinearity = [...imitation.nonlinearity];
      return { kind: 'teacher', trueRank: data.trueRank, ...imitation, nonlinearity };
    }
    case 'curve':
      return { kind: 'curve', ...(await measureProjection(engine, data)) };
    case 'digits': {
      const random = randomStream(dataSeed, 'noise to remove');
      const { errorRatio } = await measureDenoising(engine, data, probeNoise, random);
      return { kind: 'digits', errorRatio, noise: probeNoise };
    }
  }
}

async function classFindings(engine: TrainingEngine, data: ClassData): Promise<ClassFindings> {
  const { classCount, labels } = data;
  const topology = await mapClasses((points) => engine.evaluate(points), {
    domain,
    classCount,
    coarse: 64,
    fine: 512,
  });
  return {
    kind: 'classes',
    accuracy: accuracy(predictedClasses(await engine.evaluate(data.inputs), classCount), labels),
    tripoints: topology.tripoints,
    adjacency: topology.adjacency.map(({ classes }) => classes),
    bands: adjacencyIsPath(topology) ? adjacencyOrder(topology) : undefined,
    regions: topology.regions.length,
  };
}
