/** A part of the reproduction: which runs it needs, and what it concludes from them. */
import type { Choices } from '../../experiment/index.ts';
import { formatQuery } from '../../experiment/index.ts';
import type { ExperimentReport } from '../run-experiment.ts';

export interface Claim {
  /** What the paper says, or what is asked of this program. */
  readonly claim: string;
  /** What the runs show of it, in numbers. */
  readonly found: string;
  readonly holds: boolean;
}

export interface Conclusion {
  readonly title: string;
  readonly about: string;
  readonly claims: readonly Claim[];
  /** In Markdown. */
  readonly tables: readonly string[];
}

export interface Section {
  /** The runs as queries of links, in an order that `conclude` knows. */
  queries(seeds: readonly number[]): readonly string[];
  conclude(seeds: readonly number[], reports: readonly ExperimentReport[]): Conclusion;
}

/** A section made of some settings, each run with every seed. */
export function sectionOf(
  settings: readonly Choices[],
  conclude: (runs: readonly (readonly ExperimentReport[])[]) => Conclusion,
): Section {
  return {
    queries: (seeds) =>
      settings.flatMap((setting) =>
        seeds.map((seed) => formatQuery({ ...setting, seed, engine: 'wasm' })),
      ),
    conclude: (seeds, reports) =>
      conclude(settings.map((_, i) => reports.slice(i * seeds.length, (i + 1) * seeds.length))),
  };
}

/** A claim that has to hold for all but every fifth seed. */
export function forMostSeeds<Run>(
  claim: string,
  runs: readonly Run[],
  holds: (run: Run) => boolean,
): Claim {
  const count = runs.filter(holds).length;
  return {
    claim: `${claim}, for at least 4 of 5 seeds`,
    found: `${count} of ${runs.length}`,
    holds: count >= 0.8 * runs.length,
  };
}

/** A Markdown table. */
export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
