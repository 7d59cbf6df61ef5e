/**
 * The WASM SIMD engine: the training step, the evaluation and the singular values, written in
 * AssemblyScript (assembly/, built by scripts/build-wasm.mjs) for one CPU thread. This folder
 * knows nothing of WebGPU or tfjs.
 *
 * In: a problem, an optimisation and a training state, as every engine takes them.
 * Out: `openWasm`, an `OpenEngine`, and `measureRoofline` for the benchmark.
 */
export { measureRoofline } from './roofline.ts';
export { openWasm } from './wasm-engine.ts';
