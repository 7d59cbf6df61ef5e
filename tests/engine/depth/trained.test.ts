import '../wasm/built.ts';
import { describe, expect, test } from 'vitest';
import { accuracy, predictedClasses } from '../../../src/analysis/classification.ts';
import {
  carriedTo,
  growTo,
  type NetworkState,
  shrinkNetwork,
  shrinkTo,
} from '../../../src/engine/depth/index.ts';
import type { TrainingState } from '../../../src/engine/engine.ts';
import { optimisationOf, prepareRun } from '../../../src/engine/prepare.ts';
import type { Optimisation, Problem } from '../../../src/engine/problem.ts';
import { openWasm } from '../../../src/engine/wasm/index.ts';
import {
  type ClassData,
  completeExperiment,
  dataOfTask,
  type Experiment,
} from '../../../src/experiment/index.ts';
import { relativeDeviation } from '../deviation.ts';

interface Trained {
  readonly experiment: Experiment;
  readonly optimisation: Optimisation;
  readonly data: ClassData;
  readonly problem: Problem;
  readonly state: TrainingState;
  readonly activations: Float32Array[];
}

async function trained(data: Experiment['data'], depth: number, steps: number): Promise<Trained> {
  const experiment = completeExperiment({ data, depth, width: 32, seed: 1 });
  const run = await prepareRun(experiment);
  if (run.data.kind !== 'classes') throw new Error(`${data} has no classes`);
  const engine = await openWasm(run.problem, run.optimisation, run.start);
  await engine.train(steps);
  const state = await engine.save();
  const activations = await engine.activations(run.problem.inputs);
  engine.dispose();
  return { ...run, experiment, data: run.data, state, activations };
}

/** The class of every training point by the WASM engine, and its outputs. */
async function judged({ problem, state }: NetworkState, { data, optimisation }: Trained) {
  const engine = await openWasm(problem, optimisation, state);
  const outputs = await engine.evaluate(problem.inputs);
  engine.dispose();
  const share = accuracy(predictedClasses(outputs, data.classCount), data.labels);
  return { outputs, accuracy: share };
}

describe.each(dataOfTask.classification)('a network trained on %s', (data) => {
  test('loses no more than 2 % of its accuracy in a merge, and none of its outputs in growing', async () => {
    for (const [depth, steps] of [
      [6, 300],
      [10, 400],
    ]) {
      const network = await trained(data, depth, steps);
      const { problem, state, activations, experiment } = network;
      const before = await judged(network, network);
      const { ridge } = optimisationOf({ ...experiment, depth: depth - 1 });
      const shrunk = shrinkNetwork(problem, state, activations, ridge);
      const after = await judged(shrunk, network);
      expect(shrunk.problem.dims).toHaveLength(depth);
      expect(before.accuracy - after.accuracy).toBeLessThanOrEqual(0.02);

      const grown = growTo(problem, state, activations, experiment.width, depth + 2);
      const same = await judged(grown, network);
      expect(relativeDeviation(same.outputs, before.outputs)).toBeLessThan(1e-5);
    }
  });
});

describe('a network that has just changed depth', () => {
  test('goes on training without an explosion', async () => {
    const network = await trained('pinwheel', 8, 600);
    const { problem, state, activations, experiment } = network;
    const changed = [
      growTo(problem, state, activations, experiment.width, 9),
      shrinkNetwork(problem, state, activations),
    ];
    for (const next of changed) {
      const depth = next.problem.dims.length - 1;
      const optimisation = optimisationOf({ ...experiment, depth });
      const engine = await openWasm(next.problem, optimisation, next.state);
      const { dataLoss } = await engine.train(150);
      expect(Math.max(...dataLoss)).toBeLessThan(Math.max(0.1, 3 * dataLoss[0]));
      engine.dispose();
    }
  });

  test('is not thrown off by its first steps, however many layers are new', async () => {
    const network = await trained('rings', 4, 1500);
    const { problem, state, activations, experiment } = network;
    const { ridge, ...optimisation } = optimisationOf({ ...experiment, depth: 32 });
    const { width } = experiment;
    const deep = carriedTo({ problem, state, activations }, { depth: 32, width, ridge });
    const engine = await openWasm(deep.problem, { ...optimisation, ridge }, deep.state);
    const { dataLoss } = await engine.train(60);
    engine.dispose();
    expect(Math.max(...dataLoss)).toBeLessThan(1.05 * dataLoss[0]);
  });

  test('is back at 99 % within 200 steps after losing four layers at once', async () => {
    const network = await trained('three-blobs', 8, 500);
    const { problem, state, activations, experiment } = network;
    const { ridge } = optimisationOf({ ...experiment, depth: 4 });
    const shrunk = shrinkTo(problem, state, activations, 4, ridge);
    const optimisation = optimisationOf({ ...experiment, depth: 4 });
    const engine = await openWasm(shrunk.problem, optimisation, shrunk.state);
    await engine.train(200);
    const outcome = await judged({ ...shrunk, state: await engine.save() }, network);
    engine.dispose();
    expect(outcome.accuracy).toBeGreaterThanOrEqual(0.99);
  });
});
