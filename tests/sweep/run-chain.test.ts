import { describe, expect, it } from 'vitest';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type CellResult, type Chain, chainsOf, type SweepSpec } from '../../src/sweep/index.ts';
import { type ChainRunner, runChain } from '../../src/sweep/run-chain.ts';
import { smallSpec } from './results.ts';

const runner: ChainRunner = { open: openWasm, now: () => performance.now() };

const teacherSpec: SweepSpec = {
  name: 'teacher',
  title: 'A small teacher',
  base: 'task=rank-recovery&trueRank=1&inputDimension=4&outputDimension=3&points=20&width=12&lambda=0.01&amplitude=0.1&warmUp=1&steps=1500',
  axes: { depths: [2, 3, 4], dataSeeds: [0], seeds: [0], paths: ['restarted', 'grown', 'shrunk'] },
};

async function all(chain: Chain, changes: Partial<ChainRunner> = {}): Promise<CellResult[]> {
  const results: CellResult[] = [];
  for await (const result of runChain(chain, { ...runner, ...changes })) results.push(result);
  return results;
}

function chainOf(spec: SweepSpec, path: Chain['path']): Chain {
  const chain = chainsOf(spec).find((one) => one.path === path);
  if (!chain) throw new Error(`There is no ${path} chain.`);
  return chain;
}

/** Seconds are the only thing that two runs may differ in. */
const timeless = (results: CellResult[]) => results.map((result) => ({ ...result, seconds: 0 }));

describe('a restarted cell', () => {
  it('says of a classifier what can be said, the same every time', async () => {
    const chain = chainOf(smallSpec, 'restarted');
    const results = await all(chain);
    expect(results).toHaveLength(1);
    const [{ totalLoss, dataLoss, parameterNorm, ...result }] = results;
    expect(result).toMatchObject({
      key: chain.cells[0].key,
      query: chain.cells[0].query,
      depth: 2,
      points: 39,
      steps: 100,
      diverged: false,
      settled: false,
    });
    expect(result.tripoints).toBeGreaterThanOrEqual(0);
    expect(result.accuracy).toBeGreaterThan(0);
    expect(totalLoss).toBeCloseTo((dataLoss ?? 0) + (0.009 / 2) * (parameterNorm ?? 0), 5);
    expect(timeless(await all(chain))).toEqual(timeless(results));
  });

  it('goes on from the cheapest of the short starts that its experiment asks for', async () => {
    const compared = { ...smallSpec, base: smallSpec.base.replace('starts=1', 'starts=5') };
    const many = { ...compared, base: `${compared.base}&shortSteps=100` };
    const [single] = await all(chainOf(smallSpec, 'restarted'));
    const [best] = await all(chainOf(many, 'restarted'));
    expect(best.totalLoss).toBeLessThanOrEqual(single.totalLoss ?? 0);
    expect(best.steps).toBe(100);
  });

  it('finds the rank of an easy teacher, and tells its error on new points', async () => {
    const [result] = await all(chainOf(teacherSpec, 'restarted'));
    expect(result.collapsed).toBe(false);
    expect(result.jacobianRank).toBeGreaterThanOrEqual(1);
    expect(result.testError).toBeGreaterThan(0);
    expect(result.tripoints).toBeUndefined();
  });

  it('ends early once nothing changes any more', async () => {
    const settle = { within: 0.05, over: 500, tail: 100 };
    const long = { ...teacherSpec, steps: 20_000 };
    const [result] = await all(chainOf(long, 'restarted'), { settle });
    expect(result.settled).toBe(true);
    expect(result.steps).toBeLessThan(20_000);
  });

  it('has no numbers, but a sign, where the run diverged', async () => {
    const wild = { ...smallSpec, base: `${smallSpec.base}&learningRate=0.1&lambda=1&steps=2000` };
    const chain = chainOf(wild, 'restarted');
    const [result] = await all(chain, {
      open: async (problem, optimisation, state) => {
        const parameters = state.parameters.map(() => 1e30);
        return openWasm(problem, optimisation, { ...state, parameters });
      },
    });
    expect(result).toMatchObject({ diverged: true, totalLoss: null, parameterNorm: null });
  });
});

describe('a path', () => {
  it.each(['grown', 'shrunk'] as const)(
    'that is %s begins each network from the one before',
    async (path) => {
      const begins: number[] = [];
      const results = await all(chainOf(teacherSpec, path), {
        open: async (problem, optimisation, state) => {
          const engine = await openWasm(problem, optimisation, state);
          const outputs = await engine.evaluate(problem.inputs);
          const wanted = problem.targets;
          const error = outputs.reduce((sum, value, i) => sum + (value - wanted[i]) ** 2, 0);
          begins.push(error / (problem.inputs.length / problem.dims[0]));
          return engine;
        },
      });
      const depths = results.map(({ depth }) => depth);
      expect(depths).toEqual(path === 'grown' ? [2, 3, 4] : [4, 3, 2]);
      // A fresh start costs about as much as a constant, 1; a network that was carried knows more.
      expect(begins[0]).toBeGreaterThan(0.7);
      for (const error of begins.slice(1)) expect(error).toBeLessThan(0.5);
    },
  );

  it('begins anew where everything before has collapsed', async () => {
    const base = teacherSpec.base.replace('lambda=0.01', 'lambda=1');
    const spec = { ...teacherSpec, base };
    const [deepest, next] = await all(chainOf(spec, 'shrunk'));
    expect(deepest).toMatchObject({ depth: 4, collapsed: true, bottleneckRank: 0 });
    const fresh = chainsOf(spec).find(({ cells }) => cells[0].key.startsWith('restarted L=3'));
    const [restarted] = fresh ? await all(fresh) : [];
    expect(next).toMatchObject({ depth: 3, collapsed: false, totalLoss: restarted?.totalLoss });
  });
});

describe('a chain that is aborted', () => {
  it('ends with the reason, after the cells that were finished', async () => {
    const controller = new AbortController();
    const finished: number[] = [];
    const running = (async () => {
      const chain = chainOf(teacherSpec, 'grown');
      for await (const { depth } of runChain(chain, { ...runner, signal: controller.signal })) {
        finished.push(depth);
        controller.abort(new Error('enough'));
      }
    })();
    await expect(running).rejects.toThrow('enough');
    expect(finished).toEqual([2]);
  });
});
