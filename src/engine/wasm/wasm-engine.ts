/** The `TrainingEngine` around one WebAssembly instance. */
import { type Reference, refer } from '../../messages/reference.ts';
import {
  EngineUnavailable,
  type NetworkSpectra,
  type OpenEngine,
  type SpectraOptions,
  type StepRecord,
  type TrainingEngine,
  type TrainingState,
} from '../engine.ts';
import { parameterCount } from '../parameters.ts';
import { adam, type Optimisation, type Problem, pointCount } from '../problem.ts';
import { learningRateAt, ridgeAt, warmingUp, warmUpEnds } from '../schedule.ts';
import { checkProblem, checkState, countRows } from './checks.ts';
import { type Build, bestBuild, instantiate, type WasmExports } from './module.ts';
import { readParameters, readRows, writeParameters, writeRows } from './padded.ts';
import { readSpectra } from './spectra.ts';

/** As loss.ts in assembly/ numbers them. */
const lossNumber = { 'cross-entropy': 0, mse: 1 } as const;

/** What the builds are called. */
export const buildNames: Record<Build, string> = {
  'relaxed-simd': 'WASM relaxed SIMD',
  simd: 'WASM SIMD',
};

/** Points that go through all layers together: few enough for the cache, enough to fill tiles. */
const blockPoints = 64;

/**
 * For the folder of the parallel engine it is also the network of one replica: `wasm` and
 * `recordSteps` are what that needs beyond the contract. The folder of the WebGPU engine measures
 * networks that are too wide for its own kernel with it.
 */
export class WasmEngine implements TrainingEngine {
  readonly name = 'wasm';
  readonly device: Reference;
  private instance: WasmExports | undefined;
  private readonly depth: number;

  constructor(
    readonly problem: Problem,
    private optimisation: Optimisation,
    wasm: WasmExports,
    build: Build,
  ) {
    this.instance = wasm;
    this.device = refer('engines', 'device.wasm', { build: buildNames[build] });
    const { dims, loss, inputs, targets } = problem;
    const points = pointCount(problem);
    this.depth = dims.length - 1;
    wasm.beginLayout(this.depth, points, blockPoints);
    for (let layer = 0; layer < this.depth; layer++) {
      wasm.describeLayer(layer, dims[layer], dims[layer + 1]);
    }
    wasm.finishLayout();
    wasm.setLoss(lossNumber[loss]);
    const inputStride = wasm.inputStride();
    const targetStride = wasm.strideOfLayer(this.depth - 1);
    writeRows(wasm.memory, wasm.inputs.value, inputStride, inputs, 0, points, dims[0]);
    writeRows(wasm.memory, wasm.targets.value, targetStride, targets, 0, points, this.fanOut(-1));
    this.setOptimisation(optimisation);
  }

  /** Width of the layer with this index; −1 is the last. */
  private fanOut(layer: number): number {
    return this.problem.dims.at(layer < 0 ? layer : layer + 1) ?? 0;
  }

  get wasm(): WasmExports {
    if (!this.instance) throw new Error('This engine has been disposed of.');
    return this.instance;
  }

  async train(steps: number): Promise<StepRecord> {
    return this.recordSteps(steps, (count) => this.wasm.train(count));
  }

  /** Has `run` take `steps` steps, as many at a time as the tables hold, and collects the account of them. */
  async recordSteps(
    steps: number,
    run: (count: number) => void | Promise<void>,
  ): Promise<StepRecord> {
    const { wasm } = this;
    if (!Number.isInteger(steps) || steps < 1) {
      throw new Error(`train() needs a whole number of steps, at least 1, not ${steps}.`);
    }
    const dataLoss = new Float32Array(steps);
    const parameterNorm = new Float32Array(steps);
    const largestCall = wasm.MAX_STEPS.value;
    for (let done = 0; done < steps; done += largestCall) {
      const count = Math.min(largestCall, steps - done);
      this.writeRates(wasm, count);
      await run(count);
      const records = new Float64Array(wasm.memory.buffer, wasm.records.value, 2 * count);
      for (let index = 0; index < count; index++) {
        dataLoss[done + index] = records[2 * index];
        parameterNorm[done + index] = records[2 * index + 1];
      }
    }
    return { step: wasm.stepsDone(), dataLoss, parameterNorm };
  }

  /** Step sizes of the next steps, with Adam's bias corrections folded in. */
  private writeRates(wasm: WasmExports, count: number): void {
    const rates = new Float64Array(wasm.memory.buffer, wasm.rates.value, 2 * count);
    const first = wasm.stepsDone();
    for (let index = 0; index < count; index++) {
      const update = first + index + 1;
      rates[2 * index] = learningRateAt(this.optimisation, update - 1) / (1 - adam.beta1 ** update);
      rates[2 * index + 1] = 1 / Math.sqrt(1 - adam.beta2 ** update);
    }
  }

