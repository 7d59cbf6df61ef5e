/**
 * `npm run reproduce`: runs the three figures of the paper (Jacot, "Implicit Bias of Large Depth
 * Networks", ICLR 2023) on the wasm engine and writes REPRODUCTION.md, with a verdict by code
 * on each claim. One figure can be run alone: its sections are replaced, the others stay. Runs
 * are shared out among child processes, one for each core unless told otherwise.
 *
 * Exit code 0: every claim that was run holds. 1: one does not. 2: the arguments are malformed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readOrExplain } from './read-or-explain.ts';
import { digitsSection } from './reproduction/digits.ts';
import { writeDocument, writeSection } from './reproduction/document.ts';
import { figure1 } from './reproduction/figure-1.ts';
import { figure2 } from './reproduction/figure-2.ts';
import { curveSection } from './reproduction/figure-3.ts';
import { countVerdicts } from './reproduction/markdown.ts';
import { inParallel } from './reproduction/parallel.ts';
import { presentRevision } from './reproduction/revision.ts';
import type { Section } from './reproduction/section.ts';
import { uniformStart } from './reproduction/uniform-start.ts';

const sections: Readonly<Record<string, readonly Section[]>> = {
  1: [figure1],
  2: [figure2, uniformStart],
  3: [curveSection, digitsSection],
};
const titles = Object.values(sections).flatMap((own) => own.map(({ title }) => title));

const usage = `Usage: npm run -s reproduce -- [--figure N]... [--seeds N] [--jobs N] [--out FILE]

  --figure N  1, 2 or 3; all of them unless given
  --seeds N   how many of the seeds 0, 1, … to run (5)
  --jobs N    processes at a time (one for each core)
  --out FILE  where the tables go; the sections of other figures in it are kept
              (REPRODUCTION.md, or the screen with other than five seeds)`;

export async function main(args: string[]): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const seeds = Array.from({ length: options.seeds }, (_, seed) => seed);
  const chosen = options.figures.flatMap((figure) => sections[figure]);
  const started = new Date();
  const made = { date: started.toISOString().slice(0, 10), revision: presentRevision() };
  const plans = chosen.map((section) => ({ section, queries: section.queries(seeds) }));
  const reports = await inParallel(
    plans.flatMap(({ queries }) => queries),
    options.jobs,
    (done, all, query) => console.error(`${done}/${all}  ${query}`),
  );
  let taken = 0;
  const fresh = plans.map(({ section, queries }) => {
    const own = reports.slice(taken, taken + queries.length);
    taken += queries.length;
    return writeSection(section, seeds, own, made);
  });
  if (options.out === undefined) console.log(writeDocument(titles, fresh));
  else await writeFile(options.out, writeDocument(titles, fresh, await textOf(options.out)));
  const { all, held } = countVerdicts(fresh.join('\n'));
  const minutes = ((Date.now() - started.getTime()) / 60_000).toFixed(0);
  console.error(`${held} of ${all} claims hold, after ${minutes} minutes.`);
  return held === all ? 0 : 1;
}

/** What the file holds; nothing where there is none yet. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
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
  const figures = [...new Set(values.figure ?? Object.keys(sections))];
  for (const figure of figures) {
    if (!Object.hasOwn(sections, figure)) throw new Error(`There is no figure '${figure}'.`);
  }
  return {
    figures,
    seeds: count('seeds'),
    jobs: count('jobs'),
    out: values.out ?? (values.seeds === '5' ? 'REPRODUCTION.md' : undefined),
    help: values.help,
  };
}
