/** Computes what is still missing of a shard. */
import { type CellResult, cellFingerprints, chainsOf, type SweepSpec } from '../../sweep/index.ts';
import { chainsOfShard, type Shard } from '../../sweep/shard.ts';
import { sourceRevision } from '../source-revision.ts';
import { inChildren, runChainHere } from './child.ts';
import {
  answersTo,
  appendResult,
  openLog,
  readResults,
  staleWords,
  uncheckedWords,
} from './result-log.ts';

export interface ShardRun {
  readonly spec: SweepSpec;
  /** Where the spec was read from, for child processes. */
  readonly specFile: string;
  readonly shard: Shard;
  readonly out: string;
  readonly jobs: number;
  readonly tell: (line: string) => void;
}

/** A path of which a cell is missing is computed from its beginning, and what is known of it left as it is. */
export async function runShard({ spec, specFile, shard, out, jobs, tell }: ShardRun) {
  const all = chainsOf(spec);
  const mine = chainsOfShard(all, shard);
  const wanted = mine.flatMap(({ cells }) => cells);
  const fingerprints = cellFingerprints(all, spec.settle);
  const revision = sourceRevision();
  openLog(out);
  const { results, stale, unchecked } = answersTo(spec, readResults(out));
  const finished = new Set(results.map(({ key }) => key));
  const missing = mine.filter(({ cells }) => cells.some(({ key }) => !finished.has(key)));
  let done = wanted.filter(({ key }) => finished.has(key)).length;
  tell(`${spec.name}: ${done} of ${wanted.length} cells are there already.`);
  if (stale.length > 0) tell(`${out}: ${staleWords(stale)} They are computed anew.`);
  if (unchecked > 0) tell(`${out}: ${uncheckedWords(unchecked)}`);
  const take = (result: CellResult) => {
    if (finished.has(result.key)) return;
    finished.add(result.key);
    appendResult(out, { ...result, experiment: fingerprints.get(result.key), revision });
    done++;
    tell(`${done}/${wanted.length} ${describe(result)}`);
  };
  if (jobs === 1) {
    for (const chain of missing) {
      for await (const result of runChainHere(chain, spec)) take(result);
    }
  } else {
    await inChildren(
      specFile,
      missing.map((chain) => all.indexOf(chain)),
      jobs,
      take,
    );
  }
}

function describe(result: CellResult): string {
  const { key, bottleneckRank, totalLoss, steps, seconds, collapsed, diverged } = result;
  const outcome = diverged ? 'diverged' : collapsed ? 'collapsed' : `rank ${bottleneckRank}`;
  const total = totalLoss === null ? '' : `, total ${totalLoss.toPrecision(4)}`;
  return `${key}: ${outcome}${total}, ${steps} steps in ${seconds.toFixed(1)} s`;
}