  setOptimisation(optimisation: Optimisation): void {
    const { ridge, warmUpShare, warmUpLoss, rampSteps, clipNorm } = optimisation;
    this.optimisation = optimisation;
    this.wasm.setRidge(ridge, warmUpShare, warmUpLoss, rampSteps);
    this.wasm.setClipNorm(clipNorm);
  }

  async gradient(): Promise<Float32Array> {
    const { wasm } = this;
    const { dims } = this.problem;
    const dataLoss = wasm.accumulateGradient();
    const step = wasm.stepsDone();
    let rampStart = wasm.rampStartedAt();
    if (rampStart === warmingUp && warmUpEnds(this.optimisation, step, dataLoss)) rampStart = step;
    const twiceRidge = 2 * ridgeAt(this.optimisation, step, rampStart);
    const gradient = new Float32Array(parameterCount(dims));
    const parameters = new Float32Array(gradient.length);
    readParameters(wasm, dims, 'gradient', gradient);
    readParameters(wasm, dims, 'parameters', parameters);
    for (let i = 0; i < gradient.length; i++) gradient[i] += twiceRidge * parameters[i];
    return gradient;
  }

  async evaluate(points: Float32Array): Promise<Float32Array> {
    const outputs = await this.layersAt(points, this.depth - 1);
    return outputs[0];
  }

  async activations(points: Float32Array): Promise<Float32Array[]> {
    return this.layersAt(points, 0);
  }

  /** Outputs of the layers from `first` on, block by block so that memory stays as it is. */
  private async layersAt(points: Float32Array, first: number): Promise<Float32Array[]> {
    const { wasm } = this;
    const fanIn = this.problem.dims[0];
    const rows = countRows(points, fanIn);
    const layers = Array.from({ length: this.depth - first }, (_, i) => first + i);
    const outputs = layers.map((layer) => new Float32Array(rows * this.fanOut(layer)));
    for (let row = 0; row < rows; row += blockPoints) {
      const count = Math.min(blockPoints, rows - row);
      const staging = wasm.staging.value;
      writeRows(wasm.memory, staging, wasm.inputStride(), points, row * fanIn, count, fanIn);
      wasm.forward(staging, count);
      layers.forEach((layer, i) => {
        const width = this.fanOut(layer);
        const address = wasm.activationsOf(layer);
        const stride = wasm.strideOfLayer(layer);
        readRows(wasm.memory, address, stride, outputs[i], row * width, count, width);
      });
    }
    return outputs;
  }

  async spectra(options: SpectraOptions): Promise<NetworkSpectra> {
    return readSpectra(this.wasm, this.depth, options);
  }

  async save(): Promise<TrainingState> {
    const { wasm } = this;
    const { dims } = this.problem;
    const length = parameterCount(dims);
    const state = {
      step: wasm.stepsDone(),
      rampStart: wasm.rampStartedAt(),
      parameters: new Float32Array(length),
      firstMoment: new Float32Array(length),
      secondMoment: new Float32Array(length),
    };
    readParameters(wasm, dims, 'parameters', state.parameters);
    readParameters(wasm, dims, 'firstMoment', state.firstMoment);
    readParameters(wasm, dims, 'secondMoment', state.secondMoment);
    return state;
  }

  async load(state: TrainingState): Promise<void> {
    const { wasm } = this;
    const { dims } = this.problem;
    checkState(state, dims);
    writeParameters(wasm, dims, 'parameters', state.parameters);
    writeParameters(wasm, dims, 'firstMoment', state.firstMoment);
    writeParameters(wasm, dims, 'secondMoment', state.secondMoment);
    wasm.transposeAll();
    wasm.setProgress(state.step, state.rampStart);
  }

  dispose(): void {
    this.instance = undefined;
  }
}

/** The only trap in the layout is a memory that cannot grow. */
function layOut(
  problem: Problem,
  optimisation: Optimisation,
  wasm: WasmExports,
  build: Build,
): WasmEngine {
  try {
    return new WasmEngine(problem, optimisation, wasm, build);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new EngineUnavailable('wasm', refer('engines', 'refusal.memory'));
  }
}

/** What opens the engine in one particular build. */
export function openWasmBuild(
  build: Build,
): (...start: Parameters<OpenEngine>) => Promise<WasmEngine> {
  return async (problem, optimisation, state) => {
    checkProblem(problem);
    checkState(state, problem.dims);
    const engine = layOut(problem, optimisation, await instantiate(build), build);
    await engine.load(state);
    return engine;
  };
}

/**
 * Opens the engine for one CPU thread, in the fastest build that runs here.
 * @throws EngineUnavailable where WebAssembly SIMD is missing or the memory does not suffice; Error for sizes that do not fit together
 */
export const openWasm = async (...start: Parameters<OpenEngine>): Promise<WasmEngine> =>
  openWasmBuild(bestBuild())(...start);
