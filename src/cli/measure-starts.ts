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
  dataOfTask,
  parseQuery,
} from '../experiment/index.ts';
import { type Contest, type MeasuredStart, measureStart } from './measure-start.ts';
import {
  addCells,
  type MeasuredCell,
  objectiveOf,
  readRecord,
  writeRecord,
} from './starts-record.ts';
import { startsTable } from './starts-table.ts';

const usage = `Usage: npm run -s measure:starts -- [options]

  --data NAMES        data sets, separated by commas; all of them by default
  --depths LIST       2,4,6,9,13,20,32,48 by default
  --seeds NUMBER      starts of every cell: weight seeds 0 … NUMBER − 1; 8 by default
  --starts NUMBER     short starts of which the cheapest goes on; 1 by default, no contest
  --short-steps N     steps of each short start; 600 by default
  --set FIELD=VALUE   a field of the experiment, as in a link; may be given several times
  --write             add what is measured to the record, and write the table of all of it
  --record FILE       JSON of everything measured; docs/starts.json by default
  --table FILE        docs/starts.md by default`;

/** What stands above the table in the file. */
const preamble = `# How dependable a fresh start is

Made by \`npm run -s measure:starts\`; the numbers behind it, with the best total loss known of every
objective, are in the JSON file beside it.

Every row is one data set (always the same points) at one depth, trained from several draws of the
initial weights with the page’s defaults for that depth; with “4 × 600”, four short starts of 600
steps go first, and the one with the lowest total loss goes on. A total loss is the data loss plus
(λ/L)·‖θ‖²; the best known is the lowest that any run in this record ever reached. With one run in
a row it is that run itself, and the shares say no more than that it did not collapse. *Settled* is
the step, those of the short starts included, after which the bottleneck rank stays as it ends and
‖θ‖²/L within 5 % of its end, seen every 200 steps; *seconds* are those of training until then, on
the wasm engine of the machine that measured, which may have been busy with other things.
`;

type Print = (line: string) => void;

export async function main(args: string[], print: Print = console.log): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    print(usage);
    return 0;
  }
  const known = readRecord(options.record);
  const cells: MeasuredCell[] = [];
  for (const data of options.data) {
    for (const depth of options.depths) {
      cells.push(
        await measureCell({ ...options.choices, data, depth }, options.seeds, options.contest),
      );
      // A long table that is stopped half-way keeps the cells it has.
      if (options.write) {
        const record = addCells(known, cells);
        writeRecord(options.record, record);
        writeFileSync(options.table, `${preamble}\n${startsTable(record)}\n`);
      }
    }
  }
  print(startsTable({ ...addCells(known, cells), cells }));
  return 0;
}

/** The points are the same in every run, so that total losses can be compared. */
async function measureCell(
  choices: Choices,
  seeds: number,
  contest: Contest,
): Promise<MeasuredCell> {
  const experiment = completeExperiment({ dataSeed: 0, ...choices });
  const { data, depth, lambda } = experiment;
  const starts: MeasuredStart[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const start = await measureStart({ ...experiment, seed }, contest);
    starts.push(start);
    const { totalLoss, tripoints, bottleneckRank, collapsed } = start;
    const what = collapsed ? 'collapsed' : `rank ${bottleneckRank}, tripoints ${tripoints}`;
    console.error(`${data} L=${depth} seed ${seed}: ${totalLoss.toPrecision(4)}, ${what}`);
  }
  return { data, depth, lambda, objective: objectiveOf(experiment), contest, starts };
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: dataOfTask.classification.join() },
      depths: { type: 'string', default: '2,4,6,9,13,20,32,48' },
      seeds: { type: 'string', default: '8' },
      starts: { type: 'string', default: '1' },
      'short-steps': { type: 'string', default: '600' },
      set: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      record: { type: 'string', default: 'docs/starts.json' },
      table: { type: 'string', default: 'docs/starts.md' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { choices, notices } = parseQuery(values.set.join('&'));
  if (notices.length > 0) throw new Error(notices.map(({ message }) => message).join('\n'));
  return {
    ...values,
    choices,
    data: values.data.split(',').map(dataName),
    depths: values.depths.split(',').map((depth) => positiveInteger('depths', depth)),
    seeds: positiveInteger('seeds', values.seeds),
    contest: {
      starts: positiveInteger('starts', values.starts),
      steps: positiveInteger('short-steps', values['short-steps']),
    },
  };
}

function dataName(text: string): DataName {
  const name = dataOfTask.classification.find((known) => known === text);
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
