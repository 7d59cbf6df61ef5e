/** A change of depth that keeps what the network has learnt: grown by layers that change no output, or shrunk by merging neighbours. */
import { carriedTo } from '../engine/depth/index.ts';
import { longRisen, optimisationOf, type PreparedRun } from '../engine/index.ts';
import { type Experiment, fieldNames, fieldOf } from '../experiment/index.ts';
import { type Reference, reasonOf, refer } from '../messages/reference.ts';
import { EngineFault } from './engine-fault.ts';
import type { TrainingRun } from './training-run.ts';

/** Fields that shape only the start of a run: they follow the depth, but a carried run has no start. */
const ofTheStart = new Set<string>([
  'depth',
  'init',
  'amplitude',
  'gain',
  'biasScale',
  'startDepth',
  'starts',
  'shortSteps',
]);

/** Whether the visitor wants the run to be carried over: only the depth has changed. */
export function asksToCarry(before: Experiment, after: Experiment): boolean {
  return (
    after.depthChange === 'carry' &&
    before.depth !== after.depth &&
    fieldNames
      .filter((name) => before[name] !== after[name] && fieldOf(name).effect === 'restart')
      .every((name) => ofTheStart.has(name))
  );
}

/** Why a network is not worth carrying over, for people; undefined where it is. */
export function reasonNotToCarry({ fits, status }: TrainingRun): Reference | undefined {
  if (status === 'diverged') return refer('notices', 'carry.diverged');
  return fits ? undefined : refer('notices', 'carry.unfitted');
}

export interface CarriedRun {
  readonly prepared: PreparedRun;
  /** How its function differs from before, for people; undefined where it hardly does. */
  readonly change?: Reference;
}

/** The run at the depth of `next`, ready to be opened on the same data. */
async function carriedRun(next: Experiment, from: TrainingRun): Promise<CarriedRun> {
  const { data, problem } = from.prepared;
  const optimisation = optimisationOf(next);
  const state = await from.rescue();
  const trained = { problem, state, activations: await from.activations() };
  const carried = carriedTo(trained, { ...next, ridge: optimisation.ridge });
  const { problem: deeper, state: start, rankBefore: rank } = carried;
  const prepared = { data, problem: deeper, optimisation, start };
  if (rank === undefined) return { prepared };
  return { prepared, change: refer('notices', 'carry.narrowed', { rank, width: next.width }) };
}

/** The same, or why it cannot be had, for people. @throws EngineFault where the network cannot be read */
export async function carriedOrReason(
  next: Experiment,
  from: TrainingRun,
): Promise<CarriedRun | Reference> {
  try {
    return await carriedRun(next, from);
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    return refer('notices', 'carry.failed', { reason: reasonOf(error) });
  }
}

/** What a minimum depends on and a change of which can be answered from where the network is. */
const ofTheMinimum = ['lambda', 'ridge', 'learningRate', 'schedule', 'clip'] as const;

/**
 * Whether a change asks a run for more steps than it has left: its budget is used up, or
 * it came from a file and is in the last part of its schedule.
 */
export function asksForMore(before: Experiment, after: Experiment, run: TrainingRun): boolean {
  const { step, rampStart } = run.prepared.start;
  const cameFromFile = step > 0 && rampStart === longRisen;
  return (
    (run.isSpent || cameFromFile) &&
    run.status !== 'diverged' &&
    ofTheMinimum.some((name) => before[name] !== after[name])
  );
}

/**
 * The same network with a step budget that begins anew. Adam keeps its second moments: beside a
 * count of steps that begins at zero they count for more, which makes the first steps short.
 */
export async function continuedRun(next: Experiment, from: TrainingRun): Promise<PreparedRun> {
  const state = await from.rescue();
  const firstMoment = new Float32Array(state.parameters.length);
  return {
    ...from.prepared,
    optimisation: optimisationOf(next),
    start: { ...state, step: 0, rampStart: longRisen, firstMoment },
  };
}
