/** Starts a worker that trains; every lab has one of its own. */
export function startWorker(): Worker {
  return new Worker(new URL('../session/worker.ts', import.meta.url), { type: 'module' });
}
