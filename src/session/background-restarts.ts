/**
 * Whole runs from other seeds, trained in the worker's idle time once the run on screen has
 * finished: theory speaks of the cheapest minimum, and one run need not have found it.
 */

import { grownRun } from '../engine/begin-run.ts';
import type { PreparedRun, StepRecord, TrainingEngine } from '../engine/index.ts';
import { preparedOn } from '../engine/prepare.ts';
import { comparesStarts, type EndedStart, StartComparison } from '../engine/short-starts.ts';
import { type Experiment, fieldNames, fieldOf } from '../experiment/index.ts';
import { trainsAlike } from './change.ts';
import { measureThroughput } from './throughput.ts';
import type { TrainingRun } from './training-run.ts';

/** How it goes, for the page. */
export interface RestartsReport {
  /** The run on screen, with which the others compete. */
  readonly run: number;
  /** Its total loss: data loss plus the full ridge. */
  readonly shown: number;
  /** How many restarts are wanted, and how many have been trained. */
  readonly wanted: number;
  readonly done: number;
  /** The cheapest of them. */
  readonly cheapest?: { readonly seed: number; readonly totalLoss: number };
}

/** A finished run, ready to be shown. */
export interface FoundRun {
  readonly experiment: Experiment;
  /** On the data it was trained on; it starts where training has led. */
  readonly prepared: PreparedRun;
  /** All losses on the way. */
  readonly records: readonly StepRecord[];
  readonly totalLoss: number;
}

export interface BackgroundRestarts {
  /** Trains for a moment, where the run on screen leaves time and wants restarts; false where there is nothing to do. */
  tend(run: TrainingRun): Promise<boolean>;
  /** The run that was trained as this experiment is, from its seed. */
  found(experiment: Experiment): FoundRun | undefined;
  /** From now on the others compete with this run, which was one of them. */
  shows(run: TrainingRun): void;
}

