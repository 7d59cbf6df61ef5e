/**
 * REPRODUCTION.md as a text: a head, and a section for each part of the reproduction that says
 * when and from which revision it was run. New sections take the place of those with their title;
 * the others stay as they are, so that one figure can be run again without a word about the rest.
 */
import type { ExperimentReport } from '../run-experiment.ts';
import { claimsTable, countVerdicts } from './markdown.ts';
import type { Section } from './section.ts';

/** Where the numbers of a section come from. */
export interface Provenance {
  /** As in 2026-11-26. */
  readonly date: string;
  /** The commit that was run. */
  readonly revision: string;
}

/** A section in full, from its heading on. */
export function writeSection(
  section: Section,
  seeds: readonly number[],
  reports: readonly ExperimentReport[],
  { date, revision }: Provenance,
): string {
  const { about, claims, tables } = section.conclude(seeds, reports);
  const engines = [...new Set(reports.map(({ engine }) => `“${engine}”`))].join(', ');
  return [
    `## ${section.title}`,
    `Run on ${date} at revision ${revision}: ${reports.length} runs, seeds ${seeds.join(', ')} (of the start, and of the data where they are drawn), engine ${engines}.`,
    about,
    claimsTable(claims),
    ...tables,
    'The settings in full:',
    section.settings(seeds, reports),
  ].join('\n\n');
}

/**
 * The whole document.
 * @param titles of all sections there are, in their order
 * @param fresh the sections that were run now
 * @param before the document so far; of it only sections with one of the titles are kept
 */
export function writeDocument(
  titles: readonly string[],
  fresh: readonly string[],
  before = '',
): string {
  const known = new Map([...sectionsOf(before), ...fresh.flatMap(sectionsOf)]);
  const sections = titles.flatMap((title) => known.get(title) ?? []);
  const { all, held } = countVerdicts(sections.join('\n'));
  const head = [
    '# Reproduction',
    `Written by \`npm run reproduce\`. ${held} of ${all} claims hold. Every section says when and from which revision it was run: \`--figure N\` runs the sections of one figure again and leaves the others as they are.`,
    'Numbers separated by commas are those of the seeds, in their order. “The paper” is Jacot, “Implicit Bias of Large Depth Networks: a Notion of Rank for Nonlinear Functions” (ICLR 2023); what is not a number there was read off its figures.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/** The sections of a document by their title. */
function sectionsOf(text: string): [title: string, section: string][] {
  return text
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .map((part) => [part.slice(3, part.indexOf('\n')), part.trimEnd()]);
}
