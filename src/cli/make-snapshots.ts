/**
 * `npm run snapshots`: trains the featured experiments at every depth and writes the settled
 * networks to public/runs. What a file holds already is kept where the recipe is still the same,
 * so that the command can be stopped and started again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { completeExperiment, type Experiment, formatQuery } from '../experiment/index.ts';
import { decodeSnapshots } from '../snapshot/decode.ts';
import { type EncodedState, encodeSnapshots } from '../snapshot/encode.ts';
import { deepest, type FeaturedExperiment, featured } from '../snapshot/featured.ts';
import { SnapshotError } from '../snapshot/snapshot.ts';
import { type Settled, settle, writeDown } from './settle.ts';

const folder = 'public/runs';
/** Another seed is tried until the two cheapest runs agree to this share of the total loss. */
const agreement = 0.01;

const usage = `Usage: npm run -s snapshots -- [NAME]... [--depths FROM-TO] [--seeds N] [--anew]

  NAME            one of ${featured.map(({ name }) => name).join(', ')}; all of them unless given
  --depths A-B    only these depths (1-${deepest})
  --seeds N       seeds tried at most, at each depth (2)
  --anew          keep nothing of what the files hold`;

export async function main(args: string[]): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  for (const experiment of options.experiments) await makeFile(experiment, options);
  return 0;
}

function readArguments(args: string[]) {
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
  { depths, seeds, anew }: ReturnType<typeof readArguments>,
): Promise<void> {
  const path = `${folder}/${name}.bin`;
  const states = new Map(kept(path, anew).map((state) => [state.depth, state]));
  for (const depth of depths) {
    const usual = completeExperiment({ ...choices, depth });
    const known = states.get(depth);
    if (known && sameRecipe(known.recipe, usual)) continue;
    const before = process.cpuUsage();
    const runs: Settled[] = [];
    for (let seed = 0; seed < seeds && !agreed(runs); seed++) {
      // The data are those of the page, whatever seed the weights are drawn with.
      runs.push(await settle({ ...usual, seed, dataSeed: usual.dataSeed }));
    }
    const best = cheapestFirst(runs)[0];
    const state = await writeDown(best);
    if (!state) {
      console.error(`${name} L=${depth}: no short way to write it down does what was trained.`);
      continue;
    }
    states.set(depth, state);
    const { user, system } = process.cpuUsage(before);
    const { totalLoss, bottleneckRank, tripoints } = best.figures;
    console.error(
      `${name} L=${depth}: total ${runs.map(({ figures }) => figures.totalLoss.toPrecision(4)).join(', ')}; ` +
        `seed ${state.seed} (${totalLoss.toPrecision(4)}), rank ${bottleneckRank}, tripoints ${tripoints ?? '–'}, ` +
        `${best.collapsed ? 'COLLAPSED, ' : ''}${state.bytes.length} bytes, ${((user + system) / 1e6).toFixed(1)} s`,
    );
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

/** Whether training would still go as it did; fields that came later have their defaults. */
function sameRecipe(recipe: Partial<Experiment>, experiment: Experiment): boolean {
  return Object.entries(recipe).every(
    ([field, value]) => experiment[field as keyof Experiment] === value,
  );
}

function cheapestFirst(runs: readonly Settled[]): Settled[] {
  return runs.toSorted((a, b) => a.figures.totalLoss - b.figures.totalLoss);
}

function agreed(runs: readonly Settled[]): boolean {
  const [first, second] = cheapestFirst(runs).map(({ figures }) => figures.totalLoss);
  return second !== undefined && second - first <= agreement * first;
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
    revision: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    date: new Date().toISOString().slice(0, 10),
  };
  const bytes = encodeSnapshots(
    provenance,
    states.toSorted((a, b) => a.depth - b.depth),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}
