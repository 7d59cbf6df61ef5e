/**
 * Loads the compiled AssemblyScript once, in the build that suits this browser, and gives every
 * engine an instance with its own memory.
 */
import { refer } from '../../messages/reference.ts';
import { EngineUnavailable } from '../engine.ts';

/** What assembly/index.ts exports. Addresses and strides are in bytes, sizes in elements. */
export interface WasmExports {
  readonly memory: WebAssembly.Memory;
  readonly MAX_STEPS: WebAssembly.Global<'i32'>;
  readonly copyDistance: WebAssembly.Global<'i32'>;
  readonly inputs: WebAssembly.Global<'i32'>;
  readonly targets: WebAssembly.Global<'i32'>;
  readonly staging: WebAssembly.Global<'i32'>;
  readonly singularValues: WebAssembly.Global<'i32'>;
  readonly rates: WebAssembly.Global<'i32'>;
  readonly records: WebAssembly.Global<'i32'>;

  beginLayout(depth: number, points: number, blockPoints: number): void;
  describeLayer(index: number, fanIn: number, fanOut: number): void;
  finishLayout(): void;
  weightsOf(index: number): number;
  biasesOf(index: number): number;
  activationsOf(index: number): number;
  strideOfLayer(index: number): number;
  inputStride(): number;
  transposeAll(): void;

  setLoss(kind: number): void;
  setRidge(ridge: number, warmUpShare: number, warmUpLoss: number, rampSteps: number): void;
  setClipNorm(norm: number): void;
  setProgress(step: number, rampStart: number): void;
  stepsDone(): number;
  rampStartedAt(): number;

  train(steps: number): void;
  accumulateGradient(): number;

  /** Shares the points out among replicas; see together.ts in assembly/. */
  setShard(first: number, end: number): void;
  joinReplicas(rank: number, count: number): void;
  messageBytes(): number;
  messageOf(sender: number): number;
  prepareMessage(): void;
  takeStepTogether(index: number): void;

  forward(points: number, rows: number): void;

  /** These leave as many f32 as they return at `singularValues`. */
  weightSpectrum(layer: number): number;
  activationSpectrum(layer: number): number;
  collectActivations(centred: number): void;

  /** Returns the floating-point operations done. */
  exerciseMatmul(repeats: number): number;
}

/**
 * The two builds of the same sources. `relaxed-simd` has a multiply-add in one instruction; what
 * its last digits are depends on the processor, but not on the run.
 */
export const builds = ['relaxed-simd', 'simd'] as const;
export type Build = (typeof builds)[number];

// Both are part of the bundle, as data: URLs: nothing goes over the network.
const moduleUrls: Record<Build, () => Promise<{ default: string }>> = {
  'relaxed-simd': () => import('./build/engine-relaxed.wasm?url&inline'),
  simd: () => import('./build/engine.wasm?url&inline'),
};

/** A module whose only function multiplies and adds: (f32x4.relaxed_madd of three zero vectors). */
// biome-ignore format: one section a line
const relaxedProbe = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 5, 1, 96, 0, 1, 123,
  3, 2, 1, 0,
  10, 19, 1, 17, 0, 65, 0, 253, 17, 65, 0, 253, 17, 65, 0, 253, 17, 253, 133, 2, 11,
);

/** The faster of the builds that can run here. Throws `EngineUnavailable` where there is no WebAssembly at all. */
export function bestBuild(): Build {
  if (typeof WebAssembly === 'undefined') {
    throw new EngineUnavailable('wasm', refer('engines', 'refusal.noWasm'));
  }
  return WebAssembly.validate(relaxedProbe) ? 'relaxed-simd' : 'simd';
}

const compiled = new Map<Build, Promise<WebAssembly.Module>>();

async function compile(build: Build): Promise<WebAssembly.Module> {
  const { default: url } = await moduleUrls[build]();
  const bytes = await (await fetch(url)).arrayBuffer();
  if (!WebAssembly.validate(bytes)) {
    throw new EngineUnavailable('wasm', refer('engines', 'refusal.noSimd'));
  }
  return WebAssembly.compile(bytes);
}

/** A fresh instance. Throws `EngineUnavailable` where the build cannot run. */
export async function instantiate(build: Build): Promise<WasmExports> {
  const module = compiled.get(build) ?? compile(build);
  compiled.set(build, module);
  // What could not be fetched may be had the next time.
  module.catch(() => compiled.delete(build));
  const instance = await WebAssembly.instantiate(await module);
  return instance.exports as unknown as WasmExports;
}
