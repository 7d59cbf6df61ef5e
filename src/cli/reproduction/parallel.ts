/** Runs experiments in child processes, so many at a time. */
import { spawn } from 'node:child_process';
import type { ExperimentReport } from '../run-experiment.ts';

/** From the root of the repository, where npm starts its scripts. */
const command = ['scripts/run.mjs', 'src/cli/experiment.ts'];

/**
 * The reports of these queries, in their order.
 * @param tell is called after each run
 * @throws Error with what the child printed, where one fails without a report
 */
export async function inParallel(
  queries: readonly string[],
  jobs: number,
  tell: (done: number, all: number, query: string) => void,
): Promise<ExperimentReport[]> {
  const reports: ExperimentReport[] = new Array(queries.length);
  const waiting = queries.entries();
  let done = 0;
  const work = async () => {
    for (const [index, query] of waiting) {
      reports[index] = await runInChild(query);
      tell(++done, queries.length, query);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, queries.length) }, work));
  return reports;
}

function runInChild(query: string): Promise<ExperimentReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command, query, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', reject);
    child.on('close', () => {
      try {
        resolve(JSON.parse(output) as ExperimentReport);
      } catch {
        reject(new Error(`“${query}” gave no report: ${complaints}${output}`));
      }
    });
  });
}
