/** Has the singular values of all layers computed in WebAssembly, and copies them out. */
import type { NetworkSpectra, SpectraOptions } from '../engine.ts';
import type { WasmExports } from './module.ts';

function copyOut(wasm: WasmExports, count: number): Float32Array {
  return new Float32Array(wasm.memory.buffer, wasm.singularValues.value, count).slice();
}

/** Spectra of a network with `depth` layers, at its current parameters and on its training data. */
export function readSpectra(
  wasm: WasmExports,
  depth: number,
  { centred }: SpectraOptions,
): NetworkSpectra {
  const layers = Array.from({ length: depth }, (_, layer) => layer);
  const weights = layers.map((layer) => copyOut(wasm, wasm.weightSpectrum(layer)));
  wasm.collectActivations(centred ? 1 : 0);
  const activations = layers.map((layer) => copyOut(wasm, wasm.activationSpectrum(layer)));
  return { weights, activations };
}
