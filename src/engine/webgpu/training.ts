/** The fused engine on one device, with one plan. Needs a `GPUDevice` and nothing else of a browser. */
import { type Reference, refer } from '../../messages/reference.ts';
import type {
  NetworkSpectra,
  SpectraOptions,
  StepRecord,
  TrainingEngine,
  TrainingState,
} from '../engine.ts';
import type { Optimisation, Problem } from '../problem.ts';
import { ridgeAt, warmingUp, warmUpEnds } from '../schedule.ts';
import {
  createBuffers,
  destroyBuffers,
  ledgerLayout,
  type NetworkBuffers,
  optimisationWords,
} from './buffers.ts';
import { CpuSpectra } from './cpu-spectra.ts';
import { Evaluation } from './evaluation.ts';
import { scoped } from './faults.ts';
import type { Gpu } from './gpu.ts';
import { fitsGpuSpectra, GpuSpectra } from './gpu-spectra.ts';
import { unpadParameters } from './layout.ts';
import { describePlan, type Plan, ringCapacity } from './plan.ts';
import { compileStep, record, type StepProgram } from './record.ts';
import { countersOf, headerBytes, readState, writeState } from './state.ts';
import { StepQueue } from './step-queue.ts';

export class FusedTraining implements TrainingEngine {
  readonly name = 'webgpu';
  readonly problem: Problem;
  readonly buffers: NetworkBuffers;
  readonly gpu: Gpu;
  readonly #steps: StepQueue;
  readonly #evaluation: Evaluation;
  #plan: Plan;
  #program: StepProgram;
  #optimisation: Optimisation;
  #spectra: Promise<GpuSpectra> | undefined;
  #cpuSpectra: CpuSpectra | undefined;
  /** Calls run one after the other: two of them must not share the ring. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Allocates the network and loads `state`.
   * @throws EngineLost if the device fails or has no room
   */
  static async open(
    gpu: Gpu,
    problem: Problem,
    optimisation: Optimisation,
    state: TrainingState,
    plan: Plan,
  ): Promise<FusedTraining> {
    gpu.watch.check();
    const buffers = await scoped(gpu.device, () => createBuffers(gpu, problem), destroyBuffers);
    try {
      const program = await gpu.watch.guard(compileStep(gpu, problem.dims, buffers.data, plan));
      const engine = new FusedTraining(gpu, problem, buffers, plan, program, optimisation);
      engine.setOptimisation(optimisation);
      await engine.load(state);
      return engine;
    } catch (error) {
      destroyBuffers(buffers);
      throw error;
    }
  }

  private constructor(
    gpu: Gpu,
    problem: Problem,
    buffers: NetworkBuffers,
    plan: Plan,
    program: StepProgram,
    optimisation: Optimisation,
  ) {
    this.problem = problem;
    this.buffers = buffers;
    this.gpu = gpu;
    this.#plan = plan;
    this.#program = program;
    this.#optimisation = optimisation;
    this.#steps = new StepQueue(gpu, buffers);
    this.#evaluation = new Evaluation(gpu, problem, buffers, plan);
  }

