/** Finished cells in a file, one JSON object a line, so that nothing is lost when a sweep is stopped. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import {
  type CellResult,
  cellFingerprints,
  cellResultSchema,
  chainsOf,
  type SweepSpec,
} from '../../sweep/index.ts';

const loggedResultSchema = v.strictObject({
  ...cellResultSchema.entries,
  /** Fingerprint of the cell; see src/sweep/cell-fingerprints.ts. Lines from before 2026-11-27 have neither. */
  experiment: v.optional(v.string()),
  /** Revision of the source that computed the cell. */
  revision: v.optional(v.string()),
});

/** A finished cell as a line has it. */
export type LoggedResult = v.InferOutput<typeof loggedResultSchema>;

/**
 * Reads all results of a file; none where there is no file. A last line that was cut off while it
 * was written is dropped, from the file too.
 * @throws Error that names the line which holds no result
 */
export function readResults(file: string): LoggedResult[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) writeFileSync(file, text.slice(0, end));
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return v.parse(loggedResultSchema, JSON.parse(line));
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new Error(`${file}, line ${index + 1} is no result of a sweep: ${reason}`);
    }
  });
}

/** Makes the file where there is none: a shard without cells has an empty one. */
export function openLog(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, '');
}

export function appendResult(file: string, result: LoggedResult): void {
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

export interface Answers {
  /** In the order of the cells; of two answers the first counts. */
  readonly results: readonly LoggedResult[];
  /** Keys of cells whose only results are of another experiment: a default or the spec has changed. */
  readonly stale: readonly string[];
  /** How many of the results are from before fingerprints, so that their links alone were compared. */
  readonly unchecked: number;
}

/**
 * The results that belong to the cells of a sweep. A link that now says more or less of the same
 * experiment is replaced by the link of today.
 */
export function answersTo(spec: SweepSpec, results: readonly LoggedResult[]): Answers {
  const chains = chainsOf(spec);
  const fingerprints = cellFingerprints(chains, spec.settle);
  const answers: LoggedResult[] = [];
  const stale: string[] = [];
  const byKey = new Map<string, LoggedResult[]>();
  for (const result of results) byKey.set(result.key, [...(byKey.get(result.key) ?? []), result]);
  for (const { key, query } of chains.flatMap(({ cells }) => cells)) {
    const found = byKey.get(key) ?? [];
    const answer = found.find(({ experiment, ...result }) =>
      experiment === undefined ? result.query === query : experiment === fingerprints.get(key),
    );
    if (answer) answers.push({ ...answer, query });
    else if (found.length > 0) stale.push(key);
  }
  const unchecked = answers.filter(({ experiment }) => experiment === undefined).length;
  return { results: answers, stale, unchecked };
}

/** Says of stale cells what is wrong with them. @param keys at least one */
export function staleWords(keys: readonly string[]): string {
  const [first] = keys;
  const what =
    keys.length === 1 ? `The cell “${first}” is` : `${keys.length} cells are, as “${first}”,`;
  return `${what} of another experiment than the spec gives today: a default, the spec or a path has changed.`;
}

export function uncheckedWords(count: number): string {
  return `${count} results are from before experiments had fingerprints; only their links were compared.`;
}

/** The result without what only its log needs. */
export function withoutOrigin(logged: LoggedResult): CellResult {
  const { experiment: _experiment, revision: _revision, ...result } = logged;
  return result;
}
