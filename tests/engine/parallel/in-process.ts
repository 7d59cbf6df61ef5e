/** Helpers without workers of their own: they live in this process, but hear of the engine by messages only. */
import '../wasm/every-build.ts';
import type { OpenEngine } from '../../../src/engine/engine.ts';
import type { SpawnHelper } from '../../../src/engine/parallel/crew.ts';
import { serve } from '../../../src/engine/parallel/helper.ts';
import { openParallel } from '../../../src/engine/parallel/index.ts';
import type { FromHelper, HelperScope, ToHelper } from '../../../src/engine/parallel/messages.ts';

/** Every helper that was started, for tests that look at them or break them. */
export interface Crowd {
  readonly spawn: SpawnHelper;
  /** The port of each helper that still runs. */
  readonly ports: Set<MessagePort>;
}

export function crowd(run: (scope: HelperScope) => void = serve): Crowd {
  const ports = new Set<MessagePort>();
  const spawn: SpawnHelper = () => {
    const { port1, port2 } = new MessageChannel();
    ports.add(port2);
    run({
      postMessage: (message: FromHelper) => port2.postMessage(message),
      set onmessage(listen: HelperScope['onmessage']) {
        port2.onmessage = listen;
      },
    });
    return {
      postMessage: (message: ToHelper, transfer: Transferable[]) =>
        port1.postMessage(message, transfer),
      set onmessage(listen: ReturnType<SpawnHelper>['onmessage']) {
        port1.onmessage = listen;
      },
      onerror: null,
      terminate() {
        ports.delete(port2);
        port1.close();
        port2.close();
      },
    };
  };
  return { spawn, ports };
}

/** What opens the engine on so many replicas, as far as there are points for them. */
export function openOn(replicas: number): OpenEngine {
  return openParallel(crowd().spawn, replicas);
}
