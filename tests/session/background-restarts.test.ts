import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/cli/run-experiment.ts';
import { prepareRun } from '../../src/engine/index.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { backgroundRestarts, type RestartsReport } from '../../src/session/background-restarts.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { Frame } from '../../src/session/frame.ts';
import type { Command } from '../../src/session/protocol.ts';
import type { TrainingRun } from '../../src/session/training-run.ts';
import { scriptedEngine } from './scripted-engine.ts';

/** A conductor on the wasm engine whose frames are drawn at once. */
function lab() {
  const frames: Frame[] = [];
  const reports: RestartsReport[] = [];
  let engines = 0;
  const conductor = createConductor({
    post(message) {
      if (message.kind === 'restarts') reports.push(message.report);
      if (message.kind !== 'frame') return;
      frames.push(message.frame);
      conductor.receive({ kind: 'drawn' });
    },
    chooser: {
      async open(_wanted, ...start) {
        engines++;
        return { engine: await openWasm(...start), reason: '' };
      },
      openChallenger: async () => ({ reason: '' }),
      contest: () => Promise.reject(new Error('nothing to compare')),
      exclude: () => {},
      readmit: () => {},
    },
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    now: () => performance.now(),
  });
  let ids = 0;
  return {
    frames,
    reports,
    engines: () => engines,
    send: (command: Command) => conductor.receive({ kind: 'request', id: ++ids, command }),
    async until(holds: () => boolean) {
      const started = Date.now();
      while (!holds() && Date.now() - started < 25_000) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect(holds()).toBe(true);
    },
  };
}

const choices: Choices = {
  data: 'moons',
  points: 40,
  width: 12,
  depth: 3,
  steps: 600,
  shortSteps: 100,
  starts: 2,
  dataSeed: 0,
};
const run = (more: Choices = {}): Command => ({
  kind: 'run',
  experiment: completeExperiment({ ...choices, ...more }),
});

