/** A worker of the pool: trains one chain after the other on the engine for one CPU thread. */
import { messageBreath } from '../engine/message-breath.ts';
import { openWasm } from '../engine/wasm/index.ts';
import { reasonOf } from '../messages/reference.ts';
import type { FromPoolWorker, ToPoolWorker } from './pool-messages.ts';
import { runChain } from './run-chain.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerPort {
  postMessage(message: FromPoolWorker): void;
  onmessage: ((event: MessageEvent<ToPoolWorker>) => void) | null;
}

const port = globalThis as unknown as WorkerPort;

/** Between two looks at the messages. */
const longestSlice = 100;

const letMessagesIn = messageBreath();

let resumed: Promise<void> | undefined;
let resume: () => void = () => {};
let breathed = 0;

async function breathe(): Promise<void> {
  if (performance.now() - breathed < longestSlice) return;
  await letMessagesIn();
  await resumed;
  breathed = performance.now();
}

async function run({ chain, settle }: Extract<ToPoolWorker, { kind: 'run' }>): Promise<void> {
  const runner = { open: openWasm, now: () => performance.now(), settle, breathe };
  try {
    for await (const result of runChain(chain, runner))
      port.postMessage({ kind: 'result', result });
    port.postMessage({ kind: 'end' });
  } catch (error) {
    port.postMessage({ kind: 'failed', reason: reasonOf(error) });
  }
}

port.onmessage = ({ data: message }) => {
  switch (message.kind) {
    case 'run':
      void run(message);
      break;
    case 'pause':
      resumed ??= new Promise((resolve) => {
        resume = resolve;
      });
      break;
    case 'resume':
      resume();
      resumed = undefined;
      break;
  }
};
