/** Runs experiments in child processes, so many at a time. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { ExperimentReport } from '../run-experiment.ts';

/** From the root of the repository, where npm starts its scripts. */
const command = ['scripts/run.mjs', 'src/cli/experiment.ts'];

/** Ends the process in order, so that 'exit' is heard and no child trains on alone. */
const stop = () => process.exit(1);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The reports of these queries, in their order. The children end with this process, however it
 * ends short of being killed outright, and with the first of them that fails.
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
  const children = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of children) child.kill();
  };
  let done = 0;
  const work = async () => {
    for (const [index, query] of waiting) {
      reports[index] = await runInChild(query, children);
      tell(++done, queries.length, query);
    }
  };
  process.on('exit', endAll);
  for (const signal of signals) process.on(signal, stop);
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, queries.length) }, work));
  } finally {
    endAll();
    process.off('exit', endAll);
    for (const signal of signals) process.off(signal, stop);
  }
  return reports;
}

function runInChild(query: string, children: Set<ChildProcess>): Promise<ExperimentReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command, query, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
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
      children.delete(child);
      try {
        resolve(JSON.parse(output) as ExperimentReport);
      } catch {
        reject(new Error(`“${query}” gave no report: ${complaints}${output}`));
      }
    });
  });
}
