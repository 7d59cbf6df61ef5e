/**
 * What has been measured of starts so far, as a JSON file and as the table made from it. The best
 * total loss known of an objective is kept apart from the measurements, and only ever lowered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { optimisationOf } from '../engine/prepare.ts';
import {
  completeExperiment,
  type Experiment,
  experimentOfStart,
  parseQuery,
  startsShallower,
} from '../experiment/index.ts';
import type { MeasuredStart } from './measure-start.ts';

export interface MeasuredCell {
  /** Everything that decides a run but its seed, as the query of a link. */
  readonly experiment: string;
  /** How the runs were trained: what `recipeOf` writes, whatever the defaults become. */
  readonly recipe: string;
  /** By seed, from 0. */
  readonly starts: readonly MeasuredStart[];
}

export interface StartsRecord {
  /** Lowest total loss any run ever reached, by objective. */
  readonly best: Readonly<Record<string, number>>;
  readonly cells: readonly MeasuredCell[];
}

/** Everything the total loss is a function of besides θ, value by value: defaults may change. */
export function objectiveOf(experiment: Experiment): string {
  const { data, points, noise, depth, width, lambda, ridge, dataSeed } = experiment;
  const { trueRank, inputDimension, outputDimension } = experiment;
  const teacher = data === 'teacher' ? { trueRank, inputDimension, outputDimension } : {};
  return listed({ data, points, noise, depth, width, lambda, ridge, dataSeed, ...teacher });
}

/** How a run is started and trained, value by value. */
export function recipeOf(experiment: Experiment): string {
  const { init, amplitude, gain, biasScale, starts, shortSteps } = experiment;
  const { learningRate, schedule, steps, clip, warmUp, warmUpLoss, ramp } = experiment;
  const start = init === 'small' ? { amplitude } : { gain };
  const isCompared = starts > 1 || startsShallower(experiment);
  const recipe = { init, ...start, biasScale, starts, ...(isCompared && { shortSteps }) };
  const shallow = startsShallower(experiment) && {
    startDepth: experiment.startDepth,
    ...startRidge(experiment),
  };
  const training = { learningRate, schedule, steps, clip, warmUp, warmUpLoss, ramp };
  return listed({ ...recipe, ...shallow, ...training });
}

/** The coefficient of ‖θ‖² that starts are trained under, where it is another than that of the run. */
function startRidge(experiment: Experiment): { readonly startRidge?: string } {
  const own = optimisationOf(experimentOfStart(experiment)).ridge.toPrecision(6);
  return own === optimisationOf(experiment).ridge.toPrecision(6) ? {} : { startRidge: own };
}

function listed(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** The experiment of a cell, with the seed 0. */
export function experimentOf({ experiment }: Pick<MeasuredCell, 'experiment'>): Experiment {
  return completeExperiment(parseQuery(experiment).choices);
}

/** Whether the runs of a cell were trained as the page would train them today. */
export function isOfToday(cell: MeasuredCell): boolean {
  return cell.recipe === recipeOf(experimentOf(cell));
}

/**
 * Adds a cell to a record: it replaces that of the same experiment, and cells of other recipes
 * than today's are dropped; a loss enters `best` only where it is lower.
 */
export function addCell(record: StartsRecord, cell: MeasuredCell): StartsRecord {
  const objective = objectiveOf(experimentOf(cell));
  const losses = cell.starts.map(({ totalLoss }) => totalLoss).filter(Number.isFinite);
  const lowest = Math.min(record.best[objective] ?? Number.POSITIVE_INFINITY, ...losses);
  const kept = record.cells.filter(
    (other) => other.experiment !== cell.experiment && isOfToday(other),
  );
  return {
    best: Number.isFinite(lowest) ? { ...record.best, [objective]: lowest } : record.best,
    cells: [...kept, cell],
  };
}

/** Reads a record; a file that does not exist is an empty one. */
export function readRecord(path: string): StartsRecord {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { best: {}, cells: [] };
    }
    throw error;
  }
}

export function writeRecord(path: string, { best, cells }: StartsRecord): void {
  const sorted = Object.fromEntries(Object.entries(best).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(path, `${JSON.stringify({ best: sorted, cells }, null, 2)}\n`);
}
