import '../engine/wasm/built.ts';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/cli/run-experiment.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { Frame } from '../../src/session/frame.ts';
import type { Answer, Command } from '../../src/session/protocol.ts';

/** A conductor on the wasm engine whose frames are drawn at once. */
function lab() {
  const frames: Frame[] = [];
  const answers: Answer[] = [];
  const conductor = createConductor({
    post(message) {
      if (message.kind === 'return') answers[message.id] = message.value;
      if (message.kind !== 'frame') return;
      frames.push(message.frame);
      conductor.receive({ kind: 'drawn' });
    },
    chooser: {
      open: async (_wanted, ...start) => ({ engine: await openWasm(...start), reason: '' }),
      openChallenger: async () => ({ reason: '' }),
      contest: () => Promise.reject(new Error('nothing to compare')),
      exclude: () => {},
      readmit: () => {},
    },
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    now: () => performance.now(),
  });
  let ids = 0;
  const until = async (holds: () => boolean) => {
    const started = Date.now();
    while (!holds() && Date.now() - started < 25_000) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(holds()).toBe(true);
  };
  return {
    frames,
    until,
    send: (command: Command) => conductor.receive({ kind: 'request', id: ++ids, command }),
    async ask(command: Command) {
      const id = ++ids;
      conductor.receive({ kind: 'request', id, command });
      await until(() => id in answers);
      return answers[id];
    },
  };
}

const choices: Choices = { data: 'paper-s', depth: 5, steps: 1200, starts: 4, shortSteps: 600 };
const run = (more: Choices = {}): Command => ({
  kind: 'run',
  experiment: completeExperiment({ ...choices, ...more }),
});
const isLate = ({ starts }: Frame) => (starts?.training ?? 0) > 0;

describe('a run that compares short starts', () => {
  it('ends where the command line ends', async () => {
    const { frames, send, until } = lab();
    send(run());
    await until(() => frames.at(-1)?.status === 'finished');
    const last = frames.at(-1);
    const report = await runExperiment({ ...choices, engine: 'wasm' });
    expect(last?.step).toBe(1200);
    expect(last?.dataLoss).toBe(report.dataLoss);
    expect(last?.picture?.spectra.weights.map((values) => [...values])).toEqual(
      report.weightSingularValues,
    );
  });

  it('shows the first start as it trains, and from then on nothing that fits less', async () => {
    const { frames, send, until } = lab();
    // Long enough that a busy machine, too, sees the first start fit before it ends.
    const shortSteps = 3000;
    send(run({ shortSteps, steps: 3600 }));
    await until(() => frames.at(-1)?.status === 'finished');
    const first = frames.findIndex(({ fits }) => fits);
    expect(frames[first].starts).toMatchObject({ count: 4, training: 0 });
    expect(frames[first].step).toBeLessThan(shortSteps);
    const late = frames.filter(isLate);
    // A quick machine trains a whole start between two frames.
    expect(late.length).toBeGreaterThan(0);
    for (const { starts } of late) expect([1, 2, 3]).toContain(starts?.training);
    for (const { step, fits, status } of late) {
      expect({ step, fits, status }).toEqual({ step: shortSteps, fits: true, status: 'running' });
    }
    for (const { accuracy, picture } of frames.slice(first).filter((frame) => frame.step > 300)) {
      if (picture) expect(accuracy).toBe(1);
    }
    expect(frames.at(-1)?.starts?.training).toBeUndefined();
  });

  it('tells the losses of the start that goes on from its first step', async () => {
    const { frames, send, until } = lab();
    const seeds = [0, 1, 2, 3, 4, 5];
    for (const seed of seeds) {
      send(run({ seed, steps: 700 }));
      await until(() => frames.at(-1)?.status === 'finished' && frames.at(-1)?.run === seed + 1);
    }
    const turned = frames.find(({ starts }) => starts?.training === undefined && starts?.cheapest);
    if (!turned) throw new Error('The first start was the cheapest of every seed.');
    const own = frames.filter(({ run: id }) => id === turned.run);
    const again = own.filter(
      ({ history }) => history.firstStep === 0 && history.dataLoss.length > 0,
    );
    expect(again.length).toBeGreaterThan(1);
    expect(again.at(-1)?.history.dataLoss.length).toBeGreaterThanOrEqual(600);
  });

  it('pauses, answers and goes on in the middle of an unseen start', async () => {
    const { frames, until, ask } = await pausedLate();
    const paused = frames.at(-1);
    expect(paused).toMatchObject({ status: 'paused', step: 600, accuracy: 1 });
    expect(paused?.picture?.step).toBe(600);
    const inputs = Float32Array.of(0, 0, 2, 2);
    const before = await ask({ kind: 'evaluate', inputs });
    expect(await ask({ kind: 'evaluate', inputs })).toEqual(before);
    await ask({ kind: 'resume' });
    await until(() => frames.at(-1)?.status === 'finished');
    const report = await runExperiment({ ...choices, steps: 700, engine: 'wasm' });
    expect(frames.at(-1)?.dataLoss).toBe(report.dataLoss);
  });

  it('goes on with the network on screen when somebody steps by hand', async () => {
    const { frames, until, ask } = await pausedLate();
    const shown = frames.at(-1);
    await ask({ kind: 'step' });
    await until(() => frames.at(-1)?.step === 601);
    expect(frames.at(-1)?.status).toBe('paused');
    expect(frames.at(-1)?.starts).toMatchObject({ training: undefined, cheapest: 0 });
    expect(frames.at(-1)?.dataLoss).toBeCloseTo(Number(shown?.dataLoss), 2);
    await ask({ kind: 'resume' });
    await until(() => frames.at(-1)?.status === 'finished');
    expect(frames.at(-1)).toMatchObject({ step: 700, accuracy: 1 });
  });
});