describe('background restarts', () => {
  it('train the seeds that follow, as the command line would, once the run on screen has finished', async () => {
    const { reports, frames, send, until } = lab();
    send(run({ restarts: 3 }));
    await until(() => reports.at(-1)?.done === 3);
    const totals = await Promise.all(
      [0, 1, 2, 3].map(async (seed) => (await runExperiment({ ...choices, seed })).dataLoss),
    );
    const report = reports.at(-1);
    const { cheapest } = report ?? {};
    if (!cheapest) throw new Error('No restart has finished.');
    expect([1, 2, 3]).toContain(cheapest.seed);
    expect(report).toMatchObject({ run: 1, wanted: 3 });

    send({
      kind: 'take-restart',
      experiment: completeExperiment({ ...choices, restarts: 3, seed: cheapest.seed }),
    });
    await until(() => frames.at(-1)?.run === 2);
    const frame = frames.at(-1);
    expect(frame).toMatchObject({ status: 'finished', step: 600, fits: true });
    expect(frame?.dataLoss).toBe(totals[cheapest.seed]);
    expect(frame?.history.firstStep).toBe(0);
    expect(frame?.history.dataLoss).toHaveLength(600);
    expect(frame?.picture?.step).toBe(600);
  });

  it('grow as the run on screen does, each seed on two engines', async () => {
    const grows: Choices = { ...choices, depth: 7, startDepth: 4 };
    const { reports, engines, send, until } = lab();
    send(run({ ...grows, restarts: 2 }));
    await until(() => reports.at(-1)?.done === 2);
    const totals = await Promise.all(
      [1, 2].map(async (seed) => (await runExperiment({ ...grows, seed })).totalLoss),
    );
    const { seed, totalLoss } = reports.at(-1)?.cheapest ?? { seed: 0, totalLoss: 0 };
    expect(totals.indexOf(Math.min(...totals)) + 1).toBe(seed);
    // The one is that before the last update, the other that after it.
    expect(totalLoss).toBeCloseTo(Math.min(...totals), 3);
    expect(engines()).toBe(4);
  });

  it('are not trained again for a run that was one of them', async () => {
    const { reports, engines, send, until } = lab();
    send(run({ restarts: 2 }));
    await until(() => reports.at(-1)?.done === 2);
    const seed = reports.at(-1)?.cheapest?.seed ?? -1;
    const opened = engines();
    send({
      kind: 'take-restart',
      experiment: completeExperiment({ ...choices, restarts: 2, seed }),
    });
    await until(() => reports.at(-1)?.run === 2);
    const report = reports.at(-1);
    expect(report).toMatchObject({ done: 2, wanted: 2 });
    expect(report?.shown).toBeCloseTo(report?.cheapest?.totalLoss ?? 0, 6);
    expect(engines()).toBe(opened + 1);
  });

  it('are shown at once after a change of how they are looked at, and trained anew under other settings', async () => {
    const { reports, frames, send, until } = lab();
    send(run({ restarts: 1 }));
    await until(() => reports.at(-1)?.done === 1);
    const take = (more: Choices): Command => ({
      kind: 'take-restart',
      experiment: completeExperiment({ ...choices, restarts: 1, seed: 1, ...more }),
    });
    send(take({ threshold: 0.3, theme: 'dark', lambda: 0.05 }));
    send(take({ threshold: 0.3, theme: 'dark' }));
    await until(() => frames.at(-1)?.run === 3);
    expect(frames.at(-1)).toMatchObject({ status: 'finished', step: 600 });
    send(take({ lambda: 0.05 }));
    await until(() => frames.at(-1)?.run === 4);
    expect(frames.at(-1)?.status).toBe('running');
    await until(() => frames.at(-1)?.status === 'finished');
    const { dataLoss } = await runExperiment({ ...choices, seed: 1, lambda: 0.05 });
    expect(frames.at(-1)?.dataLoss).toBe(dataLoss);
  });

  it('are shown on the data they were trained on, also where the run on screen is another by then', async () => {
    const { reports, frames, send, until } = lab();
    send(run({ restarts: 1 }));
    await until(() => reports.at(-1)?.done === 1);
    send(run({ restarts: 1, depth: 5, data: 'rings' }));
    send({
      kind: 'take-restart',
      experiment: completeExperiment({ ...choices, restarts: 1, seed: 1 }),
    });
    await until(() => frames.at(-1)?.run === 3);
    const { dataLoss } = await runExperiment({ ...choices, seed: 1 });
    expect(frames.at(-1)).toMatchObject({ status: 'finished', step: 600, depth: 3, dataLoss });
  });

  it('cost nothing where nobody asked for them, and go on when more are wanted', async () => {
    const { reports, frames, engines, send, until } = lab();
    send(run());
    await until(() => frames.at(-1)?.status === 'finished');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reports).toEqual([]);
    expect(engines()).toBe(1);
    send(run({ restarts: 1 }));
    await until(() => reports.at(-1)?.done === 1);
    send(run({ restarts: 2 }));
    await until(() => reports.at(-1)?.done === 2);
    expect(engines()).toBe(2);
    expect(frames.at(-1)?.run).toBe(1);
  });

  it('give way to a new run at once, and begin anew for it', async () => {
    const { reports, frames, send, until } = lab();
    send(run({ restarts: 8, steps: 4000 }));
    await until(() => reports.length > 0);
    send(run({ restarts: 1, depth: 2 }));
    await until(() => reports.at(-1)?.run === 2 && reports.at(-1)?.done === 1);
    expect(frames.at(-1)).toMatchObject({ run: 2, status: 'finished' });
  });

  it('begin with single steps of a network that may be far slower than the one before', async () => {
    let time = 0;
    let stepTakes = 0.01;
    const slices: number[] = [];
    const restarts = backgroundRestarts({
      async open(_, { problem, optimisation, start }) {
        const engine = scriptedEngine(problem, optimisation, start);
        return {
          ...engine,
          train(steps) {
            slices.push(steps * stepTakes);
            time += steps * stepTakes;
            return engine.train(steps);
          },
        };
      },
      report: () => {},
      now: () => time,
    });
    const finished = async (id: number, more: Choices): Promise<TrainingRun> => {
      const experiment = completeExperiment({ ...choices, steps: 20_000, restarts: 8, ...more });
      const prepared = await prepareRun(experiment);
      return { id, experiment, prepared, status: 'finished', totalLoss: 1 } as TrainingRun;
    };
    const small = await finished(1, { depth: 3 });
    for (let i = 0; i < 20; i++) await restarts.tend(small);
    expect(slices.at(-1)).toBeCloseTo(8, 0);
    slices.length = 0;
    stepTakes = 5;
    const large = await finished(2, { depth: 20 });
    for (let i = 0; i < 20; i++) await restarts.tend(large);
    expect(Math.max(...slices)).toBeLessThanOrEqual(8);
  });
});
