/** A worker that lays the explicit thread of rank 1 at one depth after the other: the search for its line takes too long for the page. */
import { prepareRun } from '../engine/index.ts';
import { completeExperiment, parseQuery } from '../experiment/index.ts';
import { threadThrough } from './thread.ts';
import type { ThreadCost, ThreadQuestion } from './thread-messages.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerPort {
  postMessage(message: ThreadCost): void;
  onmessage: ((event: MessageEvent<ThreadQuestion>) => void) | null;
}

const port = globalThis as unknown as WorkerPort;

port.onmessage = async ({ data: { query, depths } }) => {
  const { choices } = parseQuery(query);
  for (const depth of depths) {
    if (depth < 3) continue;
    const { problem, optimisation } = await prepareRun(completeExperiment({ ...choices, depth }));
    const { parameterNorm } = threadThrough(problem, depth);
    port.postMessage({ depth, parameterNorm, totalLoss: optimisation.ridge * parameterNorm });
  }
};
