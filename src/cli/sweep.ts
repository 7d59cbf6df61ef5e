/** `npm run sweep`: computes the cells of a sweep, shard by shard, and merges what was computed. */
import { readFileSync } from 'node:fs';
import { completeExperiment, parseQuery } from '../experiment/index.ts';
import { parseSpec, type SweepFile, sweepFromJson } from '../sweep/index.ts';
import { readOrExplain } from './read-or-explain.ts';
import { obey } from './sweep/child.ts';
import { costReport } from './sweep/cost-report.ts';
import { depthReport } from './sweep/depth-report.ts';
import { mergeShards } from './sweep/merge.ts';
import { readOptions, usage } from './sweep/options.ts';
import { mapReport } from './sweep/report.ts';
import { runShard } from './sweep/run.ts';

export async function main(args: string[]): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  if (options.task === 'help') {
    console.log(usage);
    return 0;
  }
  if (options.task === 'report' || options.task === 'costs') {
    const file = sweepFromJson(readFileSync(options.file, 'utf8'));
    console.log(options.task === 'costs' ? costReport(file) : await reportOf(file));
    return 0;
  }
  const spec = parseSpec(JSON.parse(readFileSync(options.spec, 'utf8')));
  switch (options.task) {
    case 'run': {
      const { index, count } = options.shard;
      const out = options.out ?? `sweeps/build/${spec.name}.${index}-of-${count}.ndjson`;
      await runShard({ ...options, spec, specFile: options.spec, out, tell: console.error });
      return 0;
    }
    case 'merge': {
      const out = options.out ?? `public/sweeps/${spec.name}.json`;
      const command = `npm run sweep -- ${options.spec}`;
      const { results } = mergeShards({ ...options, spec, out, command, tell: console.error });
      console.error(`${results.length} cells are in ${out}.`);
      return 0;
    }
    case 'child':
      await obey(spec);
      return 0;
  }
}

/** Teachers have a true rank to be found, by depth and number of points; other data have a depth alone. */
async function reportOf(file: SweepFile): Promise<string> {
  const { task } = completeExperiment(parseQuery(file.spec.base).choices);
  return task === 'rank-recovery' ? mapReport(file) : depthReport(file);
}
