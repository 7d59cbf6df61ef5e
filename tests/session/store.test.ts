import { describe, expect, it } from 'vitest';
import { completeExperiment, encodePoints, parseQuery } from '../../src/experiment/index.ts';
import type { Command, FromWorker, ToWorker } from '../../src/session/protocol.ts';
import { openLab } from '../../src/session/store.ts';

/** A lab whose worker only notes what it is asked, and answers that a run has begun. */
function lab(query = '') {
  const commands: Command[] = [];
  let runs = 0;
  const worker = {
    onmessage: null as ((event: MessageEvent<FromWorker>) => void) | null,
    onerror: null,
    terminate() {},
    postMessage(message: ToWorker) {
      if (message.kind !== 'request') return;
      const { id, command } = message;
      commands.push(command);
      const value = command.kind === 'run' ? { run: ++runs, anew: true } : undefined;
      queueMicrotask(() =>
        worker.onmessage?.({ data: { kind: 'return', id, value } } as MessageEvent<FromWorker>),
      );
    },
  };
  const opened = openLab(parseQuery(query), worker as unknown as Worker);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { ...opened, commands, settle };
}

const kinds = (commands: readonly Command[]) => commands.map(({ kind }) => kind);

describe('the store', () => {
  it('undoes and redoes what was chosen, and runs what it comes back to', async () => {
    const l = lab('depth=9');
    l.choose({ depth: 4 });
    l.choose({ width: 20 });
    expect(l.store.getState()).toMatchObject({ canUndo: true, canRedo: false });
    l.undo();
    expect(l.store.getState().choices).toEqual({ depth: 4 });
    expect(l.store.getState()).toMatchObject({ canUndo: true, canRedo: true });
    l.undo();
    l.redo();
    expect(l.store.getState().experiment).toEqual(completeExperiment({ depth: 4 }));
    await l.settle();
    expect(l.commands.at(-1)).toEqual({
      kind: 'run',
      experiment: completeExperiment({ depth: 4 }),
    });
  });

  it('opens another experiment as one step, on the same page', () => {
    const l = lab('depth=4&width=20&view=embed');
    l.open({ data: 'rings', depth: 20 });
    expect(l.store.getState().choices).toEqual({ data: 'rings', depth: 20, view: 'embed' });
    l.undo();
    expect(l.store.getState().choices).toEqual({ depth: 4, width: 20, view: 'embed' });
  });

  it('lets the run stand still while there are no points, and goes on when there are', async () => {
    const l = lab('data=own');
    await l.settle();
    l.choose({ ownPoints: '' });
    await l.settle();
    expect(kinds(l.commands)).toEqual(['run', 'pause']);
    expect(l.store.getState().run).toBeUndefined();
    const ownPoints = encodePoints({
      inputs: Float32Array.of(1, 1),
      labels: Uint8Array.of(0),
    });
    l.choose({ ownPoints });
    await l.settle();
    expect(kinds(l.commands)).toEqual(['run', 'pause', 'resume', 'run']);
    expect(l.store.getState().run).toBe(2);
  });
});
