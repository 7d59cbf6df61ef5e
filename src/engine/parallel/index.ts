/**
 * The WASM SIMD engine on several cores. Every worker holds a replica of the network and a shard
 * of the points; at each step they exchange the gradients of their shards by message, and all take
 * the same step. No memory is shared, so that it runs on a page that is not cross-origin isolated.
 * What a replica computes is the business of the `wasm` folder beside this one.
 *
 * In: a problem, an optimisation and a training state, as every engine takes them.
 * Out: `openWasmParallel`, an `OpenEngine`; `openParallel`, where somebody else provides the
 * workers; and `replicasFor`, which says how many there would be.
 */
export { openParallel, openWasmParallel } from './parallel-engine.ts';
export { replicasFor } from './shards.ts';
