import { describe, expect, it } from 'vitest';
import { parameterCount } from '../../src/engine/index.ts';
import { dropAt } from '../../src/engine/schedule.ts';
import { type Choices, completeExperiment, randomStream } from '../../src/experiment/index.ts';
import { refer } from '../../src/messages/reference.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { Frame } from '../../src/session/frame.ts';
import type { Command, FromWorker } from '../../src/session/protocol.ts';
import type { GetSnapshots } from '../../src/session/settled-runs.ts';
import { type EncodedState, encodeNetwork, encodeSnapshots } from '../../src/snapshot/encode.ts';
import { SnapshotError } from '../../src/snapshot/index.ts';
import { openSnapshots } from '../../src/snapshot/load.ts';
import { type ScriptedEngine, scriptedEngine } from './scripted-engine.ts';

/** A file with small networks at depths 1 to 6. */
function fileOf(): Uint8Array {
  const states = [1, 2, 3, 4, 5, 6].map((depth): EncodedState => {
    const dims = [2, ...Array.from({ length: depth - 1 }, () => 3), 4];
    const random = randomStream(depth, 'test');
    const parameters = Float32Array.from({ length: parameterCount(dims) }, () => random.normal());
    const scales = new Float32Array(depth).fill(0.25);
    return {
      depth,
      seed: 1,
      tried: 4,
      steps: 8000,
      recipe: {},
      made: { revision: 'abc', date: '2026-11-23' },
      figures: {
        dataLoss: 0.125,
        totalLoss: 0.5,
        normPerLayer: 4,
        bottleneckRank: 1,
        tripoints: 0,
        accuracy: 1,
      },
      bytes: encodeNetwork({ dims, parameters }, scales, { precision: 'single', truncation: 0 }),
    };
  });
  const provenance = {
    name: 'paper-s',
    query: 'data=paper-s',
    engine: 'wasm',
  };
  return encodeSnapshots(provenance, states);
}

const millisecondsPerStep = 0.1;

/** A conductor that may use settled runs, in a world whose clock a test moves. */
function world(snapshots: GetSnapshots = (name) => openSnapshots(name, fileOf())) {
  const contests = { sought: 0, rates: [] as number[] };
  const messages: FromWorker[] = [];
  const engines: ScriptedEngine[] = [];
  const clock = { time: 0 };
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const conductor = createConductor({
    post: (message) => messages.push(message),
    chooser: {
      async open(_wanted, ...start) {
        const engine = scriptedEngine(...start);
        const train = engine.train.bind(engine);
        engine.train = (steps) => {
          clock.time += millisecondsPerStep * steps;
          return train(steps);
        };
        engines.push(engine);
        return { engine, reason: 'the script says so' };
      },
      async openChallenger(_, ...start) {
        contests.sought++;
        return scriptedEngine(...start, { name: 'webgpu' });
      },
      async contest(_, present, milliseconds) {
        contests.rates.push(milliseconds);
        return { winner: present, reason: 'by the clock' };
      },
      exclude: () => {},
      readmit: () => {},
    },
    async breathe() {
      clock.time += 0.1;
      await pause();
    },
    now: () => {
      clock.time += 0.01;
      return clock.time;
    },
    snapshots,
  });
  let ids = 0;
  let drawn = 0;
  const frames = () =>
    messages.flatMap((message): Frame[] => (message.kind === 'frame' ? [message.frame] : []));
  return {
    messages,
    engines,
    clock,
    contests,
    frames,
    notices: () => messages.filter(({ kind }) => kind === 'notice'),
    send: (command: Command) => conductor.receive({ kind: 'request', id: ++ids, command }),
    /** Draws every frame as it comes, until something holds of the last. */
    async frameWith(holds: (frame: Frame) => boolean): Promise<Frame> {
      for (let i = 0; i < 3000; i++) {
        await pause();
        const all = frames();
        const last = all.at(-1);
        if (last && holds(last)) return last;
        if (all.length > drawn) {
          drawn = all.length;
          conductor.receive({ kind: 'drawn' });
        }
      }
      throw new Error('No such frame came.');
    },
  };
}

const run = (choices: Choices = {}): Extract<Command, { kind: 'run' }> => ({
  kind: 'run',
  experiment: completeExperiment({ depth: 4, ...choices }),
});
const fromFile = (frame: Frame) => frame.settled !== undefined;
const live = (frame: Frame) => frame.settled === undefined;

