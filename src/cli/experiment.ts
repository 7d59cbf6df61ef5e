/**
 * `npm run -s experiment -- 'data=paper-s&depth=9' [--engine NAME] [--json]`: runs one experiment
 * of the page in the terminal, from a link's query to its ranks and tripoints.
 */
import { parseArgs } from 'node:util';
import { engineNames, parseQuery } from '../experiment/index.ts';
import { say } from '../messages/say.ts';
import { formatReport } from './format-report.ts';
import { readOrExplain } from './read-or-explain.ts';
import { runExperiment } from './run-experiment.ts';

const usage = `Usage: npm run -s experiment -- 'QUERY' [--engine NAME] [--json]

QUERY is the part of a link after the question mark, such as 'data=paper-s&depth=9&seed=0'.
  --engine NAME  one of ${engineNames.join(', ')}
  --json         print one JSON object`;

export async function main(args: string[]): Promise<number> {
  const options = readOrExplain(() => readOptions(args), usage);
  if (options === undefined) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const query = new URLSearchParams(options.query);
  if (options.engine !== undefined) query.set('engine', options.engine);
  const { choices, notices } = parseQuery(query.toString());
  for (const { message } of notices) console.error(say(message));

  const report = await runExperiment(choices, (progress) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${progress}\x1b[K`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  console.log(options.json ? JSON.stringify(report) : formatReport(report));
  return report.diverged ? 1 : 0;
}

function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (positionals.length > 1) throw new Error('More than one query was given; quote the query.');
  return { ...values, query: positionals[0] ?? '' };
}
