/** Replays a golden trajectory on an engine and measures how far the engine strays from it. */

import type { OpenEngine, StepRecord, TrainingEngine, TrainingState } from '../engine/engine.ts';
import { parameterLayout } from '../engine/parameters.ts';
import type { ReferenceValue } from '../messages/reference.ts';
import { exactStep, roundedState } from './float64-training.ts';
import { exactReplayOf, flatten, type ReferenceFile, replayOf } from './reference-file.ts';

/** Largest deviation that passes, for everything but the final weights. */
export const tolerance = 1e-4;

/** Worst deviations of one replay; infinite where the engine gave NaN. */
export interface Deviations {
  /** Of any step's data loss, relative to it. */
  readonly dataLoss: number;
  /** Of any step's ‖θ‖², relative to it. */
  readonly parameterNorm: number;
  /** Of any entry of ∇J at the start, relative to the largest of its layer. */
  readonly gradient: number;
  /** Of any singular value of a weight matrix or of centred activations at the start, relative to the largest of that matrix. */
  readonly singularValues: number;
  /** Of any weight or bias after the last step, relative to the largest of its layer. For information: Adam turns rounding in tiny gradients into whole steps. */
  readonly finalWeights: number;
}

export interface Replayed {
  readonly device: ReferenceValue;
  /** The ones to be judged. */
  readonly deviations: Deviations;
  /** Those of the same run without resuming. */
  readonly uninterrupted: Deviations;
  /** Steps at which the engine was given the golden state to go on from; see `resumesAfterKinks`. */
  readonly resumedAt: readonly number[];
}

/** Trains the file's network on an engine and compares. */
export async function replay(open: OpenEngine, file: ReferenceFile): Promise<Replayed> {
  const { dims, trajectory } = file;
  const { problem, optimisation, start } = replayOf(file);
  const engine = await open(problem, optimisation, start);
  try {
    const gradient = await engine.gradient();
    const spectra = await engine.spectra({ centred: true });
    const atStart = {
      gradient: byLayer(dims, gradient, flatten(dims, file.gradW0, file.gradB0)),
      singularValues: worst([
        bySpectrum(spectra.weights, file.singularValues0),
        bySpectrum(spectra.activations, file.activationSingularValues0),
      ]),
    };
    const record = await engine.train(trajectory.length);
    const { parameters } = await engine.save();
    const uninterrupted = {
      ...atStart,
      ...byStep(record, trajectory),
      finalWeights: byLayer(dims, parameters, flatten(dims, file.W, file.b)),
    };
    const { device } = engine;
    const resumes = passes(uninterrupted) ? [] : resumesAfterKinks(file);
    const deviations =
      resumes.length === 0
        ? uninterrupted
        : { ...atStart, ...(await replaySegments(engine, file, start, resumes)) };
    return { device, deviations, uninterrupted, resumedAt: resumes.map(({ step }) => step) };
  } finally {
    engine.dispose();
  }
}

/** Below this share of a neuron's terms, float32 does not tell on which side of zero their sum is: 16 units in the last place. */
const unresolvable = 2 ** -20;

/**
 * The golden states right after the steps on which no float32 engine can be judged: there the
 * golden run itself passes a ReLU's kink more closely than float32 resolves, so that rounding
 * decides whether that neuron learns from that point, and two correct runs part for good.
 */
function resumesAfterKinks(file: ReferenceFile): TrainingState[] {
  const { problem, optimisation, start: state } = exactReplayOf(file);
  const resumes: TrainingState[] = [];
  while (state.step < file.trajectory.length) {
    const { kinkMargin } = exactStep(problem, optimisation, state);
    if (kinkMargin < unresolvable) resumes.push(roundedState(state));
  }
  return resumes;
}

/** Replays the whole trajectory, but goes on from the golden state at each of `resumes`. */
async function replaySegments(
  engine: TrainingEngine,
  { dims, trajectory, W, b }: ReferenceFile,
  start: TrainingState,
  resumes: readonly TrainingState[],
) {
  const segments: Pick<Deviations, 'dataLoss' | 'parameterNorm'>[] = [];
  const starts = [start, ...resumes];
  for (const [index, state] of starts.entries()) {
    const end = starts.at(index + 1)?.step ?? trajectory.length;
    await engine.load(state);
    if (end === state.step) continue;
    const record = await engine.train(end - state.step);
    segments.push(byStep(record, trajectory.slice(state.step, end)));
  }
  const { parameters } = await engine.save();
  return {
    dataLoss: worst(segments.map(({ dataLoss }) => dataLoss)),
    parameterNorm: worst(segments.map(({ parameterNorm }) => parameterNorm)),
    finalWeights: byLayer(dims, parameters, flatten(dims, W, b)),
  };
}

function byStep(
  { dataLoss, parameterNorm }: StepRecord,
  trajectory: readonly (readonly [number, number])[],
): Pick<Deviations, 'dataLoss' | 'parameterNorm'> {
  const of = (actual: Float32Array, column: 0 | 1) =>
    worst(trajectory.map((golden, step) => deviation([actual[step]], [golden[column]])));
  return { dataLoss: of(dataLoss, 0), parameterNorm: of(parameterNorm, 1) };
}

function bySpectrum(actual: readonly Float32Array[], expected: readonly number[][]): number {
  return worst(expected.map((values, index) => deviation(actual[index] ?? [], values)));
}

function byLayer(dims: readonly number[], actual: Float32Array, expected: Float64Array): number {
  return worst(
    parameterLayout(dims).map(({ weights, biases, fanOut }) => {
      const [begin, end] = [weights, biases + fanOut];
      return deviation(actual.subarray(begin, end), expected.subarray(begin, end));
    }),
  );
}

/** Largest difference of two vectors relative to the largest expected entry; absolute if all of those are 0. */
function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const differences = Array.from(expected, (value, i) => Math.abs(actual[i] - value));
  const scale = worst(Array.from(expected, Math.abs));
  return worst(differences) / (scale || 1);
}

/** The largest of some sizes, where NaN counts as infinite. */
function worst(sizes: readonly number[]): number {
  let largest = 0;
  for (const size of sizes) {
    if (size <= largest) continue;
    largest = Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
  }
  return largest;
}

/** Whether everything but the final weights is within the tolerance. */
export function passes({ finalWeights: _, ...judged }: Deviations): boolean {
  return Object.values(judged).every((value) => value <= tolerance);
}
