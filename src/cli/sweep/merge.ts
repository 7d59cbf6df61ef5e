/** Makes one sweep file out of the results of all shards. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  cellsOf,
  parseSweepFile,
  type SweepFile,
  type SweepSpec,
  sweepFileVersion,
  sweepToJson,
} from '../../sweep/index.ts';
import { sourceRevision } from '../source-revision.ts';
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
  writeFileSync(out, sweepToJson(file));
  return file;
}
