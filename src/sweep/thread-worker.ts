/** A worker that lays the explicit thread of rank 1 at one depth after the other: the search for its line takes too long for the page. */
import { prepareRun } from '../engine/index.ts';
import { completeExperiment, parseQuery } from '../experiment/index.ts';
import { threadThrough } from './thread.ts';
import type { ThreadAnswer, ThreadQuestion } from './thread-messages.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerPort {
  postMessage(message: ThreadAnswer): void;
  onmessage: ((event: MessageEvent<ThreadQuestion>) => void) | null;
}

const port = globalThis as unknown as WorkerPort;

async function lay({ query, depths }: ThreadQuestion): Promise<void> {
  const { choices } = parseQuery(query);
  for (const depth of depths) {
    if (depth < 3) continue;
    const { problem, optimisation } = await prepareRun(
      completeExperiment({ ...choices, depth, startDepth: depth }),
    );
    const { parameterNorm } = threadThrough(problem, depth);
    const cost = { depth, parameterNorm, totalLoss: optimisation.ridge * parameterNorm };
    port.postMessage({ kind: 'cost', cost });
  }
}

port.onmessage = ({ data }) => {
  // What a promise is rejected with is no error of the worker: the page would not hear of it.
  lay(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    port.postMessage({ kind: 'failed', message });
  });
};
