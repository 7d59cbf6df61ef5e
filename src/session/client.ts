/** The page's end of the worker: requests as promises, frames and notices as callbacks. */
import type { Frame } from './frame.ts';
import type { Answer, AnswerTo, Command, FromWorker, ToWorker } from './protocol.ts';

export interface Listeners {
  readonly onFrame: (frame: Frame) => void;
  readonly onNotice: (message: string) => void;
  /** The worker itself failed; nothing more will come from it. */
  readonly onBreakdown: (message: string) => void;
}

/** What the client needs of a worker; a test may pass something simpler. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface SessionClient {
  /** Resolves when the worker has obeyed; rejects with the worker's message. */
  request<Asked extends Command>(command: Asked): Promise<AnswerTo<Asked>>;
  /** The last frame is on screen; the next may come. */
  drawn(): void;
  setVisible(visible: boolean): void;
  dispose(): void;
}

interface Waiting {
  resolve(value: Answer): void;
  reject(error: Error): void;
}

export function connect(worker: WorkerLike, listeners: Listeners): SessionClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const post = (message: ToWorker) => worker.postMessage(message);
  const take = (id: number) => {
    const entry = waiting.get(id);
    waiting.delete(id);
    return entry;
  };
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
    switch (message.kind) {
      case 'return':
        take(message.id)?.resolve(message.value);
        break;
      case 'throw':
        take(message.id)?.reject(new Error(message.message));
        break;
      case 'frame':
        listeners.onFrame(message.frame);
        break;
      case 'notice':
        listeners.onNotice(message.message);
        break;
    }
  };
  worker.onerror = (event) => {
    const message = event.message || 'The training worker could not be started.';
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
    listeners.onBreakdown(message);
  };
  return {
    async request<Asked extends Command>(command: Asked) {
      const id = ++lastId;
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ kind: 'request', id, command });
      });
      return answer as AnswerTo<Asked>;
    },
    drawn: () => post({ kind: 'drawn' }),
    setVisible: (visible) => post({ kind: 'visible', visible }),
    dispose: () => worker.terminate(),
  };
}
