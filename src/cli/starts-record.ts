/**
 * What has been measured of starts so far, as a JSON file and as the table made from it. The best
 * total loss known of an objective is kept apart from the measurements, and only ever lowered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Experiment, formatQuery } from '../experiment/index.ts';
import type { Contest, MeasuredStart } from './measure-start.ts';

export interface MeasuredCell {
  readonly data: string;
  readonly depth: number;
  readonly lambda: number;
  /** The objective, as `objectiveOf` writes it. */
  readonly objective: string;
  /** Short starts of which the cheapest went on, and the steps of each; one is no contest. */
  readonly contest: Contest;
  readonly starts: readonly MeasuredStart[];
}

export interface StartsRecord {
  /** Lowest total loss any run ever reached, by objective. */
  readonly best: Readonly<Record<string, number>>;
  readonly cells: readonly MeasuredCell[];
}

/** Everything the total loss is a function of besides θ, as the query of a link. */
export function objectiveOf(experiment: Experiment): string {
  const { data, points, noise, depth, width, lambda, ridge, dataSeed } = experiment;
  return formatQuery({ data, points, noise, depth, width, lambda, ridge, dataSeed });
}

/** Adds cells to a record: a cell replaces that of the same objective and contest; a loss enters `best` only where it is lower. */
export function addCells(record: StartsRecord, cells: readonly MeasuredCell[]): StartsRecord {
  const best = { ...record.best };
  for (const { objective, starts } of cells) {
    const losses = starts.map(({ totalLoss }) => totalLoss).filter(Number.isFinite);
    const lowest = Math.min(best[objective] ?? Number.POSITIVE_INFINITY, ...losses);
    if (Number.isFinite(lowest)) best[objective] = lowest;
  }
  const replaced = new Set(cells.map(identity));
  return {
    best,
    cells: [...record.cells.filter((cell) => !replaced.has(identity(cell))), ...cells],
  };
}

function identity({ objective, contest }: MeasuredCell): string {
  return `${objective} ${contest.starts} ${contest.steps}`;
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
