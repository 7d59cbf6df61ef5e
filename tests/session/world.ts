import { expect } from 'vitest';
import { type Choices, completeExperiment, type EngineName } from '../../src/experiment/index.ts';
import { say } from '../../src/messages/say.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { Frame } from '../../src/session/frame.ts';
import type { Command, FromWorker } from '../../src/session/protocol.ts';
import { type Script, type ScriptedEngine, scriptedEngine } from './scripted-engine.ts';

/** An engine that may take over. */
interface Rival {
  readonly name: EngineName;
  readonly wins: boolean;
  /** It takes so long to open. */
  readonly opened?: Promise<void>;
  /** It is lost as soon as it has been opened. */
  readonly lost?: boolean;
}

/** A conductor in a world where every breath takes ten milliseconds. */
export function world(scripts: Script[] = [], rival?: Rival) {
  const messages: FromWorker[] = [];
  const engines: ScriptedEngine[] = [];
  const avoided: EngineName[] = [];
  const wanted: string[] = [];
  const readmitted: EngineName[] = [];
  /** Milliseconds per step of the engine that a rival had to beat. */
  const rates: number[] = [];
  let sought = 0;
  let time = 0;
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const conductor = createConductor({
    post: (message) => messages.push(message),
    chooser: {
      async open(name, ...start) {
        wanted.push(name);
        const engine = scriptedEngine(...start, scripts[engines.length]);
        engines.push(engine);
        return { engine, reason: 'the script says so' };
      },
      async openChallenger(present, ...start) {
        sought++;
        if (!rival) return { reason: 'there is no rival' };
        present.onOpening?.(rival.name);
        await rival.opened;
        const engine = scriptedEngine(...start, rival);
        engines.push(engine);
        return engine;
      },
      async contest(challenger, present, milliseconds) {
        rates.push(milliseconds);
        return { winner: rival?.wins ? challenger.name : present, reason: 'by the clock' };
      },
      exclude: (name) => avoided.push(name),
      readmit: (name) => readmitted.push(name),
    },
    async breathe() {
      time += 10;
      await pause();
    },
    now: () => {
      time += 1;
      return time;
    },
  });
  let ids = 0;
  const answerTo = (id: number) => messages.find((message) => 'id' in message && message.id === id);
  const frames = () =>
    messages.flatMap((message): Frame[] => (message.kind === 'frame' ? [message.frame] : []));
  return {
    messages,
    engines,
    avoided,
    readmitted,
    wanted,
    rates,
    get sought() {
      return sought;
    },
    /** Lets so many milliseconds pass. */
    pass(milliseconds: number) {
      time += milliseconds;
    },
    frames,
    notices: () => messages.flatMap((m) => (m.kind === 'notice' ? [say(m.message)] : [])),
    send: (command: Command) => conductor.receive({ kind: 'request', id: ++ids, command }),
    /** Sends a command and waits for what it is answered with. */
    async ask(command: Command) {
      const id = ++ids;
      conductor.receive({ kind: 'request', id, command });
      await this.until(() => answerTo(id) !== undefined);
      return answerTo(id);
    },
    /** Draws every frame as it comes, until something holds of the last. */
    async frameWith(holds: (frame: Frame) => boolean): Promise<Frame> {
      let last: Frame | undefined;
      await this.until(() => {
        conductor.receive({ kind: 'drawn' });
        last = frames().at(-1);
        return last !== undefined && holds(last);
      });
      if (!last) throw new Error('No frame came.');
      return last;
    },
    drawn: () => conductor.receive({ kind: 'drawn' }),
    visible: (visible: boolean) => conductor.receive({ kind: 'visible', visible }),
    async until(holds: () => boolean) {
      for (let i = 0; i < 2000 && !holds(); i++) await pause();
      expect(holds()).toBe(true);
    },
    async breaths(count: number) {
      for (let i = 0; i < count; i++) await pause();
    },
  };
}

export const run = (choices: Choices = {}): Extract<Command, { kind: 'run' }> => ({
  kind: 'run',
  experiment: completeExperiment({ steps: 100_000, starts: 1, ...choices }),
});
