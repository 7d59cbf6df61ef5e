/** Tells what an engine did wrong from what went wrong around it: only the former is a reason to take another engine. */
import type { TrainingEngine } from '../engine/index.ts';
import { ExplainedError, reasonOf } from '../messages/reference.ts';

/** An engine failed at what it was asked for; its device may be gone, and nothing it holds is to be relied on. */
export class EngineFault extends ExplainedError {
  override readonly name = 'EngineFault';
  constructor(override readonly cause: unknown) {
    super(reasonOf(cause));
  }
}

/** The same engine; whatever it throws is thrown as an `EngineFault`. */
export function namingFaults(engine: TrainingEngine): TrainingEngine {
  async function named<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      throw new EngineFault(error);
    }
  }
  return {
    name: engine.name,
    problem: engine.problem,
    get device() {
      return engine.device;
    },
    train: (steps) => named(() => engine.train(steps)),
    setOptimisation(optimisation) {
      try {
        engine.setOptimisation(optimisation);
      } catch (error) {
        throw new EngineFault(error);
      }
    },
    gradient: () => named(() => engine.gradient()),
    evaluate: (points) => named(() => engine.evaluate(points)),
    activations: (points) => named(() => engine.activations(points)),
    spectra: (options) => named(() => engine.spectra(options)),
    save: () => named(() => engine.save()),
    load: (state) => named(() => engine.load(state)),
    dispose: () => engine.dispose(),
  };
}
