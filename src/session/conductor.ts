/**
 * The training loop of the worker. Commands only leave a note in the inbox; the loop reads it
 * between slices of about `sliceMilliseconds`, so that nothing changes under a running step.
 * It knows the clock and the outside only through what it is given, so that tests can run it
 * without a worker.
 */
import type { EngineChooser } from '../engine/choose.ts';
import { type ReferenceValue, reasonOf, refer } from '../messages/reference.ts';
import { backgroundRestarts } from './background-restarts.ts';
import { obeyWith } from './commands.ts';
import { currentRun } from './current-run.ts';
import { engineContest } from './engine-contest.ts';
import { EngineFault } from './engine-fault.ts';
import type { Command, FromWorker, ToWorker } from './protocol.ts';
import { type GetSnapshots, settledRuns } from './settled-runs.ts';
import type { TrainingRun } from './training-run.ts';

/** Commands that may put another run in the place of the present one. */
const replacesRun: ReadonlySet<Command['kind']> = new Set(['run', 'reset', 'take-restart']);

interface Request {
  readonly id: number;
  readonly command: Command;
}

export interface Surroundings {
  readonly post: (message: FromWorker) => void;
  readonly chooser: EngineChooser;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Where settled runs come from; without it every run is trained from its start. */
  readonly snapshots?: GetSnapshots;
}

export interface Conductor {
  receive(message: ToWorker): void;
}

export function createConductor(surroundings: Surroundings): Conductor {
  const { post, chooser, breathe, now, snapshots } = surroundings;
  const inbox: Request[] = [];
  const defects = new Set<string>();
  let visible = true;
  let awaitingDrawn = false;
  let wake: () => void = () => {};
  let looping = false;
  const notify = (message: ReferenceValue) => post({ kind: 'notice', message });
  const overtaken = () => inbox.some(({ command }) => replacesRun.has(command.kind));
  /** Tells of what is no engine's fault, once. */
  const report = (error: unknown) => {
    const reason = reasonOf(error);
    const same = JSON.stringify(reason);
    if (defects.has(same)) return;
    defects.add(same);
    notify(refer('notices', 'run.defect', { reason }));
  };
  const current = currentRun({ chooser, notify, report, breathe, overtaken, now });
  const contest = engineContest({ chooser, current, wake: () => wake(), now });
  const restarts = backgroundRestarts({
    open: async (next, { problem, optimisation, start }) =>
      (await chooser.open(next.engine, problem, optimisation, start)).engine,
    report: (report) => post({ kind: 'restarts', report }),
    now,
  });
  const settled = snapshots ? settledRuns(snapshots, notify) : async () => undefined;
  const obey = obeyWith({ current, restarts, settled, notify, readmit: chooser.readmit });

  async function answerInbox(): Promise<void> {
    for (let next = inbox.shift(); next; next = inbox.shift()) await answer(next);
  }

  /** Where the engine fails at what a command asks of it, the next one is asked. */
  async function answer({ id, command }: Request): Promise<void> {
    for (;;) {
      const { run } = current;
      try {
        post({ kind: 'return', id, value: await obey(command) });
        return;
      } catch (error) {
        if (run === undefined || run !== current.run || !(error instanceof EngineFault)) {
          post({ kind: 'throw', id, reason: reasonOf(error) });
          return;
        }
        await recover(run, error);
      }
    }
  }

  /** An engine failed in the middle of a run: go on from the last good state on another one. */
  async function recover(failed: TrainingRun, error: EngineFault): Promise<void> {
    chooser.exclude(failed.engineName);
    const values = { engine: failed.engineName, reason: reasonOf(error) };
    notify(refer('notices', 'run.engineStopped', values));
    try {
      await current.move(failed, failed.experiment);
    } catch (reason) {
      current.abandon();
      notify(refer('notices', 'run.noEngine', { reason: reasonOf(reason) }));
    }
  }

  /** Only a fault of the engine is a reason to take another one; true where there is something to go on with. */
  async function cope(run: TrainingRun, error: unknown): Promise<boolean> {
    if (error instanceof EngineFault) {
      await recover(run, error);
      return true;
    }
    report(error);
    return run.status === 'running';
  }

  /** Posts what is new of the run, where the page is ready for it; false where nothing is. */
  async function show(run: TrainingRun): Promise<boolean> {
    if (awaitingDrawn || inbox.length > 0) return false;
    const frame = await run.takeFrameIfDue();
    if (!frame) return false;
    awaitingDrawn = true;
    post({ kind: 'frame', frame });
    return true;
  }

  /** Trains for a moment and shows what came of it; false where there is nothing to do. */
  async function work(run: TrainingRun): Promise<boolean> {
    if (await contest.tend(run)) return true;
    if (await current.growWhereDue()) return true;
    const trained = await run.slice();
    const shown = await show(run);
    if (trained || shown) return true;
    return inbox.length === 0 && restarts.tend(run);
  }

  /** Until somebody wakes the loop, the thread is free again, or the run has rested. */
  function sleep(until: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
      if (until !== undefined) setTimeout(resolve, Math.max(0, until - now()));
    });
  }

  async function loop(): Promise<void> {
    looping = true;
    for (;;) {
      await answerInbox();
      const run = visible ? current.run : undefined;
      const quietUntil = run && contest.quietUntil(run);
      let worked = false;
      if (run && quietUntil === undefined) {
        try {
          worked = await work(run);
        } catch (error) {
          worked = await cope(run, error);
        }
      }
      if (worked || inbox.length > 0) await breathe();
      else await sleep(quietUntil ?? run?.restsUntil);
    }
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'request':
          inbox.push(message);
          break;
        case 'drawn':
          awaitingDrawn = false;
          break;
        case 'visible':
          visible = message.visible;
          break;
      }
      wake();
      if (!looping) void loop();
    },
  };
}
