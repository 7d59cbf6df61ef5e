import { describe, expect, it } from 'vitest';
import {
  type Changes,
  completeExperiment,
  encodePoints,
  parseQuery,
} from '../../src/experiment/index.ts';
import type { Command, FromWorker, ToWorker } from '../../src/session/protocol.ts';
import { openLab } from '../../src/session/store.ts';

type RunCommand = Extract<Command, { kind: 'run' }>;
const starts: readonly Command['kind'][] = ['run', 'open', 'reset', 'take-restart'];

/** A lab whose worker only notes what it is asked, and answers that a run has begun, or goes on. */
function lab(
  query = '',
  refuses: (command: RunCommand) => boolean = () => false,
  goesOn: (command: RunCommand) => boolean = () => false,
) {
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
      const isRefused = command.kind === 'run' && refuses(command);
      const anew = command.kind !== 'run' || runs === 0 || !goesOn(command);
      if (anew && starts.includes(command.kind)) runs++;
      const value = starts.includes(command.kind) ? { run: runs, anew } : undefined;
      const answer: FromWorker = isRefused
        ? { kind: 'throw', id, reason: 'no' }
        : { kind: 'return', id, value };
      queueMicrotask(() => worker.onmessage?.({ data: answer } as MessageEvent<FromWorker>));
    },
  };
  const opened = openLab(parseQuery(query), worker as unknown as Worker);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  const hear = (message: FromWorker) =>
    worker.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  return { ...opened, commands, settle, hear };
}

const depthOf = (command: Command) =>
  'experiment' in command ? command.experiment.depth : undefined;
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

  it.each([
    ['differs only in what a run can take in', { lambda: 0, starts: 1 }],
    ['is the one that runs', { lambda: 0.01, starts: 1 }],
    ['carries a network over where the depth alone changes', { depth: 2, depthChange: 'carry' }],
  ] satisfies [string, Changes][])(
    'begins an experiment that is opened afresh, also where it %s',
    async (_, opened) => {
      const l = lab('depth=9&lambda=0.01&starts=1', undefined, () => true);
      await l.settle();
      l.open({ depth: 9, ...opened });
      await l.settle();
      expect(l.commands.slice(1)).toEqual([
        { kind: 'open', experiment: completeExperiment({ depth: 9, ...opened }) },
      ]);
      expect(l.store.getState().run).toBe(2);
    },
  );

  it('opens an experiment afresh also where its depth is changed before the worker has heard of it', async () => {
    const l = lab('depth=9');
    l.open({ depth: 2, depthChange: 'carry' });
    l.choose({ depth: 3 });
    await l.settle();
    const experiment = completeExperiment({ depth: 3, depthChange: 'carry' });
    expect(l.commands.slice(1)).toEqual([{ kind: 'open', experiment }]);
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

  it('goes back to what runs where something else could not be begun, and says so', async () => {
    const l = lab('depth=4', ({ experiment }) => experiment.depth === 9);
    await l.settle();
    l.choose({ depth: 9, theme: 'dark' });
    expect(l.store.getState().experiment.depth).toBe(9);
    await l.settle();
    expect(l.store.getState()).toMatchObject({
      choices: { depth: 4, theme: 'dark' },
      experiment: { depth: 4 },
      run: 1,
      outdated: false,
      notices: [{ message: { key: 'run.failed' } }],
    });
  });

  it('does not go back where something newer has been chosen meanwhile', async () => {
    const l = lab('depth=4', ({ experiment }) => experiment.depth === 9);
    await l.settle();
    l.choose({ depth: 9 });
    l.choose({ depth: 5 });
    await l.settle();
    expect(l.store.getState()).toMatchObject({ choices: { depth: 5 }, experiment: { depth: 5 } });
  });

  it('follows the run that the worker is at where “Restart” is pressed while a choice waits', async () => {
    const l = lab('depth=9');
    await l.settle();
    l.choose({ depth: 4 });
    l.choose({ depth: 5 });
    l.reset();
    await l.settle();
    expect(l.commands.map((command) => [command.kind, depthOf(command)])).toEqual([
      ['run', 9],
      ['run', 4],
      ['reset', 5],
    ]);
    expect(l.store.getState()).toMatchObject({ run: 3, experiment: { depth: 5 } });
  });

  it.each([
    ['the theme', { theme: 'dark' }, 'reset'],
    ['the ridge', { lambda: 0.05 }, 'reset'],
    ['the width', { width: 20 }, 'run'],
  ] satisfies [string, Changes, Command['kind']][])(
    'begins anew after “Restart”, also where %s is changed before the worker has heard of it',
    async (_, changes, kind) => {
      const l = lab('depth=9');
      l.reset();
      l.choose(changes);
      await l.settle();
      expect(l.commands.slice(1)).toEqual([{ kind, experiment: l.store.getState().experiment }]);
      expect(l.store.getState().run).toBe(2);
    },
  );

  it('leaves the last run alone on “Restart” while there are no points', async () => {
    const l = lab('data=own');
    l.choose({ ownPoints: '' });
    await l.settle();
    l.reset();
    await l.settle();
    expect(kinds(l.commands)).toEqual(['run', 'pause']);
  });

  it.each([
    ['stays after', { theme: 'dark' }],
    ['is withdrawn with', { lambda: 0.05 }],
    ['is withdrawn with', { lambda: 0.05, theme: 'dark' }],
  ] satisfies [string, Changes][])(
    'an offer of another seed %s a change that the run takes in: %o',
    async (fate, changes) => {
      const l = lab('restarts=1', undefined, () => true);
      await l.settle();
      const cheapest = { seed: 1, totalLoss: 0.1 };
      const report = { run: 1, shown: 0.2, wanted: 1, done: 1, cheapest };
      l.hear({ kind: 'restarts', report });
      for (const [name, value] of Object.entries(changes)) l.choose({ [name]: value });
      // It may cross with the change on the way.
      l.hear({ kind: 'restarts', report });
      await l.settle();
      const expected = fate === 'stays after' ? report : undefined;
      expect(l.store.getState()).toMatchObject({ run: 1, restarts: expected });
    },
  );
});
