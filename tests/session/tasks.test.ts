import { describe, expect, it } from 'vitest';
import { engineLoaders } from '../../src/engine/registry.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import { createConductor } from '../../src/session/conductor.ts';
import { randomProbes } from '../../src/session/curve-picture.ts';
import type { Frame, Picture } from '../../src/session/frame.ts';
import type { Answer, Command, FromWorker } from '../../src/session/protocol.ts';
import { transferablesOfFrame } from '../../src/session/transferables.ts';

/** A conductor with real engines, whose frames are drawn at once. */
function session() {
  const answers = new Map<number, FromWorker>();
  const frames: Frame[] = [];
  const conductor = createConductor({
    post(message) {
      if (message.kind === 'frame') {
        frames.push(message.frame);
        conductor.receive({ kind: 'drawn' });
      } else if (message.kind === 'return' || message.kind === 'throw') {
        answers.set(message.id, message);
      }
    },
    chooser: {
      open: async (_wanted, ...start) => ({
        engine: await (await engineLoaders.wasm())(...start),
        reason: 'it is there',
      }),
      openChallenger: async () => ({ reason: 'there is no rival' }),
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
    while (!holds() && Date.now() - started < 20_000) await new Promise((r) => setTimeout(r, 2));
    expect(holds()).toBe(true);
  };
  return {
    frames,
    until,
    async ask(command: Command): Promise<Answer> {
      const id = ++ids;
      conductor.receive({ kind: 'request', id, command });
      await until(() => answers.has(id));
      const answer = answers.get(id);
      if (answer?.kind !== 'return') throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    async finish(choices: Choices): Promise<Frame & { readonly picture: Picture }> {
      await this.ask({
        kind: 'run',
        experiment: completeExperiment({ engine: 'wasm', ...choices }),
      });
      await until(
        () => frames.at(-1)?.status === 'finished' && frames.at(-1)?.picture !== undefined,
      );
      const last = frames.at(-1);
      if (!last?.picture) throw new Error('The last frame has no picture.');
      return { ...last, picture: last.picture };
    },
  };
}

const small = { depth: 3, width: 16, points: 60, steps: 300 } as const;

describe('the picture of a run', () => {
  it('of classes is a map with an accuracy', async () => {
    const { picture, accuracy } = await session().finish({ ...small, data: 'moons' });
    expect(picture.kind).toBe('classes');
    expect(accuracy).toBeGreaterThan(0.4);
  });

  it('of a teacher tells its errors, its true rank and where the network is not linear', async () => {
    const { picture, accuracy, dataLoss } = await session().finish({
      ...small,
      task: 'rank-recovery',
      inputDimension: 5,
      outputDimension: 4,
      trueRank: 1,
      lambda: 0,
    });
    expect(accuracy).toBeUndefined();
    if (picture.kind !== 'teacher') throw new Error(picture.kind);
    expect(picture.trueRank).toBe(1);
    expect(picture.trainingError).toBeCloseTo(dataLoss, 2);
    expect(picture.testError).toBeGreaterThan(picture.trainingError);
    expect(picture.nonlinearity).toHaveLength(3);
    for (const ratio of picture.nonlinearity) {
      expect(ratio).toBeGreaterThan(0);
      expect(ratio).toBeLessThan(1);
    }
  });

  it('of an autoencoder on a curve shows probes and their images, where they are asked for', async () => {
    const lab = session();
    const choices = { ...small, data: 'line' } as const;
    const { picture } = await lab.finish(choices);
    if (picture.kind !== 'curve') throw new Error(picture.kind);
    expect(picture.images).toHaveLength(picture.probes.length);
    expect(picture.distanceBefore).toBeGreaterThan(0.2);
    expect(picture.distanceAfter).toBeLessThan(picture.distanceBefore);

    const shown = lab.frames.length;
    await lab.ask({
      kind: 'run',
      experiment: completeExperiment({ engine: 'wasm', ...choices, probes: 'placed' }),
    });
    await lab.ask({ kind: 'place', probes: Float32Array.of(0.5, -0.5) });
    const placed = () =>
      lab.frames
        .slice(shown)
        .flatMap(({ picture: p }) => (p?.kind === 'curve' ? [p] : []))
        .at(-1);
    await lab.until(() => placed()?.probes.length === 2);
    expect([...(placed()?.probes ?? [])]).toEqual([0.5, -0.5]);
    expect(placed()?.images).toHaveLength(2);
    expect(placed()?.run).toBe(picture.run);
  });

  it('of an autoencoder on a curve has probes to take in hand where none have been placed', async () => {
    const lab = session();
    const choices = { ...small, data: 'line', probes: 'placed' } as const;
    const { picture } = await lab.finish(choices);
    if (picture.kind !== 'curve') throw new Error(picture.kind);
    expect(picture.probes).toEqual(randomProbes());

    // Whoever takes the last one away wants none.
    await lab.ask({ kind: 'place', probes: new Float32Array(0) });
    await lab.until(() => {
      const last = lab.frames.at(-1)?.picture;
      return last?.kind === 'curve' && last.probes.length === 0;
    });
  });

  it('of digits shows noisy ones and what is made of them, and any drawing is answered', async () => {
    const lab = session();
    const { picture } = await lab.finish({
      ...small,
      data: 'digits',
      imageSide: '7',
      probeNoise: 0.5,
    });
    if (picture.kind !== 'digits') throw new Error(picture.kind);
    expect([...picture.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const images of [picture.clean, picture.noisy, picture.denoised]) {
      expect(images).toHaveLength(10 * 49);
    }
    expect(picture.errorRatio).toBeGreaterThan(0);
    expect(picture.errorRatio).toBeLessThan(1);
    const answer = await lab.ask({ kind: 'evaluate', inputs: picture.noisy.slice(0, 49) });
    if (!answer || !('outputs' in answer)) throw new Error('There was no answer.');
    for (const [i, value] of answer.outputs.entries()) {
      expect(value).toBeCloseTo(picture.denoised[i], 5);
    }
  });

  it.each(['rings', 'teacher', 'circle', 'digits'] as const)(
    'of %s can be posted with its buffers handed over',
    async (data) => {
      const { picture, ...frame } = await session().finish({ ...small, data, steps: 100 });
      const whole: Frame = { ...frame, picture };
      const sent = structuredClone(whole, { transfer: transferablesOfFrame(whole) });
      expect(sent.picture?.kind).toBe(picture.kind);
      expect(sent.picture?.spectra.weights[0].length).toBeGreaterThan(0);
      expect(picture.spectra.weights[0]).toHaveLength(0);
    },
  );
});

describe('a collapse in regression', () => {
  it('is noticed, and a fit is not mistaken for one', async () => {
    const collapsed = await session().finish({ ...small, data: 'circle', lambda: 1, steps: 1000 });
    expect(collapsed.collapsed).toBe(true);
    const fitted = await session().finish({ ...small, data: 'circle', steps: 1000 });
    expect(fitted.collapsed).toBe(false);
    expect(fitted.fits).toBe(true);
  });
});
