/** Two engines and plain double precision, on one random problem. */
import fc from 'fast-check';
import type { OpenEngine, TrainingEngine } from '../../../src/engine/engine.ts';
import { parameterLayout } from '../../../src/engine/parameters.ts';
import { relativeDeviation } from '../deviation.ts';
import { edges, type Setting, settings, uniform } from '../problems.ts';
import { forward, referenceState, referenceStep, rowsOf } from '../reference-trainer.ts';
import { insist, insistBelow } from './insist.ts';

export interface ParityOptions {
  /** Steps to train. */
  readonly steps: number;
  /** Random problems after the edges. */
  readonly runs: number;
  readonly seed: number;
  /** Whether a problem is out of an engine's reach by design. */
  readonly refuses?: (setting: Setting) => boolean;
}

/** `open` agrees with `yardstick` and with double precision on the edges and on random problems. */
export async function agreesEverywhere(
  open: OpenEngine,
  yardstick: OpenEngine,
  options: ParityOptions,
): Promise<void> {
  const { steps, runs, seed, refuses = () => false } = options;
  const check = async (setting: Setting) => {
    if (!refuses(setting)) await agrees(open, yardstick, setting, steps);
  };
  for (const [name, setting] of Object.entries(edges)) {
    await check(setting).catch((error: Error) => {
      throw new Error(`on ${name}: ${error.message}`);
    });
  }
  if (runs > 0) await fc.assert(fc.asyncProperty(settings, check), { numRuns: runs, seed });
}

async function agrees(
  open: OpenEngine,
  yardstick: OpenEngine,
  setting: Setting,
  steps: number,
): Promise<void> {
  const ours = await observe(open, setting, steps);
  const theirs = await observe(yardstick, setting, steps);
  const { problem, optimisation, state } = setting;
  const reference = referenceState(state);
  for (let step = 0; step < steps; step++) {
    const exact = referenceStep(problem, optimisation, reference);
    const expected = {
      'double precision': exact,
      tfjs: { dataLoss: theirs.dataLoss[step], parameterNorm: theirs.parameterNorm[step] },
    };
    for (const [whose, { dataLoss, parameterNorm }] of Object.entries(expected)) {
      const loss = Math.abs(ours.dataLoss[step] - dataLoss);
      insistBelow(loss, 1e-4 * dataLoss + 1e-6, `loss of step ${step} against ${whose}`);
      const norm = Math.abs(ours.parameterNorm[step] / parameterNorm - 1);
      insistBelow(norm, 1e-4, `‖θ‖² of step ${step} against ${whose}`);
    }
  }
  for (const [whose, { step, rampStart }] of Object.entries({ reference, theirs })) {
    const same = ours.step === step && ours.rampStart === rampStart;
    insist(
      same,
      () => `step ${ours.step}, ramp from ${ours.rampStart}; ${whose}: ${step}, ${rampStart}`,
    );
  }
  for (const [index, { weights, biases, fanOut }] of parameterLayout(problem.dims).entries()) {
    const deviation = relativeDeviation(
      ours.gradient.subarray(weights, biases + fanOut),
      theirs.gradient.subarray(weights, biases + fanOut),
    );
    insistBelow(deviation, 2e-4, `first gradient of layer ${index + 1} against tfjs`);
  }
  for (const [index, layer] of ours.activations.entries()) {
    const deviation = relativeDeviation(layer, ours.exactActivations[index]);
    insistBelow(deviation, 1e-4, `activations of layer ${index + 1} after training`);
  }
}

async function observe(open: OpenEngine, { problem, optimisation, state }: Setting, steps: number) {
  const engine = await open(problem, optimisation, state);
  try {
    const gradient = await engine.gradient();
    const { dataLoss, parameterNorm } = await engine.train(steps);
    const { step, rampStart } = await engine.save();
    return { gradient, dataLoss, parameterNorm, step, rampStart, ...(await evaluated(engine)) };
  } finally {
    engine.dispose();
  }
}

/** Every layer at points that are no training points and fill no tile, from the engine and in double precision. */
async function evaluated(engine: TrainingEngine) {
  const { dims } = engine.problem;
  const points = Float32Array.from({ length: 67 * dims[0] }, uniform(3));
  const { parameters } = await engine.save();
  const exact = forward(dims, parameters, rowsOf(points, dims[0]));
  return {
    activations: await engine.activations(points),
    exactActivations: exact.map((layer) => layer.flat()),
  };
}
