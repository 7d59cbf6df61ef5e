/** Reports on runs that nobody has made. */
import { expect } from 'vitest';
import type { Findings } from '../../../src/cli/findings.ts';
import type { Claim, Section } from '../../../src/cli/reproduction/section.ts';
import type { ExperimentReport } from '../../../src/cli/run-experiment.ts';
import { completeExperiment, type Experiment, parseQuery } from '../../../src/experiment/index.ts';

/** A report on a query as if it had been run. */
export function report(query: string, parts: Partial<ExperimentReport> = {}): ExperimentReport {
  const { choices, notices } = parseQuery(query);
  expect(notices).toEqual([]);
  const experiment = completeExperiment(choices);
  return {
    experiment,
    engine: 'wasm',
    device: '',
    step: experiment.steps,
    stepsPerSecond: 1,
    diverged: false,
    collapsed: false,
    dataLoss: 0,
    totalLoss: 0,
    normPerLayer: 6,
    bottleneckRank: { rank: 4, layer: 5, directions: 4 },
    ranks: [],
    weightSingularValues: [],
    activationSingularValues: [],
    findings: { kind: 'none' },
    ...parts,
  };
}

/** Reports on everything that a section runs, each with what `find` makes of its experiment. */
export function reportsOn(
  section: Section,
  seeds: readonly number[],
  find: (experiment: Experiment) => Partial<ExperimentReport>,
): ExperimentReport[] {
  return section
    .queries(seeds)
    .map((query) => report(query, find(completeExperiment(parseQuery(query).choices))));
}

/** What a section claims of such reports. */
export function claimsOf(
  section: Section,
  seeds: readonly number[],
  find: (experiment: Experiment) => Partial<ExperimentReport>,
): readonly Claim[] {
  return section.conclude(seeds, reportsOn(section, seeds, find)).claims;
}

/** The claims whose words contain all of these, as whether they hold. */
export function verdictsOn(claims: readonly Claim[], ...words: readonly string[]): boolean[] {
  const found = claims.filter(({ claim }) => words.every((word) => claim.includes(word)));
  expect(found.length).toBeGreaterThan(0);
  return found.map(({ holds }) => holds);
}

/** A class map with these tripoints and bands. */
export function classes(tripointCount: number, bands?: readonly number[]): Findings {
  const tripoint = { x: 0, y: 0, classes: [0, 1, 2] as const, spread: 0, margin: 1 };
  return {
    kind: 'classes',
    accuracy: 1,
    tripoints: Array.from({ length: tripointCount }, () => tripoint),
    adjacency: [],
    bands,
    regions: 4,
  };
}
