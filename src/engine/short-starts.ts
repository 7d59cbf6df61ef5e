/**
 * Several short starts, of which the cheapest goes on. Which minimum training ends in is decided
 * while it leaves the neighbourhood of zero: a few hundred steps later the start with the lowest
 * total loss is as a rule the one that would also end lowest (docs/starts.md).
 */
import { type Experiment, randomStream } from '../experiment/index.ts';
import type { StepRecord, TrainingEngine, TrainingState } from './engine.ts';
import { initialParameters } from './initialise.ts';
import type { Optimisation } from './problem.ts';
import { warmingUp } from './schedule.ts';

export interface ShortStarts {
  /** States to begin from, for instance fresh weights of several seeds. At least one. */
  readonly starts: readonly TrainingState[];
  /** Steps each of them is trained. */
  readonly steps: number;
  /** Steps at a time; between two slices the caller may look at the engine, or stop. */
  readonly slice: number;
  /** As the engine trains; its ridge, in full, is the price of ‖θ‖² in the total loss. */
  readonly optimisation: Optimisation;
}

export interface ShortStartSlice {
  /** Which of the starts is in training. */
  readonly start: number;
  readonly record: StepRecord;
}

/** What came of the starts: `totalLosses` at the end of each, infinite where it diverged. */
export interface CheapestStart {
  readonly chosen: number;
  readonly totalLosses: readonly number[];
}

/**
 * Draws `count` states to begin from. The first has the weights of `prepareRun`, so that a single
 * short start is the ordinary one; the others have streams of their own from the same seed.
 * @param dims layer sizes [inputs, width, …, outputs]
 */
export function freshStarts(
  dims: readonly number[],
  experiment: Experiment,
  count: number,
): TrainingState[] {
  return Array.from({ length: count }, (_, index) => {
    const stream = randomStream(experiment.seed, index === 0 ? 'weights' : `weights/${index}`);
    const parameters = initialParameters(dims, experiment, stream);
    return {
      step: 0,
      rampStart: warmingUp,
      parameters,
      firstMoment: new Float32Array(parameters.length),
      secondMoment: new Float32Array(parameters.length),
    };
  });
}

/**
 * Trains every start for a while on one engine, one after the other, and leaves the engine at the
 * end of the cheapest, ready to train on. Yields after every slice; whoever stops listening leaves
 * the engine where it is. A single start is trained like any other.
 *
 * The total loss is that of the last step's record: data loss plus the full ridge, whatever share
 * of it the warm-up lets through.
 * @throws RangeError where there is no start, or no step to train
 */
export async function* trainShortStarts(
  engine: TrainingEngine,
  { starts, steps, slice, optimisation }: ShortStarts,
): AsyncGenerator<ShortStartSlice, CheapestStart> {
  if (starts.length === 0) throw new RangeError('There is no start to train.');
  if (!(steps >= 1 && slice >= 1)) throw new RangeError('A short start takes at least one step.');
  const totalLosses: number[] = [];
  let chosen = 0;
  let cheapest: TrainingState | undefined;
  for (const [start, state] of starts.entries()) {
    await engine.load(state);
    let totalLoss = Number.POSITIVE_INFINITY;
    for (let done = 0; done < steps; ) {
      const record = await engine.train(Math.min(slice, steps - done));
      done += record.dataLoss.length;
      totalLoss = totalLossAfter(record, optimisation.ridge);
      yield { start, record };
      if (totalLoss === Number.POSITIVE_INFINITY) break;
    }
    totalLosses.push(totalLoss);
    if (cheapest === undefined || totalLoss < totalLosses[chosen]) {
      chosen = start;
      cheapest = await engine.save();
    }
  }
  if (cheapest !== undefined && chosen !== starts.length - 1) await engine.load(cheapest);
  return { chosen, totalLosses };
}

function totalLossAfter({ dataLoss, parameterNorm }: StepRecord, ridge: number): number {
  const end = dataLoss.length - 1;
  const totalLoss = dataLoss[end] + ridge * parameterNorm[end];
  return Number.isFinite(totalLoss) ? totalLoss : Number.POSITIVE_INFINITY;
}
