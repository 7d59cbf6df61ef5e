/** The golden files: the start of a run, and the run. */
import type { OpenEngine } from '../../../src/engine/engine.ts';
import { relativeDeviation } from '../deviation.ts';
import { flatten, type Golden, type GoldenName, kinks } from '../golden.ts';
import { referenceState, referenceStep } from '../reference-trainer.ts';
import { insistBelow } from './insist.ts';

/** The first gradient and the first singular values are those of the file. */
export async function startsAsGolden(
  open: OpenEngine,
  { file, problem, optimisation, state }: Golden,
): Promise<void> {
  const engine = await open(problem, optimisation, state);
  try {
    const gradient = relativeDeviation(await engine.gradient(), flatten(file.gradW0, file.gradB0));
    insistBelow(gradient, 1e-4, 'gradient');
    const spectra = await engine.spectra({ centred: true });
    for (const [layer, weights] of spectra.weights.entries()) {
      const deviation = relativeDeviation(weights, file.singularValues0[layer]);
      insistBelow(deviation, 1e-4, `singular values of W, layer ${layer + 1}`);
    }
    for (const [layer, activations] of spectra.activations.entries()) {
      const deviation = relativeDeviation(activations, file.activationSingularValues0[layer]);
      insistBelow(deviation, 1e-4, `singular values of Z, layer ${layer + 1}`);
    }
  } finally {
    engine.dispose();
  }
}

/**
 * Data loss and ‖θ‖² follow the file, and double precision from the same float32 start.
 * @param most steps to take, for engines that take long over one
 */
export async function followsGolden(
  open: OpenEngine,
  name: GoldenName,
  { file, problem, optimisation, state }: Golden,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const trajectory = file.trajectory.slice(0, most);
  const engine = await open(problem, optimisation, state);
  try {
    const record = await engine.train(trajectory.length);
    const reference = referenceState(state);
    for (const [step, golden] of trajectory.entries()) {
      const exact = referenceStep(problem, optimisation, reference);
      const loss = record.dataLoss[step];
      const norm = record.parameterNorm[step];
      const bound = step < kinks[name] ? 1e-4 : 2e-3;
      insistBelow(Math.abs(loss / exact.dataLoss - 1), 1e-4, `loss of step ${step}`);
      insistBelow(Math.abs(loss / golden[0] - 1), bound, `loss of step ${step} against the file`);
      insistBelow(Math.abs(norm / golden[1] - 1), 1e-4, `‖θ‖² of step ${step}`);
    }
    const { parameters } = await engine.save();
    const deviation = relativeDeviation(parameters, reference.parameters);
    insistBelow(deviation, 1e-4, `parameters after ${trajectory.length} steps`);
  } finally {
    engine.dispose();
  }
}
