import { describe, expect, it } from 'vitest';
import type { TrainingState } from '../../src/engine/index.ts';
import { prepareRun } from '../../src/engine/index.ts';
import { completeExperiment } from '../../src/experiment/index.ts';
import { goodState } from '../../src/session/good-state.ts';
import { scriptedEngine } from './scripted-engine.ts';

async function begun() {
  const { problem, optimisation, start } = await prepareRun(completeExperiment({ depth: 3 }));
  const engine = scriptedEngine(problem, optimisation, start);
  const clock = { time: 0 };
  const good = goodState(engine, start, () => clock.time);
  return {
    engine,
    start,
    good,
    /** Trains on for more than a second and keeps what came of it. */
    async keepLater() {
      clock.time += 1001;
      await engine.train(10);
      await good.keepPresent();
    },
  };
}

describe('the last good state', () => {
  it('is one from which training has gone on soundly', async () => {
    const { good, keepLater } = await begun();
    await keepLater();
    expect(good.state.step).toBe(0);
    good.judge(true);
    expect(good.state.step).toBe(10);
  });

  it('is never one from which a loss was no number, nor does that one come back', async () => {
    const { good, keepLater } = await begun();
    await keepLater();
    good.judge(true);
    await keepLater();
    good.judge(false);
    good.judge(true);
    expect(good.state.step).toBe(10);
  });

  it('is kept at most once a second', async () => {
    const { engine, good, keepLater } = await begun();
    await keepLater();
    await engine.train(10);
    await good.keepPresent();
    good.judge(true);
    expect(good.state.step).toBe(10);
  });

  it('is what remains of a run that stood still as its device was lost', async () => {
    const { engine, good, keepLater } = await begun();
    await keepLater();
    engine.lost = true;
    expect((await good.rescue(undefined)).step).toBe(10);
  });

  it('is an earlier one where what was kept last is no number', async () => {
    const { engine, start, good } = await begun();
    const parameters = Float32Array.from(start.parameters, () => Number.NaN);
    const broken: TrainingState = { ...start, step: 20, parameters };
    good.keep(broken);
    engine.lost = true;
    expect((await good.rescue(undefined)).step).toBe(0);
  });
});
