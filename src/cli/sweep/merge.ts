/** Makes one sweep file out of the results of all shards. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  cellsOf,
  parseSweepFile,
  type SweepFile,
  type SweepSpec,
  sweepFileVersion,
} from '../../sweep/index.ts';
import { answersTo, readResults } from './result-log.ts';

export interface Merge {
  readonly spec: SweepSpec;
  readonly files: readonly string[];
  readonly out: string;
  /** Accepts that cells are missing. */
  readonly partial: boolean;
  readonly command: string;
}

/** @throws Error where cells are missing, or a file holds something else */
export function mergeShards({ spec, files, out, partial, command }: Merge): SweepFile {
  const cells = cellsOf(spec);
  const results = answersTo(cells, files.flatMap(readResults));
  const missing = cells.length - results.length;
  if (missing > 0 && !partial) {
    const found = new Set(results.map(({ key }) => key));
    const first = cells.find(({ key }) => !found.has(key));
    throw new Error(`${missing} of ${cells.length} cells are missing, the first “${first?.key}”.`);
  }
  const date = new Date().toISOString();
  const provenance = { engine: 'wasm', revision: sourceRevision(), date, command };
  const file = parseSweepFile({ schema: sweepFileVersion, spec, provenance, results });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, formatSweepFile(file));
  return file;
}

/** JSON with one line for each result, so that a merge of few new cells is a small change. */
export function formatSweepFile({ results, ...head }: SweepFile): string {
  const lines = results.map((result) => `\n${JSON.stringify(result)}`);
  return `${JSON.stringify(head).slice(0, -1)},"results":[${lines.join(',')}\n]}\n`;
}

function sourceRevision(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', 'src') !== '';
    return git('rev-parse', '--short=12', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}
