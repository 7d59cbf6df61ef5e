/** The page behind engines.spec.ts, which calls what hangs on `window` here. */
import type { SubjectName } from './subjects.ts';
import type { Outcome } from './worker.ts';

function checkEngine(name: SubjectName): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message || 'The worker did not load.'));
    worker.onmessage = ({ data }: MessageEvent<Outcome[]>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(name);
  });
}

export type CheckEngine = typeof checkEngine;

Object.assign(globalThis, { checkEngine });
