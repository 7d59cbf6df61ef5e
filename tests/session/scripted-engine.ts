import type { NetworkSpectra, TrainingEngine, TrainingState } from '../../src/engine/engine.ts';
import type { Optimisation, Problem } from '../../src/engine/problem.ts';
import { warmingUp } from '../../src/engine/schedule.ts';
import type { EngineName } from '../../src/experiment/index.ts';

/** What happens to a scripted engine, by step. */
export interface Script {
  readonly name?: EngineName;
  readonly divergeAt?: number;
  readonly breakAt?: number;
  readonly lost?: boolean;
}

export interface ScriptedEngine extends TrainingEngine {
  readonly optimisations: Optimisation[];
  readonly loaded: TrainingState[];
  disposed: boolean;
  /** Slices that it has trained. */
  slices: number;
  /** Nothing that is asked of it is answered any more. */
  lost: boolean;
}

/** An engine without a network: the loss halves every hundred steps, or the script says what goes wrong. */
export function scriptedEngine(
  problem: Problem,
  optimisation: Optimisation,
  start: TrainingState,
  script: Script = {},
): ScriptedEngine {
  let state = start;
  const check = (engine: ScriptedEngine) => {
    if (engine.lost) throw new Error('the device was lost');
  };
  const depth = problem.dims.length - 1;
  const outputs = problem.dims[depth];
  return {
    name: script.name ?? 'tfjs-cpu',
    device: 'a script',
    problem,
    optimisations: [optimisation],
    loaded: [],
    disposed: false,
    slices: 0,
    lost: script.lost ?? false,
    async train(steps) {
      check(this);
      this.slices++;
      const first = state.step;
      if (script.breakAt !== undefined && first + steps > script.breakAt) {
        throw new Error('the device was lost');
      }
      const dataLoss = Float32Array.from({ length: steps }, (_, i) =>
        script.divergeAt !== undefined && first + i >= script.divergeAt
          ? Number.NaN
          : 0.5 ** ((first + i) / 100),
      );
      state = { ...state, step: first + steps };
      return { step: state.step, dataLoss, parameterNorm: dataLoss.map(() => 10) };
    },
    setOptimisation(next) {
      check(this);
      this.optimisations.push(next);
    },
    gradient: async () => new Float32Array(state.parameters.length),
    async evaluate(points) {
      check(this);
      const logits = new Float32Array((points.length / 2) * outputs);
      for (let row = 0; row < points.length / 2; row++) {
        for (let c = 0; c < outputs; c++) {
          logits[row * outputs + c] = -((points[2 * row] - (c - 1.5)) ** 2);
        }
      }
      return logits;
    },
    async activations() {
      check(this);
      return [];
    },
    async spectra(): Promise<NetworkSpectra> {
      check(this);
      const values = () => Float32Array.of(4, 2, 0.1);
      return {
        weights: problem.dims.slice(1).map(values),
        activations: problem.dims.slice(1).map(values),
      };
    },
    async save() {
      check(this);
      return { ...state, rampStart: warmingUp };
    },
    async load(next) {
      this.loaded.push(next);
      state = next;
    },
    dispose() {
      this.disposed = true;
    },
  };
}
