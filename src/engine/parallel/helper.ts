/** What a helper does: it becomes a replica, and does as the training worker says, one thing after the other. */
import { reasonOf } from '../../messages/reference.ts';
import { openWasmBuild, type WasmEngine } from '../wasm/index.ts';
import type { Assignment, HelperScope, ToHelper } from './messages.ts';
import { Replica } from './replica.ts';

interface Member {
  readonly engine: WasmEngine;
  readonly replica: Replica;
}

async function join(assignment: Assignment): Promise<Member> {
  const { build, problem, optimisation, state } = assignment;
  const engine = await openWasmBuild(build)(problem, optimisation, state);
  return { engine, replica: new Replica(engine, assignment) };
}

/** Serves the training worker at the other end of `scope` until it ends the helper. */
export function serve(scope: HelperScope): void {
  let member: Member | undefined;

  async function obey(message: ToHelper): Promise<void> {
    if (message.kind === 'open') {
      member = await join(message.assignment);
      scope.postMessage({ kind: 'ready' });
      return;
    }
    if (member === undefined) throw new Error('This helper has not been opened.');
    const { engine, replica } = member;
    switch (message.kind) {
      case 'train':
        await engine.recordSteps(message.steps, (count) => replica.takeSteps(count));
        break;
      case 'optimise':
        engine.setOptimisation(message.optimisation);
        break;
      case 'load':
        await engine.load(message.state);
    }
  }

  let turn = Promise.resolve();
  scope.onmessage = ({ data }) => {
    turn = turn
      .then(() => obey(data))
      .catch((error: unknown) => scope.postMessage({ kind: 'failed', reason: reasonOf(error) }));
  };
  scope.postMessage({ kind: 'started' });
}
