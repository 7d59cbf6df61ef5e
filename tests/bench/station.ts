/** A worker that does one job at a time, and is ended when it takes too long. */
import type { JobName, Jobs, Reply } from './messages.ts';

export class Station {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

  /** Rejects with the worker's reason, or when `seconds` have passed; the station is of no use then. */
  do<Job extends JobName>(
    job: Job,
    ask: Jobs[Job]['ask'],
    seconds = 60,
  ): Promise<Jobs[Job]['answer']> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        clearTimeout(timer);
        reject(new Error(reason));
      };
      const timer = setTimeout(() => {
        this.close();
        fail(`It took more than ${seconds} s to ${job}.`);
      }, 1000 * seconds);
      this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        clearTimeout(timer);
        if (data.ok) resolve(data.answer as Jobs[Job]['answer']);
        else fail(data.reason);
      };
      this.#worker.onerror = (event) => fail(event.message || 'The worker could not be loaded.');
      this.#worker.postMessage({ job, ask });
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
