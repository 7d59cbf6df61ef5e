/** Makes one sweep file out of the results of all shards. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  cellsOf,
  chainsOf,
  checkedFileVersion,
  countingFields,
  parseSweepFile,
  type SweepFile,
  type SweepSpec,
  sweepFingerprint,
  sweepToJson,
} from '../../sweep/index.ts';
import {
  type Answers,
  answersTo,
  type LoggedResult,
  readResults,
  staleWords,
  uncheckedWords,
  withoutOrigin,
} from './result-log.ts';

export interface Merge {
  readonly spec: SweepSpec;
  readonly files: readonly string[];
  readonly out: string;
  /** Accepts that cells are missing. */
  readonly partial: boolean;
  readonly command: string;
  readonly tell: (line: string) => void;
}

/** @throws Error where cells are missing or of another experiment, or a file holds something else */
export function mergeShards({ spec, files, out, partial, command, tell }: Merge): SweepFile {
  const answers = answersTo(spec, files.flatMap(readResults));
  const { results, stale, unchecked } = answers;
  const missing = missingWords(spec, answers);
  if (missing !== undefined && !partial) throw new Error(missing);
  if (stale.length > 0) tell(`${staleWords(stale)} They are left out.`);
  if (unchecked > 0) tell(uncheckedWords(unchecked));
  const file = parseSweepFile({
    schema: checkedFileVersion,
    spec,
    // What cannot be told of some of the results is not claimed of the file.
    ...(unchecked === 0 && {
      experiments: {
        fields: countingFields,
        fingerprint: sweepFingerprint(chainsOf(spec), spec.settle),
      },
    }),
    provenance: {
      engine: 'wasm',
      revision: revisionsOf(results),
      date: new Date().toISOString(),
      command,
    },
    results: results.map(withoutOrigin),
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, sweepToJson(file));
  return file;
}

function missingWords(spec: SweepSpec, { results, stale }: Answers): string | undefined {
  const cells = cellsOf(spec);
  const missing = cells.length - results.length;
  if (missing === 0) return undefined;
  const found = new Set(results.map(({ key }) => key));
  const first = cells.find(({ key }) => !found.has(key));
  const reason = stale.length > 0 ? ` ${staleWords(stale)} Compute them anew.` : '';
  return `${missing} of ${cells.length} cells are missing, the first “${first?.key}”.${reason}`;
}

/** Of all that computed cells, as they first come in the sweep. */
function revisionsOf(results: readonly LoggedResult[]): string {
  return [...new Set(results.map(({ revision = 'unknown' }) => revision))].join(', ');
}