describe('a settled run from a file', () => {
  it('is shown at once, with its figures, a picture and where it comes from', async () => {
    const w = world();
    w.send(run());
    const frame = await w.frameWith(fromFile);
    expect(frame).toMatchObject({ dataLoss: 0.125, parameterNorm: 16, fits: true });
    expect(frame.settled).toEqual({
      engine: 'wasm',
      tried: 4,
      steps: 8000,
      revision: 'abc',
      date: '2026-11-23',
    });
    expect(frame.picture?.kind).toBe('classes');
    expect(frame.picture?.spectra.weights.map(({ length }) => length)).toEqual([2, 50, 50, 4]);
  });

  it('is drawn quickly first and sharply after that', async () => {
    const w = world();
    w.send(run());
    await w.frameWith(fromFile);
    const evaluations = () =>
      w
        .frames()
        .flatMap(({ picture }) =>
          picture?.kind === 'classes' ? [picture.topology.evaluations] : [],
        );
    await w.frameWith(() => evaluations().length >= 2);
    expect(evaluations()[1]).toBeGreaterThan(2 * evaluations()[0]);
  });

  it('rests, and then trains on from exactly its parameters at the last part of the schedule', async () => {
    const w = world();
    w.send(run());
    const first = await w.frameWith(fromFile);
    expect(first.step).toBe(dropAt * 8000);
    w.clock.time += 1400;
    w.send({ kind: 'place', probes: new Float32Array(0) });
    expect((await w.frameWith(() => true)).settled).toBeDefined();
    w.clock.time += 200;
    w.send({ kind: 'place', probes: new Float32Array(0) });
    const trained = await w.frameWith(live);
    expect(trained.step).toBeGreaterThan(first.step);
    const [{ optimisations }] = w.engines;
    expect(optimisations[0].stepBudget).toBe(8000);
    expect(w.engines).toHaveLength(1);
  });

  it('is left alone by other engines while it rests or is paused, and until its own has been timed', async () => {
    const w = world();
    w.send(run());
    await w.frameWith(fromFile);
    w.send({ kind: 'pause' });
    await w.frameWith(({ status }) => status === 'paused');
    w.clock.time += 2000;
    w.send({ kind: 'place', probes: new Float32Array(0) });
    await w.frameWith(({ picture }) => picture !== undefined);
    expect(w.contests.sought).toBe(0);
    w.send({ kind: 'resume' });
    await w.frameWith(({ engineReason }) => engineReason === 'by the clock');
    expect(w.contests.sought).toBe(1);
    expect(w.contests.rates[0] / millisecondsPerStep).toBeCloseTo(1, 1);
  });

  it('gives way to training from the start on “Restart”, and comes back with another depth', async () => {
    const w = world();
    w.send(run());
    await w.frameWith(fromFile);
    w.send({ ...run(), kind: 'reset' });
    const anew = await w.frameWith((frame) => frame.run === 2);
    expect(anew.settled).toBeUndefined();
    expect(anew.step).toBeLessThan(1000);
    w.send(run({ depth: 5 }));
    expect((await w.frameWith(fromFile)).run).toBe(3);
  });

  it('comes back where its experiment is opened, which another ridge would only have trained on', async () => {
    const w = world();
    w.send(run({ lambda: 0.05 }));
    await w.frameWith(live);
    w.send({ ...run(), kind: 'open' });
    expect((await w.frameWith(fromFile)).run).toBe(2);
  });

  it('trains on with another ridge for a whole budget, from where it is', async () => {
    const w = world();
    w.send(run());
    await w.frameWith(fromFile);
    w.send(run({ lambda: 2e-3 }));
    const frame = await w.frameWith(({ run: id }) => id === 2);
    expect(frame.settled).toBeUndefined();
    expect(frame.step).toBeLessThan(6400);
    const [first, second] = w.engines;
    expect(second.optimisations[0].ridge).toBeCloseTo(2e-3 / 4);
    expect(first.disposed).toBe(true);
    await w.frameWith(({ status }) => status === 'finished');
    w.send(run({ lambda: 3e-3 }));
    expect((await w.frameWith(({ run: id }) => id === 3)).status).toBe('running');
  });

  it.each([
    ['another seed', { seed: 4 }],
    ['another width', { width: 40 }],
    ['another ridge', { lambda: 1e-3 }],
    ['another budget of steps', { steps: 5000 }],
    ['networks that are carried over', { depthChange: 'carry' }],
    ['settled runs switched off', { instant: 'off' }],
    ['a depth the file does not have', { depth: 7 }],
    ['data that are not featured', { data: 'moons' }],
  ] satisfies [string, Choices][])('is not used for %s', async (_, choices) => {
    const w = world();
    w.send(run(choices));
    const frame = await w.frameWith(() => true);
    expect(frame.settled).toBeUndefined();
    expect(frame.step).toBeLessThan(1000);
    expect(w.notices()).toEqual([]);
  });

  it.each([
    ['view', { view: 'embed' }],
    ['engine', { engine: 'tfjs-cpu' }],
    ['threshold', { threshold: 0.2 }],
    ['language', { language: 'zh' }],
  ] satisfies [string, Choices][])('is used whatever the %s', async (_, choices) => {
    const w = world();
    w.send(run(choices));
    expect((await w.frameWith(() => true)).settled).toBeDefined();
  });

  it('is missed without harm where the file is broken: one notice, and training from the start', async () => {
    let asked = 0;
    const w = world(async () => {
      asked++;
      throw new SnapshotError(refer('snapshot', 'error.damaged'));
    });
    w.send(run());
    await w.frameWith(live);
    w.send(run({ depth: 5 }));
    const frame = await w.frameWith(({ run: id }) => id === 2);
    expect(frame.settled).toBeUndefined();
    expect(asked).toBe(1);
    expect(w.notices()).toEqual([
      {
        kind: 'notice',
        message: refer('snapshot', 'notice.unusable', {
          reason: refer('snapshot', 'error.damaged'),
        }),
      },
    ]);
  });
});
