/** The page's end of the worker that lays threads. What was found once is kept for the visit. */
import type { ThreadAnswer, ThreadCost, ThreadQuestion } from './thread-messages.ts';

const found = new Map<string, ThreadCost[]>();

/** What is known of the threads so far, and whether more is to come. */
export interface ThreadSearch {
  /** In the order of the depths. */
  readonly costs: readonly ThreadCost[];
  readonly state: 'working' | 'done' | 'failed';
}

/** What the search needs of a worker; a test may pass something simpler. */
export type ThreadWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/**
 * Tells `onChange` all costs known so far, again with each that is added and when the search fails.
 * @returns what ends the search
 */
export function threadCosts(
  { query, depths }: ThreadQuestion,
  onChange: (search: ThreadSearch) => void,
  createWorker: () => ThreadWorkerLike = startWorker,
): () => void {
  const known = found.get(query) ?? [];
  found.set(query, known);
  const isMissing = (depth: number) => depth >= 3 && !known.some((one) => one.depth === depth);
  const tell = (state: ThreadSearch['state']) => onChange({ costs: [...known], state });
  const missing = depths.filter(isMissing);
  tell(missing.length === 0 ? 'done' : 'working');
  if (missing.length === 0) return () => {};
  const worker = createWorker();
  const fail = () => {
    worker.terminate();
    tell('failed');
  };
  worker.onerror = fail;
  worker.onmessage = ({ data }: MessageEvent<ThreadAnswer>) => {
    if (data.kind === 'failed') return fail();
    if (isMissing(data.cost.depth)) known.push(data.cost);
    known.sort((a, b) => a.depth - b.depth);
    const isDone = !missing.some(isMissing);
    if (isDone) worker.terminate();
    tell(isDone ? 'done' : 'working');
  };
  worker.postMessage({ query, depths: missing } satisfies ThreadQuestion);
  return () => worker.terminate();
}

function startWorker(): ThreadWorkerLike {
  return new Worker(new URL('./thread-worker.ts', import.meta.url), { type: 'module' });
}
