/**
 * The WASM SIMD engine: the training step, the evaluation and the singular values, written in
 * AssemblyScript (assembly/, built by scripts/build-wasm.mjs) for one CPU thread. This folder
 * knows nothing of WebGPU or tfjs.
 *
 * In: a problem, an optimisation and a training state, as every engine takes them.
 * Out: `openWasm`, an `OpenEngine`; `openWasmBuild` where it matters which of the two builds it is;
 * `spectraOneByOne` for those who have other things to do meanwhile; and `measureRoofline` for the
 * benchmark.
 */
export { type Build, bestBuild, builds } from './module.ts';
export { measureRoofline } from './roofline.ts';
export { spectraOneByOne } from './spectra.ts';
export { buildNames, openWasm, openWasmBuild, type WasmEngine } from './wasm-engine.ts';