interface Surroundings {
  readonly open: (experiment: Experiment, prepared: PreparedRun) => Promise<TrainingEngine>;
  readonly report: (report: RestartsReport) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Shorter than the slices of the run on screen: nobody waits for this, and others may be waiting. */
const sliceMilliseconds = 8;

/** Everything that decides what a run ends with, apart from how many restarts are wanted. */
function identityOf({ id, experiment }: TrainingRun): string {
  const decisive = fieldNames.filter(
    (name) => name !== 'restarts' && fieldOf(name).effect !== 'view',
  );
  return `${id} ${decisive.map((name) => experiment[name]).join(' ')}`;
}

/** The restarts of one run after the other. */
export function backgroundRestarts({ open, report, now }: Surroundings): BackgroundRestarts {
  let identity: string | undefined;
  /** By depth: a network that grows is trained on one engine before and on another after. */
  const engines = new Map<number, TrainingEngine>();
  let original: Experiment | undefined;
  let attempt: Attempt | undefined;
  let finished: FoundRun[] = [];
  let failures = 0;
  let reported: string | undefined;
  let throughput = measureThroughput(sliceMilliseconds);

  const done = () => finished.length + failures;

  function tell({ id, experiment, totalLoss }: TrainingRun): void {
    const [first, ...others] = finished;
    const best = first && others.reduce((a, b) => (b.totalLoss < a.totalLoss ? b : a), first);
    const next: RestartsReport = {
      run: id,
      shown: totalLoss,
      wanted: experiment.restarts,
      done: Math.min(done(), experiment.restarts),
      ...(best && { cheapest: { seed: best.experiment.seed, totalLoss: best.totalLoss } }),
    };
    const written = JSON.stringify(next);
    if (written === reported) return;
    reported = written;
    report(next);
  }

  function closeEngines(): void {
    for (const engine of engines.values()) engine.dispose();
    engines.clear();
  }

  /** An engine that stands where this run begins. */
  async function engineFor(experiment: Experiment, prepared: PreparedRun): Promise<TrainingEngine> {
    const depth = prepared.problem.dims.length - 1;
    // What another network took a step says nothing of this one.
    throughput = measureThroughput(sliceMilliseconds);
    const known = engines.get(depth);
    if (known) {
      known.setOptimisation(prepared.optimisation);
      await known.load(prepared.start);
      return known;
    }
    const engine = await open(experiment, prepared);
    engines.set(depth, engine);
    return engine;
  }

  function forget(): void {
    closeEngines();
    attempt = undefined;
    finished = [];
    failures = 0;
    reported = undefined;
  }

  async function trainOn(run: TrainingRun, base: Experiment): Promise<void> {
    const next = { ...base, seed: base.seed + done() + 1 };
    attempt ??= await beginAttempt(engineFor, run.prepared, next);
    const before = now();
    const trained = await attempt.train(throughput.sliceSteps);
    throughput.record(trained, now() - before);
    const end = attempt.end;
    if (end === undefined) return;
    attempt = undefined;
    if (end === 'diverged') failures++;
    else finished.push(end);
  }

  return {
    async tend(run) {
      const { restarts } = run.experiment;
      if (run.status !== 'finished' || restarts === 0) return false;
      if (identityOf(run) !== identity) {
        forget();
        identity = identityOf(run);
        original = run.experiment;
      }
      const hasWork = done() < restarts;
      if (hasWork) {
        try {
          await trainOn(run, original ?? run.experiment);
        } catch {
          // Nobody asked for this run by name: it is left out, and the next one tries again.
          closeEngines();
          attempt = undefined;
          failures++;
        }
      }
      tell(run);
      return hasWork;
    },
    found: (wanted) => finished.find(({ experiment }) => trainsAlike(experiment, wanted)),
    shows(run) {
      identity = identityOf(run);
    },
  };
}

interface Attempt {
  /** Trains at most so many steps; returns how many it were. */
  train(steps: number): Promise<number>;
  /** Where it has led, once its budget is used up. */
  readonly end: FoundRun | 'diverged' | undefined;
}

async function beginAttempt(
  engineFor: (experiment: Experiment, prepared: PreparedRun) => Promise<TrainingEngine>,
  { data }: PreparedRun,
  experiment: Experiment,
): Promise<Attempt> {
  let prepared = preparedOn(data, experiment);
  let engine = await engineFor(experiment, prepared);
  const { problem } = prepared;
  const comparison = comparesStarts(experiment)
    ? new StartComparison(problem, experiment)
    : undefined;
  let records: StepRecord[] = [];
  let step = 0;
  let end: Attempt['end'];

  /** @param totalLoss what the newest step cost, with the full ridge */
  async function note(totalLoss: number): Promise<void> {
    if (!Number.isFinite(totalLoss)) end = 'diverged';
    else if (step >= experiment.steps) {
      end = {
        experiment,
        prepared: { ...prepared, start: await engine.save() },
        records,
        totalLoss,
      };
    }
  }

  function totalOf({ dataLoss, parameterNorm }: StepRecord): number {
    return Number(dataLoss.at(-1)) + prepared.optimisation.ridge * Number(parameterNorm.at(-1));
  }

  /** All starts have had their steps. */
  async function goOn(cheapest: EndedStart | undefined): Promise<void> {
    if (cheapest === undefined) {
      end = 'diverged';
      return;
    }
    records = [...cheapest.records];
    step = cheapest.state.step;
    if (cheapest.grown) {
      prepared = grownRun(prepared, experiment, cheapest.grown);
      engine = await engineFor(experiment, prepared);
    }
    await note(cheapest.grown ? cheapest.totalLoss : totalOf(records[records.length - 1]));
  }

  return {
    get end() {
      return end;
    },
    async train(steps) {
      if (comparison && !comparison.isOver) {
        const record = await engine.train(Math.min(steps, comparison.stepsLeft));
        await comparison.take(engine, record, prepared.optimisation);
        if (comparison.isOver) await goOn(comparison.cheapest);
        return record.dataLoss.length;
      }
      const record = await engine.train(Math.max(1, Math.min(steps, experiment.steps - step)));
      records.push(record);
      step = record.step;
      await note(totalOf(record));
      return record.dataLoss.length;
    },
  };
}
