import { describe, expect, it } from 'vitest';
import { say } from '../../src/messages/say.ts';
import { createConductor } from '../../src/session/conductor.ts';
import type { FromWorker } from '../../src/session/protocol.ts';
import { run, world } from './world.ts';

describe('the conductor', () => {
  it('answers every request exactly once and starts a run', async () => {
    const w = world();
    w.send(run());
    await w.until(() => w.frames().length > 0);
    expect(w.messages.filter(({ kind }) => kind === 'return')).toEqual([
      { kind: 'return', id: 1, value: { run: 1, anew: true } },
    ]);
    expect(w.frames()[0].run).toBe(1);
  });

  it('sends no frame before the last one was drawn, though it trains on', async () => {
    const w = world();
    w.send(run());
    await w.until(() => w.frames().length === 1);
    await w.breaths(50);
    expect(w.frames()).toHaveLength(1);
    w.drawn();
    await w.until(() => w.frames().length === 2);
    const [first, second] = w.frames();
    expect(second.step).toBeGreaterThan(first.step);
    expect(second.history.firstStep).toBe(first.step);
    expect(second.history.dataLoss).toHaveLength(second.step - first.step);
  });

  it('changes λ without a new run, and depth with one', async () => {
    const w = world();
    w.send(run());
    await w.until(() => w.frames().length === 1);
    w.send(run({ lambda: 0.5 }));
    await w.until(() => w.engines[0].optimisations.length === 2);
    expect(w.engines).toHaveLength(1);
    expect(w.engines[0].optimisations[1].ridge).toBeCloseTo(0.5 / 9, 12);
    w.send(run({ depth: 5 }));
    await w.until(() => w.engines.length === 2);
    await w.until(() => w.engines[0].disposed);
    expect(w.engines[1].problem.dims).toHaveLength(6);
  });

  it('begins an experiment that is opened with a new network, also where a change of λ would do', async () => {
    const w = world();
    w.send(run());
    await w.until(() => w.frames().length === 1);
    w.send({ ...run({ lambda: 0.5 }), kind: 'open' });
    const opened = await w.frameWith((frame) => frame.run === 2);
    expect(opened.step).toBeLessThan(1000);
    expect(w.engines).toHaveLength(2);
    expect(w.engines[0].disposed).toBe(true);
    w.send({ ...run({ depth: 3, depthChange: 'carry' }), kind: 'open' });
    const shallower = await w.frameWith((frame) => frame.run === 3);
    expect(shallower.carriedFrom).toBeUndefined();
    expect(w.notices()).toEqual([]);
  });

  it('stands still while paused, takes single steps, and goes on', async () => {
    const w = world();
    w.send(run());
    w.send({ kind: 'pause' });
    await w.until(() => w.frames().length === 1);
    expect(w.frames()[0].status).toBe('paused');
    const { step } = w.frames()[0];
    w.drawn();
    w.send({ kind: 'step' });
    await w.until(() => w.frames().length === 2);
    expect(w.frames()[1].step).toBe(step + 1);
    w.drawn();
    w.send({ kind: 'resume' });
    await w.until(() => w.frames().length === 3);
    expect(w.frames()[2].status).toBe('running');
  });

  it('does not train while nobody sees the page', async () => {
    const w = world();
    w.visible(false);
    w.send(run());
    await w.until(() => w.messages.length === 1);
    await w.breaths(20);
    expect(w.frames()).toHaveLength(0);
    w.visible(true);
    await w.until(() => w.frames().length === 1);
  });

  it('goes back to the last good state when a loss is no number, and waits there', async () => {
    const w = world([{ divergeAt: 40 }]);
    w.send(run());
    await w.until(() => {
      w.drawn();
      return w.frames().some(({ status }) => status === 'diverged');
    });
    const last = w.frames().at(-1);
    expect(last?.step).toBeLessThan(40);
    expect(w.engines[0].loaded).toHaveLength(1);
    expect(last?.dataLoss).not.toBeNaN();
  });

  it('does not go back to a state that was kept just after it had diverged', async () => {
    const script = { divergeAt: Number.POSITIVE_INFINITY };
    const w = world([script]);
    w.send(run());
    await w.until(() => w.engines.length === 1);
    const [engine] = w.engines;
    const { train, save } = engine;
    engine.train = (steps) => train.call(engine, Math.min(steps, 5));
    const kept: number[] = [];
    engine.save = async () => {
      const state = await save.call(engine);
      kept.push(state.step);
      if (kept.length === 2) script.divergeAt = state.step;
      return state;
    };
    await w.frameWith(({ status }) => {
      if (kept.length < 2) w.pass(20);
      return status === 'diverged';
    });
    expect(kept[0]).toBeGreaterThan(0);
    expect(kept[1]).toBeGreaterThan(kept[0]);
    expect(engine.loaded.map(({ step }) => step)).toEqual([kept[0]]);
  });

  it('continues on another engine when one breaks, and says so', async () => {
    const w = world([{ name: 'webgpu', breakAt: 30 }, { name: 'wasm' }]);
    w.send(run());
    await w.until(() => {
      w.drawn();
      return w.frames().some(({ engine }) => engine === 'wasm');
    });
    expect(w.avoided).toEqual(['webgpu']);
    expect(w.engines[0].disposed).toBe(true);
    expect(w.messages.some((m) => m.kind === 'notice' && say(m.message).includes('lost'))).toBe(
      true,
    );
    await w.until(() => {
      w.drawn();
      return (w.frames().at(-1)?.step ?? 0) > 30;
    });
    expect(w.frames().at(-1)?.run).toBe(1);
  });

  it.each([true, false])(
    'lets a challenger try once the run fits and keeps the faster engine (challenger wins: %s)',
    async (wins) => {
      const w = world([{ name: 'wasm' }], { name: 'webgpu', wins });
      w.send(run());
      await w.until(() => {
        w.drawn();
        return w.frames().some(({ engineReason }) => engineReason === 'by the clock');
      });
      const last = w.frames().at(-1);
      expect(last?.engine).toBe(wins ? 'webgpu' : 'wasm');
      expect(last?.run).toBe(1);
      expect(w.engines.map(({ disposed }) => disposed)).toEqual([wins, !wins]);
      if (wins) expect(w.engines[1].loaded[0].step).toBeGreaterThan(0);
    },
  );

  it('keeps the ridge that was chosen on the way when a challenger takes over', async () => {
    const w = world([{ name: 'wasm' }], { name: 'webgpu', wins: true });
    w.send(run({ warmUp: 1 }));
    w.send(run({ warmUp: 1, lambda: 0.5 }));
    await w.until(() => {
      w.drawn();
      return w.frames().at(-1)?.engine === 'webgpu';
    });
    const last = w.frames().at(-1);
    expect(last?.ridgeLoss).toBeCloseTo((0.5 / 9) * (last?.parameterNorm ?? 0), 6);
  });

  it('stops at the step budget with a sharp picture and goes on when the budget grows', async () => {
    const w = world();
    w.send(run({ steps: 100 }));
    await w.until(() => {
      w.drawn();
      return w.frames().at(-1)?.status === 'finished';
    });
    const last = w.frames().at(-1);
    expect(last?.step).toBe(100);
    expect(last?.picture?.step).toBe(100);
    expect(last?.picture).toMatchObject({ kind: 'classes', topology: { tripoints: [] } });
    w.send(run({ steps: 200 }));
    await w.until(() => {
      w.drawn();
      return w.frames().at(-1)?.step === 200;
    });
  });

  it('stops once nothing changes any more where that was asked for, and goes on under another ridge', async () => {
    const w = world();
    const settling = { stop: 'settled', starts: 1, warmUp: 1 } as const;
    w.send(run(settling));
    await w.until(() => {
      w.drawn();
      return w.frames().at(-1)?.status === 'finished';
    });
    const last = w.frames().at(-1);
    expect(last?.ended).toBe('settled');
    expect(last?.step).toBeGreaterThanOrEqual(1000);
    expect(last?.step).toBeLessThan(50_000);
    w.send(run({ ...settling, threshold: 0.3 }));
    await w.until(() => {
      w.drawn();
      return w.messages.filter(({ kind }) => kind === 'return').length === 2;
    });
    await w.breaths(20);
    expect(w.frames().at(-1)?.status).toBe('finished');
    w.send(run({ ...settling, lambda: 0.5 }));
    await w.until(() => {
      w.drawn();
      return (w.frames().at(-1)?.step ?? 0) > (last?.step ?? 0) + 900;
    });
  });

  it('reports a request it cannot fulfil and stays alive', async () => {
    const messages: FromWorker[] = [];
    const conductor = createConductor({
      post: (message) => messages.push(message),
      chooser: {
        open: () => Promise.reject(new Error('nothing runs here')),
        openChallenger: async () => ({ reason: 'there is no rival' }),
        contest: () => Promise.reject(new Error('nothing to compare')),
        exclude: () => {},
        readmit: () => {},
      },
      breathe: async () => {},
      now: () => 0,
    });
    conductor.receive({ kind: 'request', id: 7, command: run() });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(messages).toEqual([{ kind: 'throw', id: 7, reason: 'nothing runs here' }]);
    conductor.receive({ kind: 'request', id: 8, command: { kind: 'pause' } });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(messages[1]).toEqual({ kind: 'return', id: 8, value: undefined });
  });
});
