/** The processes of `--jobs`: each is told chains by number and answers with results, line by line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openWasm } from '../../engine/wasm/index.ts';
import { type CellResult, type Chain, chainsOf, type SweepSpec } from '../../sweep/index.ts';
import { runChain } from '../../sweep/run-chain.ts';

/** A line from a child: a finished cell, or the end of the chain it was told. */
type Line = { readonly result: CellResult } | { readonly end: true };

/** From the root of the repository, where npm starts its scripts. */
const command = ['scripts/run.mjs', 'src/cli/sweep.ts'];

/** The child's side: ends with its standard input. */
export async function obey(spec: SweepSpec): Promise<void> {
  const chains = chainsOf(spec);
  const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const chain = chains[Number(line)];
    for await (const result of runChainHere(chain, spec)) say({ result });
    say({ end: true });
  }
}

/** Trains a chain in this process, on the wasm engine. */
export function runChainHere(chain: Chain, spec: SweepSpec): AsyncGenerator<CellResult> {
  return runChain(chain, {
    open: openWasm,
    now: () => performance.now(),
    settle: spec.settle,
  });
}

/**
 * Computes chains in `jobs` processes, always the next one waiting. The children end with this
 * process, and with the first of them that fails.
 * @param chains their numbers in `chainsOf(spec)`
 * @throws Error where a child ends before its chains do
 */
export async function inChildren(
  specFile: string,
  chains: readonly number[],
  jobs: number,
  onResult: (result: CellResult) => void,
): Promise<void> {
  const waiting = chains.values();
  const children = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of children) child.kill();
  };
  const work = async () => {
    const child = spawn(process.execPath, [...command, specFile, '--child'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.add(child);
    let ended = false;
    const exit = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', resolve);
    });
    const tellNext = () => {
      const next = waiting.next();
      if (next.done) {
        ended = true;
        child.stdin.end();
      } else child.stdin.write(`${next.value}\n`);
    };
    tellNext();
    for await (const line of createInterface({ input: child.stdout })) {
      const answer = JSON.parse(line) as Line;
      if ('result' in answer) onResult(answer.result);
      else tellNext();
    }
    const code = await exit;
    if (!ended || code !== 0) throw new Error(`A process of the sweep ended with code ${code}.`);
  };
  process.on('exit', endAll);
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, chains.length) }, work));
  } finally {
    endAll();
    process.off('exit', endAll);
  }
}
