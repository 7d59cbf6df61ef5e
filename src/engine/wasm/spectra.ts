/** Has the singular values of all layers computed in WebAssembly, and copies them out. */
import type { NetworkSpectra, SpectraOptions } from '../engine.ts';
import type { WasmExports } from './module.ts';

function copyOut(wasm: WasmExports, count: number): Float32Array {
  return new Float32Array(wasm.memory.buffer, wasm.singularValues.value, count).slice();
}

/**
 * Spectra of a network with `depth` layers, at its current parameters and on its training data:
 * those of W₁ … W_L, then those of Z₁ … Z_L, one at a time. The network has to stay as it is until
 * the last one is there.
 */
export function* spectraOneByOne(
  wasm: WasmExports,
  depth: number,
  { centred }: SpectraOptions,
): Generator<Float32Array, void> {
  for (let layer = 0; layer < depth; layer++) yield copyOut(wasm, wasm.weightSpectrum(layer));
  wasm.collectActivations(centred ? 1 : 0);
  for (let layer = 0; layer < depth; layer++) yield copyOut(wasm, wasm.activationSpectrum(layer));
}

/** The same all at once. */
export function readSpectra(
  wasm: WasmExports,
  depth: number,
  options: SpectraOptions,
): NetworkSpectra {
  const spectra = [...spectraOneByOne(wasm, depth, options)];
  return { weights: spectra.slice(0, depth), activations: spectra.slice(depth) };
}
