import { describe, expect, it } from 'vitest';
import { prepareRun } from '../../src/engine/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';
import type { Rest } from '../../src/session/rest.ts';
import { RunAccount } from '../../src/session/run-account.ts';

const choices: Choices = { data: 'moons', points: 40, depth: 3, stop: 'settled', warmUp: 1 };
const engine = {
  spectra: async () => {
    const layers = [0, 1, 2].map(() => Float32Array.of(4, 2, 0.1));
    return { weights: layers, activations: layers };
  },
};

async function accountOf(rest?: Rest) {
  const experiment = completeExperiment(choices);
  const prepared = await prepareRun(experiment);
  const opening = {
    fits: true,
    carriedFrom: undefined,
    known: undefined,
    past: [],
    onFit: () => {},
  };
  const account = new RunAccount({ ...opening, prepared, experiment, rest });
  return {
    account,
    /** Trains a network that changes no more, up to this step or until it has settled. */
    async trainTo(end: number): Promise<number> {
      while (account.status === 'running' && account.history.step < end) {
        const flat = new Float32Array(100).fill(0.1);
        const step = account.history.step + flat.length;
        account.enter({ step, dataLoss: flat, parameterNorm: flat }, 1);
        await account.finishWhereSettled(engine);
      }
      return account.history.step;
    },
  };
}

const looks: Choices[] = [
  { theme: 'dark' },
  { language: 'zh' },
  { centring: 'raw' },
  { depthChange: 'carry' },
];

describe('the account of a run', () => {
  it.each(looks)('says as soon when it has settled where it is looked at with %o', async (look) => {
    const undisturbed = await (await accountOf()).trainTo(8000);
    const { account, trainTo } = await accountOf();
    await trainTo(undisturbed - 100);
    account.change(completeExperiment({ ...choices, ...look }), 0);
    expect(await trainTo(8000)).toBe(undisturbed);
    expect(account).toMatchObject({ status: 'finished', ended: 'settled' });
  });

  it.each([{ threshold: 0.3 }, { lambda: 0.05 }] satisfies Choices[])(
    'watches anew from a change to %o on',
    async (change) => {
      const undisturbed = await (await accountOf()).trainTo(8000);
      const { account, trainTo } = await accountOf();
      const changedAt = await trainTo(undisturbed - 100);
      account.change(completeExperiment({ ...choices, ...change }), 0);
      expect(await trainTo(8000)).toBeGreaterThan(changedAt + 1000);
    },
  );

  it.each(looks)(
    'lets a network from a file rest on where it is looked at with %o',
    async (look) => {
      const rest = { until: 1500, known: { dataLoss: 0.1, parameterNorm: 9 } } as Rest;
      const { account } = await accountOf(rest);
      account.change(completeExperiment({ ...choices, ...look }), 200);
      expect(account.rest?.until).toBe(1500);
      account.change(completeExperiment({ ...choices, lambda: 0.05 }), 300);
      expect(account.rest?.until).toBe(300);
    },
  );
});