  get device(): Reference {
    const { description } = this.gpu;
    return refer('engines', 'device.webgpu', { gpu: description, plan: describePlan(this.#plan) });
  }

  /** Dispatches that one step consists of, as things are. */
  get dispatchesPerStep(): number {
    return this.#step.length;
  }

  /** Changes how the work is cut up; the run goes on as it was, but for rounding. */
  async adoptPlan(plan: Plan): Promise<void> {
    const { problem, buffers } = this;
    const program = await this.gpu.watch.guard(
      compileStep(this.gpu, problem.dims, buffers.data, plan),
    );
    await this.#inTurn(async () => {
      const state = await this.#save();
      this.#plan = plan;
      this.#program = program;
      this.#evaluation.adoptPlan(plan);
      this.#steps.forgetPace();
      this.#load(state);
    });
  }

  train(steps: number): Promise<StepRecord> {
    return this.#inTurn(async () => {
      const dataLoss = new Float32Array(steps);
      const parameterNorm = new Float32Array(steps);
      let step = 0;
      for (let done = 0; done < steps; ) {
        const count = Math.min(steps - done, ringCapacity);
        const { ledger, state } = this.buffers;
        const [ring, header] = await this.#steps.run(this.#step, count, [
          { buffer: ledger, offset: 0, size: 8 * count },
          { buffer: state, offset: 0, size: headerBytes },
        ]);
        const values = new Float32Array(ring);
        for (let i = 0; i < count; i++) {
          dataLoss[done + i] = values[2 * i];
          parameterNorm[done + i] = values[2 * i + 1];
        }
        ({ step } = countersOf(header));
        done += count;
      }
      return { step, dataLoss, parameterNorm };
    });
  }

  setOptimisation(optimisation: Optimisation): void {
    this.#inTurn(async () => {
      this.#optimisation = optimisation;
      const words = optimisationWords(optimisation);
      this.gpu.device.queue.writeBuffer(this.buffers.optimisation, 0, words);
    });
  }

  gradient(): Promise<Float32Array> {
    return this.#inTurn(async () => {
      const { problem, buffers } = this;
      const { parameters, gradients, state, ledger, parameterBytes, data } = buffers;
      const encoder = this.gpu.device.createCommandEncoder();
      record(encoder, data, this.#program.gradient, 1);
      const { rowLosses } = ledgerLayout(problem, this.#plan);
      const [slopes, theta, header, losses] = await this.gpu.staging.read(
        [
          { buffer: gradients, offset: 0, size: parameterBytes },
          { buffer: parameters, offset: 0, size: parameterBytes },
          { buffer: state, offset: 0, size: headerBytes },
          { buffer: ledger, offset: 4 * rowLosses, size: 4 * data.count },
        ],
        encoder,
      );
      const dataLoss = new Float32Array(losses).reduce((sum, loss) => sum + loss, 0) / data.count;
      const { step, rampStart } = countersOf(header);
      const ends = rampStart === warmingUp && warmUpEnds(this.#optimisation, step, dataLoss);
      const ridge = ridgeAt(this.#optimisation, step, ends ? step : rampStart);
      const values = new Float32Array(theta);
      const sum = new Float32Array(slopes).map((slope, i) => slope + 2 * ridge * values[i]);
      return unpadParameters(sum, problem.dims);
    });
  }

  evaluate(points: Float32Array): Promise<Float32Array> {
    return this.#inTurn(() => this.#evaluation.outputs(points));
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.#inTurn(() => this.#evaluation.everyLayer(points));
  }

  async spectra(options: SpectraOptions): Promise<NetworkSpectra> {
    // A CPU that poses as a GPU does better as a CPU. A network with a wide layer goes there whole:
    // its hidden layers are all as wide, so that hardly any would be left.
    if (!this.gpu.software && fitsGpuSpectra(this.problem)) return this.gpuSpectra(options);
    this.#cpuSpectra ??= new CpuSpectra(this.problem, this.#optimisation);
    return this.#cpuSpectra.measure(await this.save(), options);
  }

  /** `spectra` on the GPU; every layer has to be narrow enough, see `fitsGpuSpectra`. */
  async gpuSpectra(options: SpectraOptions): Promise<NetworkSpectra> {
    const { gpu, problem, buffers } = this;
    // Training need not wait for the answer, only for its turn on the GPU.
    const { answer } = await this.#inTurn(async () => {
      this.#spectra ??= GpuSpectra.create(gpu, problem, buffers);
      const spectra = await this.#spectra;
      const encoder = gpu.device.createCommandEncoder();
      record(encoder, buffers.data, this.#program.forward, 1);
      return { answer: spectra.measure(encoder, options) };
    });
    return answer;
  }

  save(): Promise<TrainingState> {
    return this.#inTurn(() => this.#save());
  }

  load(state: TrainingState): Promise<void> {
    return this.#inTurn(async () => {
      this.#load(state);
      this.gpu.watch.check();
    });
  }

  dispose(): void {
    this.#evaluation.dispose();
    this.#spectra?.then((spectra) => spectra.dispose()).catch(() => {});
    this.#cpuSpectra?.dispose();
    destroyBuffers(this.buffers);
  }

  get #step() {
    return this.#optimisation.clipNorm > 0 ? this.#program.clipped : this.#program.unclipped;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  #save(): Promise<TrainingState> {
    return readState(this.gpu, this.buffers, this.problem.dims);
  }

  #load(state: TrainingState): void {
    writeState(this.gpu, this.buffers, this.problem, this.#plan, state);
  }
}
