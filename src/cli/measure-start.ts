/** One start of training, followed to the end of its budget: where it led, and how soon. */
import { accuracy, predictedClasses } from '../analysis/classification.ts';
import { isConstant } from '../analysis/collapse.ts';
import { bottleneckRank } from '../analysis/ranks/index.ts';
import { mapClasses } from '../analysis/topology/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import { type PreparedRun, prepareRun } from '../engine/prepare.ts';
import { freshStarts, trainShortStarts } from '../engine/short-starts.ts';
import { openWasm } from '../engine/wasm/index.ts';
import { domain, type Experiment } from '../experiment/index.ts';

export interface MeasuredStart {
  /** Of the initial weights. */
  readonly seed: number;
  /** Data loss plus the full ridge, after the last step; NaN where the run diverged. */
  readonly totalLoss: number;
  /** All outputs the same on the training points. */
  readonly collapsed: boolean;
  readonly accuracy: number;
  readonly tripoints: number;
  readonly bottleneckRank: number;
  /** ‖θ‖²/L. */
  readonly normPerLayer: number;
  /** Steps, those of short starts included, after which the bottleneck rank stays as it ends and ‖θ‖²/L within 5 % of its end. */
  readonly settledStep: number;
  /** Seconds of training until then, on the wasm engine of the machine that measured. */
  readonly settledSeconds: number;
}

/** What is seen of a run while it trains. */
interface Look {
  readonly step: number;
  readonly seconds: number;
  readonly rank: number;
  readonly normPerLayer: number;
}

/** Steps between two looks: the resolution of `settledStep`. */
const stride = 200;
const settledWithin = 0.05;

/** How many short starts there are before the run goes on with the cheapest of them. */
export interface Contest {
  readonly starts: number;
  readonly steps: number;
}

/**
 * Trains an experiment on the wasm engine, and looks at it every now and then.
 * @throws RangeError where the short starts would leave no step to go on with
 */
export async function measureStart(
  experiment: Experiment,
  contest: Contest,
): Promise<MeasuredStart> {
  if (contest.starts > 1 && contest.steps >= experiment.steps) {
    throw new RangeError('Short starts have to be shorter than the step budget.');
  }
  const prepared = await prepareRun(experiment);
  const { problem, optimisation, start } = prepared;
  const engine = await openWasm(problem, optimisation, start);
  try {
    const before = performance.now();
    let lost = 0;
    if (contest.starts > 1) {
      const starts = freshStarts(problem.dims, experiment, contest.starts);
      const shorts = trainShortStarts(engine, { ...contest, starts, slice: stride, optimisation });
      while (!(await shorts.next()).done);
      lost = (contest.starts - 1) * contest.steps;
    }
    const spent = (performance.now() - before) / 1000;
    const { looks, totalLoss } = await trainWatched(engine, experiment, prepared);
    const settled = settledLook(looks);
    const last = looks[looks.length - 1];
    return {
      seed: experiment.seed,
      totalLoss,
      bottleneckRank: last.rank,
      normPerLayer: last.normPerLayer,
      settledStep: settled.step + lost,
      settledSeconds: settled.seconds + spent,
      ...(await describeFunction(engine, prepared)),
    };
  } finally {
    engine.dispose();
  }
}

async function trainWatched(
  engine: TrainingEngine,
  { steps: budget, depth, threshold }: Experiment,
  { optimisation }: PreparedRun,
): Promise<{ looks: Look[]; totalLoss: number }> {
  const looks: Look[] = [];
  let totalLoss = Number.NaN;
  let seconds = 0;
  let { step } = await engine.save();
  while (step < budget) {
    const before = performance.now();
    const record = await engine.train(Math.min(stride, budget - step));
    seconds += (performance.now() - before) / 1000;
    step = record.step;
    const end = record.dataLoss.length - 1;
    const norm = record.parameterNorm[end];
    totalLoss = record.dataLoss[end] + optimisation.ridge * norm;
    const { rank } = bottleneckRank(await engine.spectra({ centred: true }), threshold);
    looks.push({ step, seconds, rank, normPerLayer: norm / depth });
    if (!Number.isFinite(totalLoss)) break;
  }
  return { looks, totalLoss };
}

/** The first look from which on nothing changes much any more. */
export function settledLook<T extends Pick<Look, 'rank' | 'normPerLayer'>>(looks: readonly T[]): T {
  const end = looks[looks.length - 1];
  const restless = looks.findLastIndex(
    ({ rank, normPerLayer }) =>
      rank !== end.rank ||
      Math.abs(normPerLayer - end.normPerLayer) > settledWithin * Math.abs(end.normPerLayer),
  );
  return looks[restless + 1] ?? end;
}

async function describeFunction(
  engine: TrainingEngine,
  { data, problem }: PreparedRun,
): Promise<Pick<MeasuredStart, 'collapsed' | 'accuracy' | 'tripoints'>> {
  if (data.kind !== 'classes') throw new RangeError('Only classification is measured here.');
  const outputs = await engine.evaluate(data.inputs);
  const spectra = await engine.spectra({ centred: true });
  const { tripoints } = await mapClasses((points) => engine.evaluate(points), {
    domain,
    classCount: data.classCount,
    coarse: 48,
    fine: 192,
  });
  return {
    collapsed: isConstant(spectra.activations[problem.dims.length - 2], data.labels.length),
    accuracy: accuracy(predictedClasses(outputs, data.classCount), data.labels),
    tripoints: tripoints.length,
  };
}
