/** Trains one network of a featured experiment until it has settled, and writes it down. */
import {
  accuracy,
  bottleneckRank,
  isConstant,
  predictedClasses,
  scaleAskedFor,
} from '../analysis/index.ts';
import { mapClasses } from '../analysis/topology/index.ts';
import { beginRun } from '../engine/begin-run.ts';
import { dataLoss } from '../engine/depth/data-loss.ts';
import {
  type NetworkSpectra,
  type PreparedRun,
  parameterLayout,
  pointCount,
  prepareRun,
  type TrainingEngine,
  type TrainingState,
} from '../engine/index.ts';
import { openWasm } from '../engine/wasm/index.ts';
import { domain, type Experiment } from '../experiment/index.ts';
import type { EncodedState } from '../snapshot/encode.ts';
import { recipeOf } from '../snapshot/featured.ts';
import { settledNetwork } from '../snapshot/settled-network.ts';
import { smallestEncoding } from '../snapshot/smallest-encoding.ts';
import type { CompactNetwork, Made, SettledFigures } from '../snapshot/snapshot.ts';

/** Steps between two looks at the loss. */
const slice = 400;
/** By how much the total loss may rise when a network is written down, and by how much rebalancing may lower it. */
const allowed = { dearer: 2e-3, cheaper: 0.1 };
/** By how much a clear singular value may change, beside the largest of its layer. */
const allowedShift = 0.05;
/** Singular values this many times above the threshold are clear; nearer to it they may still be settling. */
const clearly = 2;

/** What can be read off a network with or without an engine. */
type Readable = Pick<TrainingEngine, 'evaluate' | 'spectra'>;

export interface Settled {
  readonly prepared: PreparedRun;
  readonly experiment: Experiment;
  readonly state: TrainingState;
  readonly figures: SettledFigures;
  readonly spectra: NetworkSpectra;
  /** The outputs are the same for every point: a local minimum that should not ship. */
  readonly collapsed: boolean;
}

/** @throws Error where the run diverges */
export async function settle(experiment: Experiment): Promise<Settled> {
  const begun = await beginRun(openWasm, await prepareRun(experiment), experiment, slice);
  const { engine, prepared, cheapest } = begun;
  const { problem } = prepared;
  try {
    let step = cheapest?.state.step ?? 0;
    while (step < experiment.steps) {
      ({ step } = await engine.train(Math.min(slice, experiment.steps - step)));
    }
    const state = await engine.save();
    if (!state.parameters.every(Number.isFinite)) throw new Error('The run diverged.');
    const spectra = await engine.spectra({ centred: true });
    const outputs = spectra.activations[experiment.depth - 1];
    return {
      prepared,
      experiment,
      state,
      spectra,
      figures: await measure(engine, state.parameters, prepared, experiment),
      collapsed: isConstant(outputs, pointCount(problem), scaleAskedFor(problem)),
    };
  } finally {
    engine.dispose();
  }
}

/** The figures that a file claims of its network. */
export async function measure(
  network: Readable,
  parameters: Float32Array,
  prepared: Pick<PreparedRun, 'data' | 'problem' | 'optimisation'>,
  { depth, threshold }: Experiment,
): Promise<SettledFigures> {
  const { data, problem } = prepared;
  const outputs = await network.evaluate(problem.inputs);
  const losses = lossesOf(outputs, parameters, prepared);
  return {
    ...losses,
    normPerLayer: squaredNorm(parameters) / depth,
    bottleneckRank: bottleneckRank(await network.spectra({ centred: true }), threshold).rank,
    tripoints: data.kind === 'classes' ? await countTripoints(network, data.classCount) : undefined,
    accuracy:
      data.kind === 'classes'
        ? accuracy(predictedClasses(outputs, data.classCount), data.labels)
        : undefined,
  };
}

async function countTripoints(network: Readable, classCount: number): Promise<number> {
  const grid = { domain, classCount, coarse: 64, fine: 512 };
  return (await mapClasses((points) => network.evaluate(points), grid)).tripoints.length;
}

function lossesOf(
  outputs: Float32Array,
  parameters: Float32Array,
  { problem, optimisation }: Pick<PreparedRun, 'problem' | 'optimisation'>,
): Pick<SettledFigures, 'dataLoss' | 'totalLoss'> {
  const fit = dataLoss(problem.loss, outputs, problem.targets, problem.dims.at(-1) ?? 1);
  return { dataLoss: fit, totalLoss: fit + optimisation.ridge * squaredNorm(parameters) };
}

function squaredNorm(parameters: Float32Array): number {
  return parameters.reduce((sum, value) => sum + value * value, 0);
}

/**
 * The shortest encoding that does what was trained: accuracy, bottleneck rank and tripoints equal,
 * the total loss at most 0.2 % higher, clear singular values within 5 % of the layer's largest.
 * Its figures are those of the network as it will be read.
 * @returns undefined where there is no such encoding
 */
export async function writeDown(
  settled: Settled,
  tried: number,
  made: Made,
): Promise<EncodedState | undefined> {
  const { prepared, experiment, state, figures, spectra } = settled;
  const { data, problem } = prepared;
  const gradientScales = gradientScalesOf(problem.dims, state.secondMoment);
  const accepts = async (network: CompactNetwork) => {
    const readable = settledNetwork({ network, data, experiment, gradientScales });
    const outputs = await readable.evaluate(problem.inputs);
    const { totalLoss } = lossesOf(outputs, network.parameters, prepared);
    const rise = totalLoss / figures.totalLoss - 1;
    if (rise > allowed.dearer || rise < -allowed.cheaper) return false;
    const found = await readable.spectra({ centred: true });
    if (!seenAlike(found, spectra, experiment.threshold)) return false;
    const again = await measure(readable, network.parameters, prepared, experiment);
    return (
      again.accuracy === figures.accuracy &&
      again.bottleneckRank === figures.bottleneckRank &&
      again.tripoints === figures.tripoints
    );
  };
  const { dims } = problem;
  const trained = { dims, parameters: state.parameters, gradientScales };
  const encoding = await smallestEncoding(trained, accepts);
  if (!encoding) return undefined;
  const { depth, seed, steps } = experiment;
  const { network, bytes } = encoding;
  const readable = settledNetwork({ network, data, experiment, gradientScales });
  return {
    depth,
    seed,
    tried,
    steps,
    figures: await measure(readable, network.parameters, prepared, experiment),
    recipe: recipeOf(experiment),
    made,
    bytes,
  };
}

/** For each layer the root mean square of √v. */
function gradientScalesOf(dims: readonly number[], secondMoment: Float32Array): Float32Array {
  const layers = parameterLayout(dims).map(({ fanOut, weights, biases }) =>
    secondMoment.subarray(weights, biases + fanOut),
  );
  return Float32Array.from(layers, (v) =>
    Math.sqrt(v.reduce((sum, value) => sum + value, 0) / v.length),
  );
}

/** Whether all that clearly counts towards a rank is alike, in every layer. */
function seenAlike(found: NetworkSpectra, wanted: NetworkSpectra, threshold: number): boolean {
  return (['weights', 'activations'] as const).every((kind) =>
    wanted[kind].every((values, layer) =>
      values.every(
        (value, i) =>
          value <= clearly * threshold * values[0] ||
          Math.abs(found[kind][layer][i] / found[kind][layer][0] - value / values[0]) <=
            allowedShift,
      ),
    ),
  );
}
