import { expect, it } from 'vitest';
import { bottleneckRank } from '../../src/analysis/ranks/index.ts';
import { prepareRun } from '../../src/engine/prepare.ts';
import { openWasm } from '../../src/engine/wasm/index.ts';
import { type Choices, completeExperiment } from '../../src/experiment/index.ts';

/** A teacher of rank 2, small enough for 48 layers to be trained in seconds. */
const teacher = {
  data: 'teacher',
  trueRank: 2,
  inputDimension: 10,
  outputDimension: 10,
  points: 60,
  width: 30,
  depth: 48,
  steps: 1200,
} as const;

async function rankLearnt(choices: Choices): Promise<number> {
  const experiment = completeExperiment(choices);
  const { problem, optimisation, start } = await prepareRun(experiment);
  const engine = await openWasm(problem, optimisation, start);
  try {
    await engine.train(experiment.steps);
    return bottleneckRank(await engine.spectra({ centred: true }), experiment.threshold).rank;
  } finally {
    engine.dispose();
  }
}

it.each([0, 1])(
  'students of 48 layers keep every direction of their teacher (seed %i)',
  async (seed) => {
    expect(await rankLearnt({ ...teacher, seed })).toBe(2);
  },
  60_000,
);

it('and lose one where they grow from a small function', async () => {
  expect(await rankLearnt({ ...teacher, init: 'small', amplitude: 1 })).toBe(1);
}, 60_000);
