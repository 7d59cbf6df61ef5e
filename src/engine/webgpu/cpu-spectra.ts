/** Singular values of a whole network on the CPU, a few matrices at a time, so that training goes on meanwhile. */
import type { NetworkSpectra, SpectraOptions, TrainingState } from '../engine.ts';
import type { Optimisation, Problem } from '../problem.ts';
import { openWasm, spectraOneByOne, type WasmEngine } from '../wasm/index.ts';

/** ms after which everything else that is due has its turn. */
const longestStretch = 8;

/** Keeps a copy of the network in WebAssembly, which holds the parameters that are measured. */
export class CpuSpectra {
  readonly #problem: Problem;
  readonly #optimisation: Optimisation;
  #copy: Promise<WasmEngine> | undefined;
  /** One network after the other: there is one copy. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param optimisation any; the copy never trains */
  constructor(problem: Problem, optimisation: Optimisation) {
    this.#problem = problem;
    this.#optimisation = optimisation;
  }

  /** @throws EngineUnavailable where WebAssembly SIMD is missing */
  measure(state: TrainingState, options: SpectraOptions): Promise<NetworkSpectra> {
    const spectra = this.#turn.then(() => this.#measure(state, options));
    this.#turn = spectra.catch(() => {});
    return spectra;
  }

  async #measure(state: TrainingState, options: SpectraOptions): Promise<NetworkSpectra> {
    this.#copy ??= openWasm(this.#problem, this.#optimisation, state);
    const copy = await this.#copy;
    await copy.load(state);
    const depth = this.#problem.dims.length - 1;
    const spectra: Float32Array[] = [];
    let rested = performance.now();
    for (const values of spectraOneByOne(copy.wasm, depth, options)) {
      spectra.push(values);
      if (performance.now() - rested < longestStretch) continue;
      await new Promise((resume) => setTimeout(resume));
      rested = performance.now();
    }
    return { weights: spectra.slice(0, depth), activations: spectra.slice(depth) };
  }

  dispose(): void {
    this.#copy?.then((copy) => copy.dispose()).catch(() => {});
  }
}
