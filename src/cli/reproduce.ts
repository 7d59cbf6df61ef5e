/**
 * `npm run reproduce`: runs the three figures of the paper (Jacot, "Implicit Bias of Large Depth
 * Networks", ICLR 2023) on the wasm engine and writes REPRODUCTION.md, with a verdict by code
 * on each claim. Runs are shared out among child processes, one for each core unless told
 * otherwise.
 *
 * Exit code 0: every claim holds. 1: one does not. 2: the arguments are malformed.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readOrExplain } from './read-or-explain.ts';
import { digitsSection } from './reproduction/digits.ts';
import { figure1 } from './reproduction/figure-1.ts';
import { figure2 } from './reproduction/figure-2.ts';
import { curveSection } from './reproduction/figure-3.ts';
import { inParallel } from './reproduction/parallel.ts';
import type { Section } from './reproduction/section.ts';

const sections: Readonly<Record<string, readonly Section[]>> = {
  1: [figure1],
  2: [figure2],
  3: [curveSection, digitsSection],
};

const usage = `Usage: npm run -s reproduce -- [--figure N]... [--seeds N] [--jobs N] [--out FILE]

  --figure N  1, 2 or 3; all of them unless given
  --seeds N   how many of the seeds 0, 1, … to run (5)
  --jobs N    processes at a time (one for each core)
  --out FILE  where the tables go (REPRODUCTION.md, or the screen if only some are run)`;

export async function main(args: string[]): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const seeds = Array.from({ length: options.seeds }, (_, seed) => seed);
  const chosen = options.figures.flatMap((figure) => sections[figure]);
  const started = Date.now();
  const plans = chosen.map((section) => ({ section, queries: section.queries(seeds) }));
  const reports = await inParallel(
    plans.flatMap(({ queries }) => queries),
    options.jobs,
    (done, all, query) => console.error(`${done}/${all}  ${query}`),
  );
  let taken = 0;
  const results = plans.map(({ section, queries }) => {
    const own = reports.slice(taken, taken + queries.length);
    taken += queries.length;
    return section.conclude(seeds, own);
  });
  const claims = results.flatMap((result) => result.claims);
  const held = claims.filter(({ holds }) => holds).length;
  const minutes = ((Date.now() - started) / 60_000).toFixed(0);
  const text = [
    '# Reproduction',
    '',
    `Written by \`npm run reproduce\`: ${reports.length} runs with the seeds ${seeds.join(', ')} on the engine “wasm”, in about ${minutes} minutes. ${held} of ${claims.length} claims hold.`,
    '',
    ...results.flatMap(({ title, about, claims: own, tables }) => [
      `## ${title}`,
      '',
      about,
      '',
      '| Claim | Here | Verdict |',
      '| --- | --- | --- |',
      ...own.map(
        ({ claim, found, holds }) =>
          `| ${claim} | ${found} | ${holds ? 'holds' : '**does not hold**'} |`,
      ),
      '',
      ...tables.flatMap((table) => [table, '']),
    ]),
  ].join('\n');
  if (options.out === undefined) console.log(text);
  else await writeFile(options.out, text);
  console.error(`${held} of ${claims.length} claims hold.`);
  return held === claims.length ? 0 : 1;
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      figure: { type: 'string', multiple: true },
      seeds: { type: 'string', default: '5' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const count = (name: 'seeds' | 'jobs') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be 1 or more.`);
    return value;
  };
  const figures = values.figure ?? Object.keys(sections);
  for (const figure of figures) {
    if (!Object.hasOwn(sections, figure)) throw new Error(`There is no figure '${figure}'.`);
  }
  const complete = values.figure === undefined && values.seeds === '5';
  return {
    figures,
    seeds: count('seeds'),
    jobs: count('jobs'),
    out: values.out ?? (complete ? 'REPRODUCTION.md' : undefined),
    help: values.help,
  };
}
