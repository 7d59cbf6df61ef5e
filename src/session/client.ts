/** The page's end of the worker: requests as promises, frames and notices as callbacks. */
import { ExplainedError, type ReferenceValue, refer } from '../messages/reference.ts';
import type { RestartsReport } from './background-restarts.ts';
import type { Frame } from './frame.ts';
import type { Answer, AnswerTo, Command, FromWorker, ToWorker } from './protocol.ts';

export interface Listeners {
  readonly onFrame: (frame: Frame) => void;
  readonly onRestarts?: (report: RestartsReport) => void;
  readonly onNotice: (message: ReferenceValue) => void;
  /** The worker itself failed; nothing more will come from it. */
  readonly onBreakdown: (reason: ReferenceValue) => void;
}

/** What the client needs of a worker; a test may pass something simpler. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface SessionClient {
  /** Resolves when the worker has obeyed; rejects with an `ExplainedError` that has the worker's reason. */
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
        take(message.id)?.reject(new ExplainedError(message.reason));
        break;
      case 'frame':
        listeners.onFrame(message.frame);
        break;
      case 'restarts':
        listeners.onRestarts?.(message.report);
        break;
      case 'notice':
        listeners.onNotice(message.message);
        break;
    }
  };
  worker.onerror = (event) => {
    const reason = event.message || refer('notices', 'run.noWorker');
    for (const { reject } of waiting.values()) reject(new ExplainedError(reason));
    waiting.clear();
    listeners.onBreakdown(reason);
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
