/** Computes one unit of work of a sweep: a fresh run, or a path of networks each begun from the one before. */

import { type BegunRun, beginRun } from '../engine/begin-run.ts';
import { carriedTo, type TrainedNetwork } from '../engine/depth/index.ts';
import { type OpenEngine, optimisationOf, type PreparedRun, prepareRun } from '../engine/index.ts';
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
    const clock = stoppedWhileWaiting(runner);
    const begun = await begin(cell.experiment, before, runner, clock.between);
    const { engine, prepared } = begun;
    try {
      const result = await runCell(begun, cell, clock, runner);
      if (chain.path !== 'restarted' && !result.collapsed && !result.diverged) {
        before = {
          problem: prepared.problem,
          state: await engine.save(),
          activations: await engine.activations(prepared.problem.inputs),
        };
      }
      yield result;
    } finally {
      engine.dispose();
    }
  }
}

interface Clock {
  /** Lets others in, or ends the run. */
  readonly between: () => Promise<void>;
  /** Of work, since the cell was begun. */
  readonly seconds: () => number;
}

function stoppedWhileWaiting({ signal, breathe, now }: ChainRunner): Clock {
  const began = now();
  let waited = 0;
  return {
    async between() {
      signal?.throwIfAborted();
      const left = now();
      await breathe?.();
      waited += now() - left;
      signal?.throwIfAborted();
    },
    seconds: () => (now() - began - waited) / 1000,
  };
}

/** Begins a cell from the network of another depth, or from the cheapest of its own starts. */
async function begin(
  experiment: Experiment,
  before: TrainedNetwork | undefined,
  { open }: ChainRunner,
  between: () => Promise<void>,
): Promise<BegunRun> {
  await between();
  const prepared = await prepareRun(experiment);
  if (before === undefined) return beginRun(open, prepared, experiment, slice, between);
  const from = carriedOn(prepared, experiment, before);
  const engine = await open(from.problem, from.optimisation, from.start);
  return { engine, prepared: from, cheapest: undefined };
}

/** A run begun from the network of another depth. */
function carriedOn(
  { data }: PreparedRun,
  experiment: Experiment,
  before: TrainedNetwork,
): PreparedRun {
  const optimisation = optimisationOf(experiment);
  const { depth, width } = experiment;
  const carried = carriedTo(before, { depth, width, ridge: optimisation.ridge });
  return { data, problem: carried.problem, optimisation, start: carried.state };
}

async function runCell(
  { engine, prepared: { data, optimisation }, cheapest }: BegunRun,
  { key, query, path, experiment }: Cell,
  { between, seconds }: Clock,
  { settle }: ChainRunner,
): Promise<CellResult> {
  const { depth, points, lambda, width, dataSeed, seed, steps, threshold } = experiment;
  const dataLoss =
    cheapest?.grown?.dataLoss ?? cheapest?.records.at(-1)?.dataLoss.at(-1) ?? Number.NaN;
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
    seconds: round(seconds(), 4),
  };
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