describe('a run that begins with fewer layers', () => {
  const grows: Choices = { depth: 8, startDepth: 4, starts: 3, shortSteps: 500, steps: 900 };

  it('grows once its starts have been compared, and ends where the command line ends', async () => {
    const { frames, send, until } = lab();
    send(run(grows));
    await until(() => frames.at(-1)?.status === 'finished');
    const depths = frames.map(({ depth }) => depth);
    expect(new Set(depths)).toEqual(new Set([4, 8]));
    expect(depths).toEqual(depths.slice().sort((a, b) => a - b));
    expect(new Set(frames.map(({ run: id }) => id)).size).toBe(1);
    for (const { depth, picture } of frames) {
      if (picture) expect(picture.dims).toHaveLength(depth + 1);
    }
    const last = frames.at(-1);
    expect(last).toMatchObject({ step: 900, accuracy: 1 });
    // All losses of the start that went on are told, and then its own.
    const parts = frames.map(({ history }) => history);
    const first = parts.findLastIndex(
      ({ firstStep, dataLoss }) => firstStep === 0 && dataLoss.length > 0,
    );
    const told = parts.slice(first).reduce((sum, { dataLoss }) => sum + dataLoss.length, 0);
    expect(told).toBe(900);
    expect(last?.starts).toMatchObject({ count: 3, training: undefined });
    const report = await runExperiment({ ...choices, ...grows, engine: 'wasm' });
    expect(last?.dataLoss).toBe(report.dataLoss);
    expect(report.weightSingularValues).toHaveLength(8);
  });

  it('ends with the growth where the starts use up its steps', async () => {
    const { frames, send, until } = lab();
    send(run({ ...grows, steps: 500 }));
    await until(() => frames.at(-1)?.status === 'finished' && frames.at(-1)?.depth === 8);
    const { dataLoss, parameterNorm, step } = frames.at(-1) as Frame;
    expect(step).toBe(500);
    expect(dataLoss).toBeLessThan(0.5);
    const report = await runExperiment({ ...choices, ...grows, steps: 500, engine: 'wasm' });
    expect(dataLoss).toBe(report.dataLoss);
    expect(parameterNorm / 8).toBeCloseTo(report.normPerLayer, 4);
  });

  it('grows at once when somebody steps by hand', async () => {
    const { frames, send, until, ask } = lab();
    send(run(grows));
    await until(() => frames.some(isLate));
    await ask({ kind: 'step' });
    await until(() => frames.at(-1)?.step === 501);
    expect(frames.at(-1)).toMatchObject({ status: 'paused', depth: 8 });
    await ask({ kind: 'resume' });
    await until(() => frames.at(-1)?.status === 'finished');
    expect(frames.at(-1)).toMatchObject({ step: 900, accuracy: 1 });
  });

  it('compares its starts anew where another engine takes over before it has grown', async () => {
    const { frames, send, until } = lab();
    send(run(grows));
    await until(() => frames.some(isLate));
    send(run({ ...grows, engine: 'tfjs-cpu' }));
    await until(() => frames.at(-1)?.status === 'finished');
    expect(frames.at(-1)).toMatchObject({ step: 900, depth: 8, accuracy: 1 });
  });

  it('is carried to another depth before it has grown', async () => {
    const { frames, send, until } = lab();
    send(run(grows));
    await until(() => frames.some(isLate));
    send(run({ ...grows, depth: 6, startDepth: 48, depthChange: 'carry' }));
    await until(() => frames.at(-1)?.status === 'finished');
    expect(frames.at(-1)).toMatchObject({ depth: 6, accuracy: 1 });
  });
});

/** A run that was paused while its second start, or a later one, trains unseen. */
async function pausedLate() {
  const all = lab();
  const { frames, send, until, ask } = all;
  send(run({ steps: 700 }));
  await until(() => frames.some(isLate));
  await ask({ kind: 'pause' });
  await until(() => frames.at(-1)?.status === 'paused');
  return all;
}
