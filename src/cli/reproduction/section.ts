/** A part of the reproduction: which runs it needs, and what it concludes from them. */
import type { Choices } from '../../experiment/index.ts';
import { formatQuery } from '../../experiment/index.ts';
import type { ExperimentReport } from '../run-experiment.ts';
import { settingsTable } from './settings-table.ts';

export interface Claim {
  /** What is asked of this program. */
  readonly claim: string;
  /** What the paper reports of it. */
  readonly paper: string;
  /** What the runs show of it, in numbers. */
  readonly found: string;
  readonly holds: boolean;
}

export interface Conclusion {
  /** What the runs are about and what the numbers mean, in Markdown. */
  readonly about: string;
  readonly claims: readonly Claim[];
  /** In Markdown. */
  readonly tables: readonly string[];
}

export interface Section {
  readonly title: string;
  /** The runs as queries of links, in an order that `write` knows. */
  queries(seeds: readonly number[]): readonly string[];
  conclude(seeds: readonly number[], reports: readonly ExperimentReport[]): Conclusion;
  /** The exact setting of every run, as a Markdown table; of the first seed. */
  settings(seeds: readonly number[], reports: readonly ExperimentReport[]): string;
}

interface SectionParts {
  readonly title: string;
  /** Each is run with every seed. */
  readonly settings: readonly Choices[];
  /** @param runs for each setting those of all seeds */
  conclude(runs: readonly (readonly ExperimentReport[])[]): Conclusion;
}

export function sectionOf({ title, settings, conclude }: SectionParts): Section {
  return {
    title,
    queries: (seeds) =>
      settings.flatMap((setting) =>
        seeds.map((seed) => formatQuery({ ...setting, seed, engine: 'wasm' })),
      ),
    conclude: (seeds, reports) =>
      conclude(settings.map((_, i) => reports.slice(i * seeds.length, (i + 1) * seeds.length))),
    settings: (seeds, reports) =>
      settingsTable(settings.map((_, i) => reports[i * seeds.length].experiment)),
  };
}

/** A claim that has to hold for all but every fifth seed. */
export function forMostSeeds<Run>(
  { claim, paper }: Pick<Claim, 'claim' | 'paper'>,
  runs: readonly Run[],
  holds: (run: Run) => boolean,
): Claim {
  const count = runs.filter(holds).length;
  return {
    claim: `${claim}, for at least 4 of 5 seeds`,
    paper,
    found: `${count} of ${runs.length}`,
    holds: count >= 0.8 * runs.length,
  };
}

/** The claim that none of these runs ended in a constant. */
export function withoutCollapse(claim: string, runs: readonly ExperimentReport[]): Claim {
  const collapsed = runs.filter((run) => run.collapsed).length;
  return {
    claim,
    paper: 'not reported',
    found: `${collapsed} of ${runs.length}`,
    holds: collapsed === 0,
  };
}

/** A number of every run, in the order of their seeds. */
export function eachSeed(
  runs: readonly ExperimentReport[],
  number: (run: ExperimentReport) => number | string,
): string {
  return runs.map(number).join(', ');
}
