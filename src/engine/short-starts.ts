/**
 * Several short starts, of which the cheapest goes on. Which minimum training ends in is decided
 * while it leaves the neighbourhood of zero: a few hundred steps later the start with the lowest
 * total loss is as a rule the one that would also end lowest (docs/starts.md). Starts of fewer
 * layers than the run is to have are compared by what they cost once they have grown.
 */
import { type Experiment, experimentOfStart, startsShallower } from '../experiment/index.ts';
import { type GrownNetwork, growCheaply } from './depth/index.ts';
import type { StepRecord, TrainingEngine, TrainingState } from './engine.ts';
import { freshStart } from './fresh-start.ts';
import { isToGrow, optimisationOf } from './prepare.ts';
import type { Optimisation, Problem } from './problem.ts';

/** What a start has come to by the end of its steps. */
export interface EndedStart {
  /** Which one, from 0. */
  readonly start: number;
  /**
   * The lowest of the last steps, or that of the grown network: data loss plus the full ridge,
   * whatever share of it the warm-up lets through.
   */
  readonly totalLoss: number;
  readonly state: TrainingState;
  /** What goes on in its place, where starts have fewer layers than the run. */
  readonly grown?: GrownNetwork;
  /** All that the engine reported on the way. */
  readonly records: readonly StepRecord[];
}

/**
 * Whether a fresh run of this experiment begins with a comparison of short starts, or with one that
 * is to grow. Without a ridge none does: the quickest fit would win, which is not the one of lowest
 * rank (at L = 9 it had four tripoints where the first start alone had none).
 */
export function comparesStarts(experiment: Experiment): boolean {
  const { starts, lambda } = experiment;
  return (starts > 1 && lambda > 0) || startsShallower(experiment);
}

/**
 * The account of a comparison. It trains nothing itself: whoever trains the engine, in slices of
 * any length, hands in what came of each, and finds the engine at the next start when one has
 * had its steps, and at the cheapest when all have. So the worker and the command line arrive at
 * the same run, bit by bit.
 */
export class StartComparison {
  /** How many starts are compared. */
  readonly count: number;
  /** Steps each of them is trained: those of the experiment, or its whole budget if that is less. */
  readonly steps: number;
  readonly #problem: Problem;
  readonly #experiment: Experiment;
  #start = 0;
  #records: StepRecord[] = [];
  #stepsLeft: number;
  #cheapest: EndedStart | undefined;

  /** @param problem of the starts, as `prepareRun` gives it */
  constructor(problem: Problem, experiment: Experiment) {
    this.#problem = problem;
    this.#experiment = experiment;
    this.count = experiment.starts;
    this.steps = Math.min(experiment.shortSteps, experiment.steps);
    this.#stepsLeft = this.steps;
  }

  /** The start in training, from 0; `count` once all have been compared. */
  get start(): number {
    return this.#start;
  }

  get isOver(): boolean {
    return this.#start === this.count;
  }

  /** Steps that the present start has still to be trained; no more may be trained at once. */
  get stepsLeft(): number {
    return this.#stepsLeft;
  }

  /** The cheapest start so far, of those whose steps are done; undefined while all diverged. */
  get cheapest(): EndedStart | undefined {
    return this.#cheapest;
  }

  /**
   * Takes in what the engine did with the present start. A start that diverges ends there and
   * counts as infinitely dear; where all do, the engine goes back to the first one's beginning.
   * @returns whether the start has ended, and the engine is elsewhere
   */
  async take(
    engine: TrainingEngine,
    record: StepRecord,
    { ridge }: Optimisation,
  ): Promise<boolean> {
    this.#records.push(record);
    this.#stepsLeft -= record.dataLoss.length;
    const isSound =
      Number.isFinite(record.dataLoss.at(-1)) && Number.isFinite(record.parameterNorm.at(-1));
    if (isSound && this.#stepsLeft > 0) return false;
    const start = this.#start;
    if (isSound) {
      const ended = this.#end(await engine.save(), ridge);
      if (ended.totalLoss < (this.#cheapest?.totalLoss ?? Number.POSITIVE_INFINITY)) {
        this.#cheapest = ended;
      }
    }
    this.#start++;
    this.#records = [];
    this.#stepsLeft = this.isOver ? 0 : this.steps;
    const next = this.isOver ? this.#cheapest?.state : this.#fresh(this.#start);
    if (next === undefined) await engine.load(this.#fresh(0));
    else if (!this.isOver || this.#cheapest?.start !== start) await engine.load(next);
    return true;
  }

  /**
   * Ends the comparison with the cheapest start so far, and sends the engine there. Does nothing
   * while no start has had its steps.
   */
  async endWithCheapest(engine: TrainingEngine): Promise<void> {
    if (this.isOver || !this.#cheapest) return;
    this.#start = this.count;
    this.#records = [];
    this.#stepsLeft = 0;
    await engine.load(this.#cheapest.state);
  }

  /** What the present start has come to. */
  #end(state: TrainingState, ridge: number): EndedStart {
    const ended = { start: this.#start, state, records: this.#records };
    if (!isToGrow(this.#problem, this.#experiment)) {
      return { ...ended, totalLoss: lowestTotal(this.#records, ridge) };
    }
    const whole = optimisationOf(this.#experiment).ridge;
    const grown = growCheaply(this.#problem, state, this.#experiment.depth, whole);
    return { ...ended, totalLoss: grown.dataLoss + whole * grown.parameterNorm, grown };
  }

  #fresh(index: number): TrainingState {
    return freshStart(this.#problem.dims, experimentOfStart(this.#experiment), index);
  }
}

/**
 * Compares the starts of an experiment on an engine that stands at the first of them, and leaves
 * it at the end of the cheapest, ready to train on; an experiment of a single start is left where
 * it is. Yields after every slice; whoever stops listening leaves the engine where it is.
 * @param slice steps at a time
 * @returns the cheapest start; undefined where there was nothing to compare, or all diverged
 */
export async function* compareStarts(
  engine: TrainingEngine,
  experiment: Experiment,
  slice: number,
): AsyncGenerator<StepRecord, EndedStart | undefined> {
  if (!comparesStarts(experiment)) return undefined;
  const optimisation = optimisationOf(experimentOfStart(experiment));
  const comparison = new StartComparison(engine.problem, experiment);
  while (!comparison.isOver) {
    const record = await engine.train(Math.min(slice, comparison.stepsLeft));
    await comparison.take(engine, record, optimisation);
    yield record;
  }
  return comparison.cheapest;
}

/** Deep networks shoot up for a few steps now and then; what a start is worth shows between. */
const lastSteps = 64;

/** The lowest total loss of the last steps. */
function lowestTotal(records: readonly StepRecord[], ridge: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  let left = lastSteps;
  for (let part = records.length - 1; part >= 0 && left > 0; part--) {
    const { dataLoss, parameterNorm } = records[part];
    for (let i = dataLoss.length - 1; i >= 0 && left > 0; i--, left--) {
      lowest = Math.min(lowest, dataLoss[i] + ridge * parameterNorm[i]);
    }
  }
  return lowest;
}
