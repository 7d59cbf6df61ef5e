/**
 * `npm run -s measure:starts`: how dependably training finds the cheapest minimum known when it
 * starts afresh at a depth, by data set and depth, over several starts each.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Choices,
  completeExperiment,
  type DataName,
  dataNames,
  formatQuery,
  parseQuery,
} from '../experiment/index.ts';
import { say } from '../messages/say.ts';
import { measureStart } from './measure-start.ts';
import { readOrExplain } from './read-or-explain.ts';
import { builtInClasses, type PlannedCell, wholePlan } from './starts-plan.ts';
import {
  addCell,
  type MeasuredCell,
  readRecord,
  recipeOf,
  type StartsRecord,
  writeRecord,
} from './starts-record.ts';
import { startsSummary, startsTable } from './starts-table.ts';

const usage = `Usage: npm run -s measure:starts -- [options]

  --plan            the cells of the committed table, the most telling first
  --data NAMES      data sets, separated by commas; all with classes by default
  --depths LIST     2,4,6,9,13,20,32,48 by default
  --seeds NUMBER    starts of every cell: weight seeds 0 … NUMBER − 1; 8 by default
  --set FIELD=VALUE a field of the experiment, as in a link; may be given several times
  --early           let a run that has settled for long go straight to its last, small steps
  --minutes N       begin no further run after so many minutes
  --write           add what is measured to the record, and write the table of all of it;
                    seeds that the record knows with today’s recipe are not measured again
  --record FILE     JSON of everything measured; docs/starts.json by default
  --table FILE      docs/starts.md by default`;

/** What stands above the table in the file. */
const preamble = `# How dependable a fresh start is

Made by \`npm run -s measure:starts -- --plan --early --write\`; the numbers behind it, with the best
total loss known of every objective, are in the JSON file beside it, and what was tried before the
recipe came out so in [starts-alternatives.md](starts-alternatives.md).

Every row is one data set (always the same points) at one depth, trained from several draws of the
initial weights with the page’s defaults for that depth; with “4 × 600”, four short starts of 600
steps go first, and the one with the lowest total loss goes on, on the page as here. With “L = 16”
they have sixteen layers, under the coefficient of ‖θ‖² of the whole network (digits: under that of
their own layers), and the one goes on that is cheapest once it has grown to all its layers. A total loss is the data loss plus the full ridge, the mean of the last 50 steps or fewer; the best known is the
lowest that any run ever reached, with whatever recipe. *Settled* is the step, those of the short
starts included, after which the bottleneck rank stays as it ends and ‖θ‖²/L within 5 % of its end,
seen every 200 steps; *seconds* are those of training until then, on the wasm engine of the machine
that measured, which was busy with other things.

A run whose rank has stayed and whose total loss has changed by less than 0.05 % over 1,600 steps is
not followed to the end of its budget: 600 steps at a tenth of the rate, the size of the last fifth
of a whole run, end it there. Totals of digits still fall slowly when their steps are over: the best
known of digits at L = 5 is that of a run of 16,000.
`;

type Print = (line: string) => void;

export async function main(args: string[], print: Print = console.log): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  if (options.help) {
    print(usage);
    return 0;
  }
  const writeBoth = (all: StartsRecord) => {
    writeRecord(options.record, all);
    const text = [preamble, startsSummary(all), '', startsTable(all), ''].join('\n');
    writeFileSync(options.table, text);
  };
  const until = performance.now() + 60_000 * options.minutes;
  let record = readRecord(options.record);
  const measured = new Map<string, MeasuredCell>();
  for (const planned of options.cells) {
    const known = options.write ? record : { best: {}, cells: [] };
    for await (const cell of measureCell(planned, known, options.early, until)) {
      measured.set(cell.experiment, cell);
      // A long table that is stopped half-way keeps the runs it has.
      record = addCell(record, cell);
      if (options.write) writeBoth(record);
    }
  }
  if (options.write) writeBoth(record);
  print(startsTable({ ...record, cells: [...measured.values()] }));
  return 0;
}

/** The cell after each of its seeds. The points are the same in every run, so that total losses can be compared. */
async function* measureCell(
  { choices, seeds }: PlannedCell,
  { cells }: StartsRecord,
  mayEndEarly: boolean,
  until: number,
): AsyncGenerator<MeasuredCell> {
  const { seed: _, ...rest } = completeExperiment({ dataSeed: 0, ...choices });
  const experiment = { ...rest, seed: 0 };
  const query = formatQuery(experiment);
  const recipe = recipeOf(experiment);
  const known = cells.find((cell) => cell.experiment === query && cell.recipe === recipe);
  const starts = [...(known?.starts ?? [])];
  for (let seed = starts.length; seed < seeds && performance.now() < until; seed++) {
    const start = await measureStart({ ...experiment, seed }, mayEndEarly);
    starts.push(start);
    const { totalLoss, tripoints = '–', bottleneckRank, collapsed } = start;
    const what = collapsed ? 'collapsed' : `rank ${bottleneckRank}, tripoints ${tripoints}`;
    console.error(`${query || 'defaults'} seed ${seed}: ${totalLoss.toPrecision(4)}, ${what}`);
    yield { experiment: query, recipe, starts: [...starts] };
  }
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      plan: { type: 'boolean', default: false },
      data: { type: 'string', default: builtInClasses.join() },
      depths: { type: 'string', default: '2,4,6,9,13,20,32,48' },
      seeds: { type: 'string', default: '8' },
      set: { type: 'string', multiple: true, default: [] },
      early: { type: 'boolean', default: false },
      minutes: { type: 'string', default: 'Infinity' },
      write: { type: 'boolean', default: false },
      record: { type: 'string', default: 'docs/starts.json' },
      table: { type: 'string', default: 'docs/starts.md' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { choices, notices } = parseQuery(values.set.join('&'));
  if (notices.length > 0) throw new Error(notices.map(({ message }) => say(message)).join('\n'));
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes takes a number, not “${values.minutes}”.`);
  const depths = values.depths.split(',').map((depth) => positiveInteger('depths', depth));
  const seeds = positiveInteger('seeds', values.seeds);
  return {
    ...values,
    minutes,
    cells: values.plan ? wholePlan : tableOf(values.data.split(','), depths, seeds, choices),
  };
}

function tableOf(
  names: readonly string[],
  depths: readonly number[],
  seeds: number,
  choices: Choices,
): PlannedCell[] {
  return names
    .map(dataName)
    .flatMap((data) => depths.map((depth) => ({ choices: { ...choices, data, depth }, seeds })));
}

function dataName(text: string): DataName {
  const name = dataNames.find((known) => known === text);
  if (name === undefined) throw new Error(`There is no data set “${text}”.`);
  return name;
}

function positiveInteger(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`--${option} takes whole numbers from 1 on, not “${text}”.`);
  }
  return value;
}
