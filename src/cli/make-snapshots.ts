/**
 * `npm run snapshots`: trains the featured experiments at every depth and writes the settled
 * networks to public/runs. What a file holds already is kept where the recipe is still the same,
 * so that the command can be stopped and started again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { completeExperiment, formatQuery } from '../experiment/index.ts';
import { decodeSnapshots } from '../snapshot/decode.ts';
import { type EncodedState, encodeSnapshots } from '../snapshot/encode.ts';
import { deepest, type FeaturedExperiment, featured, sameRecipe } from '../snapshot/featured.ts';
import { type Made, SnapshotError } from '../snapshot/snapshot.ts';
import { readOrExplain } from './read-or-explain.ts';
import { type Settled, settle, writeDown } from './settle.ts';
import { sourceRevision } from './source-revision.ts';

const folder = 'public/runs';
const usage = `Usage: npm run -s snapshots -- [NAME]... [--depths FROM-TO] [--seeds N] [--anew]

  NAME            one of ${featured.map(({ name }) => name).join(', ')}; all of them unless given
  --depths A-B    only these depths (1-${deepest})
  --seeds N       seeds tried at each depth, of which the cheapest ships (2)
  --anew          keep nothing of what the files hold`;

export async function main(args: string[]): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  const made = { revision: sourceRevision(), date: new Date().toISOString().slice(0, 10) };
  for (const experiment of options.experiments) await makeFile(experiment, options, made);
  return 0;
}

function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      depths: { type: 'string', default: `1-${deepest}` },
      seeds: { type: 'string', default: '2' },
      anew: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !featured.some((other) => other.name === name));
  if (unknown !== undefined) throw new Error(`No experiment of the name “${unknown}” is featured.`);
  const [from, to = from] = values.depths.split('-').map(Number);
  if (!(from >= 1 && to >= from && to <= deepest)) throw new Error('The depths make no sense.');
  const seeds = Number(values.seeds);
  if (!(Number.isInteger(seeds) && seeds >= 1)) throw new Error('At least one seed is needed.');
  return {
    experiments: featured.filter(
      ({ name }) => positionals.length === 0 || positionals.includes(name),
    ),
    depths: Array.from({ length: to - from + 1 }, (_, index) => from + index),
    seeds,
    anew: values.anew,
  };
}

async function makeFile(
  { name, choices }: FeaturedExperiment,
  { depths, seeds, anew }: ReturnType<typeof readOptions>,
  made: Made,
): Promise<void> {
  const path = `${folder}/${name}.bin`;
  const states = new Map(kept(path, anew).map((state) => [state.depth, state]));
  for (const depth of depths) {
    const usual = completeExperiment({ ...choices, depth });
    const found = states.get(depth);
    const known = found && sameRecipe(found.recipe, usual) ? found : undefined;
    if (known && known.tried >= seeds) continue;
    const before = process.cpuUsage();
    const runs: Settled[] = [];
    for (let seed = known?.tried ?? 0; seed < seeds; seed++) {
      // The data are those of the page, whatever seed the weights are drawn with.
      runs.push(await settle({ ...usual, seed, dataSeed: usual.dataSeed }));
    }
    const state = await cheapest(known, runs, seeds, made);
    const { user, system } = process.cpuUsage(before);
    const totals = runs.map(({ figures }) => figures.totalLoss.toPrecision(4)).join(', ');
    const seconds = `${((user + system) / 1e6).toFixed(1)} s`;
    if (!state) {
      console.error(`${name} L=${depth}: ${totals}; none can be written down shortly, ${seconds}`);
      continue;
    }
    console.error(`${name} L=${depth}: ${totals}; ${said(state)}, ${seconds}`);
    states.set(depth, state);
    write(path, name, choices, [...states.values()]);
  }
}

/** What the file holds; nothing where there is none or it is of another version. */
function kept(path: string, anew: boolean): readonly EncodedState[] {
  if (anew || !existsSync(path)) return [];
  try {
    return decodeSnapshots(readFileSync(path)).states;
  } catch (error) {
    if (error instanceof SnapshotError) return [];
    throw error;
  }
}

/**
 * The cheapest of the runs and of what the file held, if it can be written down. A collapsed run
 * never is. What the file held keeps saying what it was made with.
 */
async function cheapest(
  known: EncodedState | undefined,
  runs: readonly Settled[],
  tried: number,
  made: Made,
): Promise<EncodedState | undefined> {
  const sound = runs
    .filter(({ collapsed }) => !collapsed)
    .toSorted((a, b) => a.figures.totalLoss - b.figures.totalLoss);
  for (const run of sound) {
    if (known && known.figures.totalLoss <= run.figures.totalLoss) break;
    const state = await writeDown(run, tried, made);
    if (state) return state;
  }
  return known && { ...known, tried };
}

function said({ seed, figures, bytes }: EncodedState): string {
  const { totalLoss, bottleneckRank, tripoints } = figures;
  const topology = tripoints === undefined ? '' : `, tripoints ${tripoints}`;
  return `seed ${seed} (${totalLoss.toPrecision(4)}), rank ${bottleneckRank}${topology}, ${bytes.length} bytes`;
}

/** Replaces the file in one go, so that a stopped command leaves a whole one. */
function write(
  path: string,
  name: string,
  choices: FeaturedExperiment['choices'],
  states: readonly EncodedState[],
): void {
  const provenance = {
    name,
    query: formatQuery(choices),
    engine: 'wasm',
  };
  const bytes = encodeSnapshots(
    provenance,
    states.toSorted((a, b) => a.depth - b.depth),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}
