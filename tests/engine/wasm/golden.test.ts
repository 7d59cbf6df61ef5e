import { describe, expect, test } from 'vitest';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { relativeDeviation } from '../deviation.ts';
import { flatten, goldenNames, kinks, readGolden } from '../golden-files.ts';
import { referenceState, referenceStep } from '../reference-trainer.ts';
import { everyBuild } from './every-build.ts';

const cases = everyBuild.flatMap((one) => goldenNames.map((name) => ({ ...one, name })));

describe.each(cases)('$name in the $build build', ({ name, openWasm }) => {
  const { file, problem, optimisation, state } = readGolden(name);

  test('follows the trajectory of double precision from the same float32 parameters', async () => {
    const engine = await openWasm(problem, optimisation, state);
    const reference = referenceState(state);
    const record = await engine.train(file.trajectory.length);
    for (let step = 0; step < file.trajectory.length; step++) {
      const { dataLoss, parameterNorm } = referenceStep(problem, optimisation, reference);
      expect(Math.abs(record.dataLoss[step] / dataLoss - 1)).toBeLessThan(1e-4);
      expect(Math.abs(record.parameterNorm[step] / parameterNorm - 1)).toBeLessThan(1e-4);
    }
    const { parameters } = await engine.save();
    expect(relativeDeviation(parameters, reference.parameters)).toBeLessThan(1e-4);
  });

  test('follows the golden trajectory of data loss and parameter norm', async () => {
    const engine = await openWasm(problem, optimisation, state);
    const record = await engine.train(file.trajectory.length);
    file.trajectory.forEach(([dataLoss, parameterNorm], step) => {
      const bound = step < kinks[name] ? 1e-4 : 2e-3;
      expect(Math.abs(record.dataLoss[step] / dataLoss - 1)).toBeLessThan(bound);
      expect(Math.abs(record.parameterNorm[step] / parameterNorm - 1)).toBeLessThan(1e-4);
    });
    const { parameters } = await engine.save();
    expect(relativeDeviation(parameters, flatten(file.W, file.b))).toBeLessThan(1e-2);
  });

  test('computes the first gradient to 1e-4 of the largest entry of each layer', async () => {
    const engine = await openWasm(problem, optimisation, state);
    const gradient = await engine.gradient();
    parameterLayout(file.dims).forEach(({ weights, biases, fanOut }, index) => {
      const actual = gradient.subarray(weights, biases + fanOut);
      const expected = [...file.gradW0[index], ...file.gradB0[index]];
      expect(relativeDeviation(actual, expected)).toBeLessThan(1e-4);
    });
  });
});
