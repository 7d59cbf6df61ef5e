/** Runs an experiment to the end of its step budget, or until it has settled, outside any browser. */

import {
  type BottleneckRank,
  bottleneckRank,
  isConstant,
  numericalRank,
  scaleAskedFor,
} from '../analysis/index.ts';
import { type SettlingWatch, watchSettling } from '../analysis/settling.ts';
import { type BegunRun, beginRun } from '../engine/begin-run.ts';
import { createEngineChooser } from '../engine/choose.ts';
import {
  fullRidgeFrom,
  type OpenEngine,
  optimisationOf,
  pointCount,
  prepareRun,
  type TrainingEngine,
} from '../engine/index.ts';
import {
  type Choices,
  completeExperiment,
  type EngineName,
  type Experiment,
} from '../experiment/index.ts';
import { say } from '../messages/say.ts';
import { type Findings, findOut } from './findings.ts';

export interface ExperimentReport {
  readonly experiment: Experiment;
  readonly engine: EngineName;
  readonly device: string;
  readonly step: number;
  readonly stepsPerSecond: number;
  readonly diverged: boolean;
  readonly collapsed: boolean;
  readonly dataLoss: number;
  /** Data loss plus the full ridge. */
  readonly totalLoss: number;
  /** ‖θ‖²/L. */
  readonly normPerLayer: number;
  readonly bottleneckRank: BottleneckRank;
  /** Of the centred activations of layers 1 … L, at the experiment's threshold. */
  readonly ranks: readonly number[];
  readonly weightSingularValues: readonly (readonly number[])[];
  readonly activationSingularValues: readonly (readonly number[])[];
  /** What the task asks to know. */
  readonly findings: Findings;
}

/** Steps between two looks at the losses. */
const stride = 200;

/**
 * Trains with the given choices and reports what was found. A run that diverges stops there.
 * @param tell receives a short line of progress now and then
 */
export async function runExperiment(
  choices: Choices,
  tell: (progress: string) => void = () => {},
): Promise<ExperimentReport> {
  const experiment = completeExperiment(choices);
  const chooser = createEngineChooser(() => performance.now());
  const open: OpenEngine = async (...run) => {
    const { engine, refusal } = await chooser.open(experiment.engine, ...run);
    if (refusal) tell(`${say(refusal)} Running on ${engine.name}.`);
    return engine;
  };
  const begun = await beginRun(open, await prepareRun(experiment), experiment, stride);
  const { engine, prepared } = begun;
  try {
    const trained = await trainFully(begun, experiment, tell);
    const { data, optimisation, problem } = prepared;
    const spectra = await engine.spectra({ centred: true });
    const state = await engine.save();
    const parameterNorm = state.parameters.reduce((sum, value) => sum + value * value, 0);
    const outputs = spectra.activations[experiment.depth - 1];
    return {
      experiment,
      engine: engine.name,
      device: say(engine.device),
      ...trained,
      collapsed: isConstant(outputs, pointCount(problem), scaleAskedFor(problem)),
      totalLoss: trained.dataLoss + optimisation.ridge * parameterNorm,
      normPerLayer: parameterNorm / experiment.depth,
      bottleneckRank: bottleneckRank(spectra, experiment.threshold),
      ranks: spectra.activations.map((values) => numericalRank(values, experiment.threshold)),
      weightSingularValues: spectra.weights.map((values) => [...values]),
      activationSingularValues: spectra.activations.map((values) => [...values]),
      findings: trained.diverged ? { kind: 'none' } : await findOut(engine, data, experiment),
    };
  } finally {
    engine.dispose();
  }
}

async function trainFully(
  { engine, cheapest }: BegunRun,
  experiment: Experiment,
  tell: (progress: string) => void,
): Promise<Pick<ExperimentReport, 'step' | 'stepsPerSecond' | 'diverged' | 'dataLoss'>> {
  const budget = experiment.steps;
  if (cheapest) tell(`start ${cheapest.start + 1} of ${experiment.starts} goes on`);
  const last = cheapest?.records.at(-1);
  let step = last?.step ?? 0;
  let dataLoss = cheapest?.grown?.dataLoss ?? last?.dataLoss.at(-1) ?? Number.NaN;
  let trainingTime = 0;
  let timed = 0;
  const settling = watchSettling();
  while (step < budget) {
    const before = performance.now();
    const record = await engine.train(Math.min(stride, budget - step));
    trainingTime += performance.now() - before;
    timed += record.step - step;
    step = record.step;
    dataLoss = record.dataLoss[record.dataLoss.length - 1];
    if (!Number.isFinite(dataLoss)) break;
    if (experiment.stop === 'settled' && (await hasSettled(engine, experiment, settling))) break;
    tell(`step ${step} of ${budget}, loss ${dataLoss.toPrecision(3)}`);
  }
  return {
    step,
    dataLoss,
    stepsPerSecond: timed === 0 ? 0 : (1000 * timed) / trainingTime,
    diverged: !Number.isFinite(dataLoss),
  };
}

async function hasSettled(
  engine: TrainingEngine,
  experiment: Experiment,
  settling: SettlingWatch,
): Promise<boolean> {
  const { step, rampStart, parameters } = await engine.save();
  if (!settling.isDue(step, fullRidgeFrom(optimisationOf(experiment), rampStart))) return false;
  const { rank } = bottleneckRank(await engine.spectra({ centred: true }), experiment.threshold);
  const norm = parameters.reduce((sum, value) => sum + value * value, 0);
  return settling.note({ step, bottleneckRank: rank, normPerLayer: norm / experiment.depth });
}
