/** What a trained network of a sweep is: everything in its `CellResult` that needs the network. */
import { accuracy, predictedClasses } from '../analysis/classification.ts';
import { isConstant, scaleAskedFor } from '../analysis/collapse.ts';
import { measureDenoising } from '../analysis/denoising.ts';
import { measureImitation } from '../analysis/imitation.ts';
import { jacobianRank, surveyJacobians } from '../analysis/jacobian/index.ts';
import { finish } from '../analysis/portions.ts';
import { measureProjection } from '../analysis/projection.ts';
import { bottleneckRank } from '../analysis/ranks/index.ts';
import { mapClasses } from '../analysis/topology/index.ts';
import type { TrainingEngine } from '../engine/engine.ts';
import { pointCount } from '../engine/problem.ts';
import { type DataSet, domain, type Experiment, randomStream } from '../experiment/index.ts';
import type { CellResult } from './result.ts';

type OfFunction = Pick<
  CellResult,
  | 'parameterNorm'
  | 'bottleneckRank'
  | 'bottleneckLayer'
  | 'jacobianRank'
  | 'collapsed'
  | 'tripoints'
  | 'accuracy'
  | 'testError'
>;

/** Entries of all surveyed Jacobians together; beyond it not every training point is asked. */
const mostEntries = 400_000;

/** Measures a network whose training did not diverge. A collapsed one has ranks of 0. */
export async function measureCell(
  engine: TrainingEngine,
  data: DataSet,
  experiment: Experiment,
): Promise<OfFunction> {
  const { problem } = engine;
  const spectra = await engine.spectra({ centred: true });
  const { parameters } = await engine.save();
  const outputs = spectra.activations[problem.dims.length - 2];
  const collapsed = isConstant(outputs, pointCount(problem), scaleAskedFor(problem));
  const bottleneck = bottleneckRank(spectra, experiment.threshold);
  return {
    parameterNorm: parameters.reduce((sum, value) => sum + value * value, 0),
    bottleneckRank: collapsed ? 0 : bottleneck.rank,
    bottleneckLayer: collapsed ? 0 : bottleneck.layer,
    jacobianRank: collapsed ? 0 : jacobianRankOf(engine, parameters, experiment.threshold),
    collapsed,
    ...(await taskResults(engine, data, experiment)),
  };
}

function jacobianRankOf(
  { problem: { dims, inputs } }: TrainingEngine,
  parameters: Float32Array,
  threshold: number,
): number {
  const most = Math.max(1, Math.floor(mostEntries / (dims[0] * dims[dims.length - 1])));
  const survey = finish(surveyJacobians(dims, parameters, inputs.subarray(0, most * dims[0])));
  return jacobianRank(survey, { threshold }).rank;
}

async function taskResults(
  engine: TrainingEngine,
  data: DataSet,
  { probeNoise, dataSeed }: Experiment,
): Promise<Pick<CellResult, 'tripoints' | 'accuracy' | 'testError'>> {
  switch (data.kind) {
    case 'classes': {
      const { classCount, inputs, labels } = data;
      const { tripoints } = await mapClasses((points) => engine.evaluate(points), {
        domain,
        classCount,
        coarse: 64,
        fine: 256,
      });
      const predicted = predictedClasses(await engine.evaluate(inputs), classCount);
      return { tripoints: tripoints.length, accuracy: accuracy(predicted, labels) };
    }
    case 'teacher':
      return { testError: (await measureImitation(engine, data, 1)).testError };
    case 'curve': {
      const { distanceBefore, distanceAfter } = await measureProjection(engine, data);
      return { testError: distanceAfter / distanceBefore };
    }
    case 'digits': {
      const random = randomStream(dataSeed, 'noise to remove');
      return { testError: (await measureDenoising(engine, data, probeNoise, random)).errorRatio };
    }
  }
}
