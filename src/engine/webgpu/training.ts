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
import { cpuSpectra } from './cpu-spectra.ts';
import { Evaluation } from './evaluation.ts';
import { scoped } from './faults.ts';
import type { Gpu } from './gpu.ts';
import { fitsGpuSpectra, GpuSpectra } from './gpu-spectra.ts';
import { padParameters, unpadParameters } from './layout.ts';
import { Pace } from './pace.ts';
import { describePlan, type Plan, ringCapacity } from './plan.ts';
import { compileStep, record, type StepProgram } from './record.ts';

const slotOffset = 8;

export class FusedTraining implements TrainingEngine {
  readonly name = 'webgpu';
  readonly problem: Problem;
  readonly buffers: NetworkBuffers;
  readonly gpu: Gpu;
  readonly #pace = new Pace();
  readonly #evaluation: Evaluation;
  #plan: Plan;
  #program: StepProgram;
  #optimisation: Optimisation;
  #spectra: Promise<GpuSpectra> | undefined;
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
        const encoder = await this.#submitSteps(count);
        const { ledger, state } = this.buffers;
        const [ring, header] = await this.gpu.staging.read(
          [
            { buffer: ledger, offset: 0, size: 8 * count },
            { buffer: state, offset: 0, size: 16 },
          ],
          encoder,
        );
        const values = new Float32Array(ring);
        for (let i = 0; i < count; i++) {
          dataLoss[done + i] = values[2 * i];
          parameterNorm[done + i] = values[2 * i + 1];
        }
        step = new Uint32Array(header)[0];
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
          { buffer: state, offset: 0, size: 16 },
          { buffer: ledger, offset: 4 * rowLosses, size: 4 * data.count },
        ],
        encoder,
      );
      const dataLoss = new Float32Array(losses).reduce((sum, loss) => sum + loss, 0) / data.count;
      const { step, rampStart } = counters(header);
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
    // A CPU that poses as a GPU does better as a CPU.
    if (!this.gpu.software && fitsGpuSpectra(this.problem)) return this.gpuSpectra(options);
    const { dims, inputs } = this.problem;
    const [{ parameters }, activations] = await Promise.all([
      this.save(),
      this.activations(inputs),
    ]);
    return cpuSpectra(dims, parameters, activations, options);
  }

  /** `spectra` on the GPU; every layer has to be narrow enough, see `fitsGpuSpectra`. */
  async gpuSpectra(options: SpectraOptions): Promise<NetworkSpectra> {
    const { gpu, problem, buffers } = this;
    this.#spectra ??= GpuSpectra.create(gpu, problem, buffers);
    const spectra = await this.#spectra;
    // Training need not wait for the answer, only for its turn on the GPU.
    const { answer } = await this.#inTurn(async () => {
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

  /** Runs `count` steps in short submits; gives the encoder that holds the last of them. */
  async #submitSteps(count: number): Promise<GPUCommandEncoder> {
    const { device, watch } = this.gpu;
    device.queue.writeBuffer(this.buffers.state, slotOffset, new Uint32Array(1));
    let left = count;
    // One submit waits behind the one at work, so that the GPU never waits for us.
    let previous: Promise<number> = Promise.resolve(performance.now());
    for (;;) {
      watch.check();
      const steps = Math.min(left, this.#pace.steps);
      const encoder = device.createCommandEncoder();
      record(encoder, this.buffers.data, this.#step, steps);
      left -= steps;
      if (left === 0) {
        await previous;
        return encoder;
      }
      device.queue.submit([encoder.finish()]);
      const start = previous;
      previous = watch.guard(device.queue.onSubmittedWorkDone()).then(() => performance.now());
      const timed = Promise.all([start, previous]).then(
        ([from, to]) => this.#pace.note(steps, to - from),
        // Whoever waits next hears of a failure.
        () => {},
      );
      await (this.#pace.known ? start : timed);
    }
  }

  async #save(): Promise<TrainingState> {
    const { parameters, moments, state, parameterBytes } = this.buffers;
    const spans = [
      { buffer: parameters, offset: 0, size: parameterBytes },
      { buffer: moments, offset: 0, size: parameterBytes },
      { buffer: moments, offset: parameterBytes, size: parameterBytes },
    ];
    const [header, ...padded] = await this.gpu.staging.read([
      { buffer: state, offset: 0, size: 16 },
      ...spans,
    ]);
    const [theta, first, second] = padded.map((bytes) =>
      unpadParameters(new Float32Array(bytes), this.problem.dims),
    );
    return { ...counters(header), parameters: theta, firstMoment: first, secondMoment: second };
  }

  #load(state: TrainingState): void {
    const { problem, buffers } = this;
    const { queue } = this.gpu.device;
    const write = (buffer: GPUBuffer, offset: number, flat: Float32Array) =>
      queue.writeBuffer(buffer, offset, padParameters(flat, problem.dims));
    write(buffers.parameters, 0, state.parameters);
    write(buffers.moments, 0, state.firstMoment);
    write(buffers.moments, buffers.parameterBytes, state.secondMoment);
    queue.writeBuffer(buffers.state, 0, new Int32Array([state.step, state.rampStart]));

    // Every update leaves its share of ‖θ‖² behind for the next step's record; here there was none.
    const ledger = ledgerLayout(problem, this.#plan);
    const norms = new Float32Array(ledger.partials);
    norms[0] = state.parameters.reduce((sum, parameter) => sum + parameter * parameter, 0);
    queue.writeBuffer(buffers.ledger, 4 * ledger.norms, norms);
    queue.writeBuffer(buffers.ledger, 4 * ledger.squares, new Float32Array(ledger.partials));
    buffers.data.writeShape(problem.loss, ledger);
  }
}

function counters(header: ArrayBuffer): { step: number; rampStart: number } {
  return { step: new Uint32Array(header)[0], rampStart: new Int32Array(header)[1] };
}
