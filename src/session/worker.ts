/** The worker's entry: joins the conductor to the message port. */
import { createEngineChooser } from '../engine/choose.ts';
import { messageBreath } from '../engine/message-breath.ts';
import { loadSnapshots } from '../snapshot/index.ts';
import { createConductor } from './conductor.ts';
import { transferablesOfLayer } from './layer-look.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { transferablesOfFrame } from './transferables.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerPort {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

function transferablesOf(message: FromWorker): ArrayBuffer[] {
  if (message.kind === 'frame') return transferablesOfFrame(message.frame);
  if (message.kind !== 'return' || !message.value || !('triplets' in message.value)) return [];
  return transferablesOfLayer(message.value);
}

const port = globalThis as unknown as WorkerPort;

const conductor = createConductor({
  post: (message) => port.postMessage(message, transferablesOf(message)),
  chooser: createEngineChooser(() => performance.now()),
  breathe: messageBreath(),
  now: () => performance.now(),
  snapshots: loadSnapshots,
});

port.onmessage = ({ data }) => conductor.receive(data);
