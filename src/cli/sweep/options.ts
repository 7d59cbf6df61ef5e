/** What `npm run sweep` is asked to do. */
import { parseArgs } from 'node:util';
import { parseShard, type Shard } from '../../sweep/shard.ts';

export const usage = `Usage: npm run sweep -- SPEC.json [--shard i/n] [--out FILE.ndjson] [--jobs N]
       npm run sweep -- merge SPEC.json FILE.ndjson … [--out FILE.json] [--partial]
       npm run sweep -- report FILE.json
       npm run sweep -- costs FILE.json

Computes the cells of a sweep (see docs/sweeps.md). Every finished cell is added to the output at
once; what is there already is not computed again. “report” prints what a merged file says, as tables,
and “costs” how long its cells took.
  --shard i/n    only number i of n parts; 1/1 by default
  --out FILE     sweeps/build/NAME.i-of-n.ndjson by default; for merge public/sweeps/NAME.json
  --jobs N       so many processes; 1 by default
  --partial      merge although cells are missing`;

export type SweepOptions =
  | { readonly task: 'help' }
  | {
      readonly task: 'run';
      readonly spec: string;
      readonly shard: Shard;
      readonly out: string | undefined;
      readonly jobs: number;
    }
  | {
      readonly task: 'merge';
      readonly spec: string;
      readonly files: readonly string[];
      readonly out: string | undefined;
      readonly partial: boolean;
    }
  /** Of a merged file. */
  | { readonly task: 'report'; readonly file: string }
  | { readonly task: 'costs'; readonly file: string }
  /** A child of `--jobs`: is told numbers of chains on its standard input. */
  | { readonly task: 'child'; readonly spec: string };

/** @throws Error for what cannot be understood */
export function readOptions(args: string[]): SweepOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shard: { type: 'string', default: '1/1' },
      out: { type: 'string' },
      jobs: { type: 'string', default: '1' },
      partial: { type: 'boolean', default: false },
      child: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { task: 'help' };
  const merging = positionals[0] === 'merge';
  const [spec, ...files] = merging ? positionals.slice(1) : positionals;
  if (spec === undefined) throw new Error('No spec was given.');
  if (merging) {
    return { task: 'merge', spec, files, out: values.out, partial: values.partial };
  }
  if (spec === 'report' || spec === 'costs') {
    if (files.length !== 1) throw new Error(`“${spec}” takes one file.`);
    return { task: spec, file: files[0] };
  }
  if (files.length > 0) throw new Error('More than one spec was given.');
  if (values.child) return { task: 'child', spec };
  const jobs = Number(values.jobs);
  if (!(Number.isInteger(jobs) && jobs >= 1)) {
    throw new Error(`--jobs takes whole numbers from 1 on, not “${values.jobs}”.`);
  }
  return { task: 'run', spec, shard: parseShard(values.shard), out: values.out, jobs };
}
