/** One run from a fresh start, followed to the end of its budget: where it led, and how soon. */
import { isConstant, scaleAskedFor } from '../analysis/collapse.ts';
import { bottleneckRank } from '../analysis/ranks/index.ts';
import { beginRun } from '../engine/begin-run.ts';
import type { StepRecord, TrainingEngine } from '../engine/engine.ts';
import { optimisationOf, prepareRun } from '../engine/prepare.ts';
import { pointCount } from '../engine/problem.ts';
import { dropFactor } from '../engine/schedule.ts';
import { comparesStarts } from '../engine/short-starts.ts';
import { openWasm } from '../engine/wasm/index.ts';
import type { Experiment } from '../experiment/index.ts';
import { type Findings, findOut } from './findings.ts';

export interface MeasuredStart {
  /** Of the initial weights. */
  readonly seed: number;
  /** Data loss plus the full ridge, after the last step; NaN where the run diverged. */
  readonly totalLoss: number;
  /** All outputs the same on the training points. */
  readonly collapsed: boolean;
  /** Of classifiers: the share of points classified rightly, and how many tripoints there are. */
  readonly accuracy?: number;
  readonly tripoints?: number;
  /** Of autoencoders on curves: distance to the curve after over before. */
  readonly distanceRatio?: number;
  /** Of teachers: mean squared error on points not trained on; a constant would cost 1. */
  readonly testError?: number;
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
  /** Mean over the steps since the last look. */
  readonly totalLoss: number;
}

/** Steps between two looks: the resolution of `settledStep`. */
const stride = 200;
const settledWithin = 0.05;
/** A run that has fallen by less than this share over so many looks has settled for long. */
const still = { share: 5e-4, looks: 8 };
/** Steps at a tenth of the rate that end a run which is not followed to the end of its budget. */
const coolingSteps = 600;

/**
 * Trains an experiment on the wasm engine, and looks at it every now and then.
 * @param mayEndEarly a run that has settled for long goes straight to the small steps that end it
 * @throws RangeError where the short starts would leave no step to go on with
 */
export async function measureStart(
  experiment: Experiment,
  mayEndEarly = false,
): Promise<MeasuredStart> {
  if (comparesStarts(experiment) && experiment.shortSteps >= experiment.steps) {
    throw new RangeError('Short starts have to be shorter than the step budget.');
  }
  const first = await prepareRun(experiment);
  const before = performance.now();
  const { engine, prepared, cheapest } = await beginRun(openWasm, first, experiment, stride);
  const spent = (performance.now() - before) / 1000;
  const { data, problem } = prepared;
  try {
    const from = cheapest?.state.step ?? 0;
    const shortSteps = comparesStarts(experiment) ? experiment.starts * experiment.shortSteps : 0;
    const looks = await trainWatched(engine, experiment, mayEndEarly);
    const settled = settledLook(looks);
    const last = looks[looks.length - 1];
    const { parameters } = await engine.save();
    const norm = parameters.reduce((sum, value) => sum + value * value, 0);
    const spectra = await engine.spectra({ centred: true });
    const outputs = spectra.activations[problem.dims.length - 2];
    return {
      seed: experiment.seed,
      totalLoss: last.totalLoss,
      collapsed: isConstant(outputs, pointCount(problem), scaleAskedFor(problem)),
      bottleneckRank: bottleneckRank(spectra, experiment.threshold).rank,
      normPerLayer: norm / experiment.depth,
      settledStep: settled.step + Math.max(0, shortSteps - from),
      settledSeconds: settled.seconds + spent,
      ...merits(await findOut(engine, data, experiment)),
    };
  } finally {
    engine.dispose();
  }
}

async function trainWatched(
  engine: TrainingEngine,
  experiment: Experiment,
  mayEndEarly: boolean,
): Promise<Look[]> {
  const optimisation = optimisationOf(experiment);
  const looks: Look[] = [];
  let seconds = 0;
  let { step } = await engine.save();
  let end = experiment.steps;
  while (step < end) {
    const before = performance.now();
    const record = await engine.train(Math.min(stride, end - step));
    seconds += (performance.now() - before) / 1000;
    step = record.step;
    const { rank } = bottleneckRank(await engine.spectra({ centred: true }), experiment.threshold);
    const normPerLayer = Number(record.parameterNorm.at(-1)) / experiment.depth;
    const totalLoss = meanTotal(record, optimisation.ridge);
    looks.push({ step, seconds, rank, normPerLayer, totalLoss });
    if (!Number.isFinite(totalLoss)) break;
    if (mayEndEarly && end === experiment.steps && isStill(looks) && step + coolingSteps < end) {
      end = step + coolingSteps;
      const learningRate = dropFactor * optimisation.learningRate;
      engine.setOptimisation({ ...optimisation, schedule: 'constant', learningRate });
    }
  }
  return looks;
}

/** Over the last quarter of a record: steps of full size jitter. */
function meanTotal({ dataLoss, parameterNorm }: StepRecord, ridge: number): number {
  const from = Math.floor(0.75 * dataLoss.length);
  let sum = 0;
  for (let i = from; i < dataLoss.length; i++) sum += dataLoss[i] + ridge * parameterNorm[i];
  return sum / (dataLoss.length - from);
}

/** Whether nothing has changed much for long: the rank not at all, the total loss hardly. */
function isStill(looks: readonly Look[]): boolean {
  const recent = looks.slice(-still.looks);
  const [first, last] = [recent[0], recent[recent.length - 1]];
  return (
    recent.length === still.looks &&
    recent.every(({ rank }) => rank === last.rank) &&
    Math.abs(first.totalLoss - last.totalLoss) < still.share * last.totalLoss
  );
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

/** What this task asks of a network, in numbers. */
function merits(
  findings: Findings,
): Pick<MeasuredStart, 'accuracy' | 'tripoints' | 'distanceRatio' | 'testError'> {
  switch (findings.kind) {
    case 'classes':
      return { accuracy: findings.accuracy, tripoints: findings.tripoints.length };
    case 'curve':
      return { distanceRatio: findings.distanceAfter / findings.distanceBefore };
    case 'teacher':
      return { testError: findings.testError };
    default:
      return {};
  }
}
