/** One start of training, followed to the end of its budget: where it led, and how soon. */
import { accuracy, predictedClasses } from '../analysis/classification.ts';
import { isConstant } from '../analysis/collapse.ts';
import { bottleneckRank } from '../analysis/ranks/index.ts';
import { mapClasses } from '../analysis/topology/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import { initialParameters } from '../engine/initialise.ts';
import { type PreparedRun, prepareRun } from '../engine/prepare.ts';
import { openWasm } from '../engine/wasm/index.ts';
import { domain, type Experiment, randomStream } from '../experiment/index.ts';

export interface MeasuredStart {
  /** Of the initial weights; the data are those of the experiment's own seed. */
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
  /** Steps after which the bottleneck rank stays as it ends and ‖θ‖²/L within 5 % of its end. */
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

/**
 * Trains an experiment on the wasm engine from the initial weights of `weightSeed`. The data keep
 * the experiment's own seed, so that total losses of different starts can be compared.
 */
export async function measureStart(
  experiment: Experiment,
  weightSeed: number,
): Promise<MeasuredStart> {
  const prepared = await prepareRun(experiment);
  const { dims } = prepared.problem;
  const parameters = initialParameters(dims, experiment, randomStream(weightSeed, 'weights'));
  const engine = await openWasm(prepared.problem, prepared.optimisation, {
    ...prepared.start,
    parameters,
  });
  try {
    const { looks, totalLoss } = await trainWatched(engine, experiment, prepared);
    const settled = settledLook(looks);
    const last = looks[looks.length - 1];
    return {
      seed: weightSeed,
      totalLoss,
      bottleneckRank: last.rank,
      normPerLayer: last.normPerLayer,
      settledStep: settled.step,
      settledSeconds: settled.seconds,
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
  let step = 0;
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
