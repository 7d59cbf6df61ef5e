/**
 * Runs what an experiment asks for: trains a network, evaluates it and measures its singular
 * values, on whichever device there is. It knows nothing of pictures or the page.
 *
 * In comes an `Experiment`, out of which prepare.ts makes plain data: a problem, an optimisation
 * and a start. An engine, one folder each (`wasm`, `parallel`, `webgpu`, `tfjs`), takes these and
 * answers with losses, outputs, spectra and states. `depth` changes a network between two problems.
 * Before a run goes on as deep as it is asked for, short-starts.ts compares several beginnings, which
 * may have fewer layers, and begin-run.ts takes it from there to the network that is trained.
 *
 * This entry holds the contract alone. Engines are opened through choose.ts, which the worker and
 * the command line import and the page must not, because each engine is a download of its own.
 */
export type {
  EngineName,
  NetworkSpectra,
  OpenEngine,
  StepRecord,
  TrainingEngine,
  TrainingState,
} from './engine.ts';
export { EngineUnavailable } from './engine.ts';
export { parameterCount, parameterLayout } from './parameters.ts';
export { optimisationAt, optimisationOf, type PreparedRun, prepareRun } from './prepare.ts';
export { type Optimisation, type Problem, pointCount } from './problem.ts';
export { dropAt, fullRidgeFrom, longRisen, ridgeAt, warmingUp, warmUpEnds } from './schedule.ts';
