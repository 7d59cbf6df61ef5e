import type { NetworkSpectra, SpectraOptions } from '../engine.ts';
import type { Problem } from '../problem.ts';
import type { WasmExports } from './module.ts';
export function readSpectra(_w: WasmExports, _p: Problem, _o: SpectraOptions): NetworkSpectra {
  return { weights: [], activations: [] };
}
