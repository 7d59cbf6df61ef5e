/** Loads the compiled AssemblyScript once, and gives every engine an instance with its own memory. */
import { EngineUnavailable } from '../engine.ts';
import moduleUrl from './build/engine.wasm?url&inline';

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
  forward(points: number, rows: number): void;

  /** These leave as many f32 as they return at `singularValues`. */
  weightSpectrum(layer: number): number;
  activationSpectrum(layer: number): number;
  collectActivations(centred: number): void;

  /** Returns the floating-point operations done. */
  exerciseMatmul(repeats: number): number;
}

let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw new EngineUnavailable('wasm', 'This browser has no WebAssembly.');
  }
  // The module is part of the bundle, as a data: URL: nothing goes over the network.
  const bytes = await (await fetch(moduleUrl)).arrayBuffer();
  if (!WebAssembly.validate(bytes)) {
    throw new EngineUnavailable('wasm', 'This browser has no WebAssembly SIMD.');
  }
  return WebAssembly.compile(bytes);
}

/** A fresh instance. Throws `EngineUnavailable` where WebAssembly or its SIMD is missing. */
export async function instantiate(): Promise<WasmExports> {
  compiled ??= compile();
  const instance = await WebAssembly.instantiate(await compiled);
  return instance.exports as unknown as WasmExports;
}
