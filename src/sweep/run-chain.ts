/** Computes one unit of work of a sweep: a fresh run, or a path of networks each begun from the one before. */
import { carriedTo, type TrainedNetwork } from '../engine/depth/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import { type OpenEngine, type PreparedRun, prepareRun } from '../engine/index.ts';
import { compareStarts } from '../engine/short-starts.ts';
import type { Experiment } from '../experiment/index.ts';
import type { Cell, Chain } from './cells.ts';
import { measureCell } from './measure-cell.ts';
import type { CellResult } from './result.ts';
import type { SettleRule } from './settle.ts';
import { slice, trainCell } from './train-cell.ts';

export interface ChainRunner {
  readonly open: OpenEngine;
  /** Milliseconds. */
  readonly now: () => number;
  readonly settle?: SettleRule | undefined;
  /** The run ends with the signal's reason soon after it was given. */
  readonly signal?: AbortSignal;
  /** Called between two slices of training: a thread may look at its messages, or wait. */
  readonly breathe?: () => Promise<void>;
}

/**
 * Trains the cells of a chain in their order and yields what came of each. The same chain gives
 * the same results on the same engine. A path goes on from the last network that neither
 * diverged nor collapsed; where there is none yet, from a fresh start at its own depth.
 * @throws the signal's reason, and whatever the engine throws
 */
export async function* runChain(chain: Chain, runner: ChainRunner): AsyncGenerator<CellResult> {
  let before: TrainedNetwork | undefined;
  for (const cell of chain.cells) {
    const prepared = await prepareRun(cell.experiment);
    const from = before === undefined ? prepared : carriedOn(prepared, before);
    const engine = await runner.open(from.problem, from.optimisation, from.start);
    try {
      const result = await runCell(engine, cell, from, before === undefined, runner);
      if (chain.path !== 'restarted' && !result.collapsed && !result.diverged) {
        before = {
          problem: from.problem,
          state: await engine.save(),
          activations: await engine.activations(from.problem.inputs),
        };
      }
      yield result;
    } finally {
      engine.dispose();
    }
  }
}

/** A run begun from the network of another depth. */
function carriedOn(prepared: PreparedRun, before: TrainedNetwork): PreparedRun {
  const { ridge } = prepared.optimisation;
  const { dims } = prepared.problem;
  const carried = carriedTo(before, { depth: dims.length - 1, width: dims[1], ridge });
  return { ...prepared, problem: carried.problem, start: carried.state };
}

async function runCell(
  engine: TrainingEngine,
  { key, query, path, experiment }: Cell,
  { data, optimisation }: PreparedRun,
  isFresh: boolean,
  { settle, signal, breathe, now }: ChainRunner,
): Promise<CellResult> {
  const { depth, points, lambda, width, dataSeed, seed, steps, threshold } = experiment;
  let waited = 0;
  const began = now();
  const between = async () => {
    signal?.throwIfAborted();
    const left = now();
    await breathe?.();
    waited += now() - left;
    signal?.throwIfAborted();
  };
  await between();
  const dataLoss = isFresh ? await lossOfCheapestStart(engine, experiment, between) : Number.NaN;
  const training = { steps, threshold, optimisation, settle, between, dataLoss };
  const trained = await trainCell(engine, training);
  const diverged = !Number.isFinite(trained.dataLoss);
  const measured = diverged ? nothing : await measureCell(engine, data, experiment);
  const { parameterNorm } = measured;
  return {
    key,
    query,
    path,
    depth,
    points,
    lambda,
    width,
    dataSeed,
    seed,
    steps: trained.steps,
    ...measured,
    dataLoss: diverged ? null : round(trained.dataLoss),
    parameterNorm: parameterNorm === null ? null : round(parameterNorm),
    totalLoss:
      parameterNorm === null ? null : round(trained.dataLoss + optimisation.ridge * parameterNorm),
    diverged,
    settled: trained.settled,
    seconds: round((now() - began - waited) / 1000, 4),
  };
}

/** Leaves the engine at the cheapest of the experiment's short starts. */
async function lossOfCheapestStart(
  engine: TrainingEngine,
  experiment: Experiment,
  between: () => Promise<void>,
): Promise<number> {
  const comparison = compareStarts(engine, experiment, slice);
  for (;;) {
    const next = await comparison.next();
    if (next.done) return next.value?.records.at(-1)?.dataLoss.at(-1) ?? Number.NaN;
    await between();
  }
}

/** Digits beyond these are the noise of float32 training, and a good part of a sweep's file. */
function round(value: number, digits = 7): number {
  return Number(value.toPrecision(digits));
}

const nothing = {
  parameterNorm: null,
  bottleneckRank: 0,
  bottleneckLayer: 0,
  jacobianRank: 0,
  collapsed: false,
};
