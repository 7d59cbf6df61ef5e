/** The page's end of the worker that lays threads. What was found once is kept for the visit. */
import type { ThreadCost, ThreadQuestion } from './thread-messages.ts';

const found = new Map<string, ThreadCost[]>();

/**
 * Tells `onCost` all costs known so far, again with each that is added, in the order of the depths.
 * @returns what ends the search
 */
export function threadCosts(
  { query, depths }: ThreadQuestion,
  onCost: (costs: readonly ThreadCost[]) => void,
): () => void {
  const known = found.get(query) ?? [];
  found.set(query, known);
  onCost([...known]);
  const missing = depths.filter((depth) => depth >= 3 && !known.some((one) => one.depth === depth));
  if (missing.length === 0) return () => {};
  const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<ThreadCost>) => {
    known.push(data);
    known.sort((a, b) => a.depth - b.depth);
    onCost([...known]);
    if (missing.every((depth) => known.some((one) => one.depth === depth))) worker.terminate();
  };
  worker.postMessage({ query, depths: missing } satisfies ThreadQuestion);
  return () => worker.terminate();
}
