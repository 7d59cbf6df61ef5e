/** Both builds of the engine, each with what opens it, for `describe.each`. */
import './built.ts';
import { setFlagsFromString } from 'node:v8';
import { bestBuild, builds, openWasmBuild } from '../../../src/engine/wasm/index.ts';

// V8 has relaxed SIMD, as browsers have it, but Node 20 keeps it behind this flag.
if (bestBuild() !== 'relaxed-simd') setFlagsFromString('--experimental-wasm-relaxed-simd');

export const everyBuild = builds.map((build) => ({ build, openWasm: openWasmBuild(build) }));
