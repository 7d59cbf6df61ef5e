import * as tf from '@tensorflow/tfjs';
import type { Reference } from '../../messages/reference.ts';
import type {
  EngineName,
  NetworkSpectra,
  SpectraOptions,
  StepRecord,
  TrainingEngine,
  TrainingState,
} from '../engine.ts';
import { type LayerSlice, parameterLayout } from '../parameters.ts';
import type { Optimisation, Problem } from '../problem.ts';
import {
  learningRateAt,
  ridgeAt,
  warmingUp,
  warmUpCheckInterval,
  warmUpEnds,
} from '../schedule.ts';
import { networkSpectra } from '../spectra.ts';
import { onBackend, take } from './backend.ts';
import type { TfjsBackend } from './index.ts';
import { dataLoss, forward } from './network.ts';
import { ResumableAdam } from './resumable-adam.ts';

/** Most floats of one layer's activations that are held at a time when points are evaluated: 1 MB. */
const floatsPerChunk = 2 ** 18;

/** One run of the optimiser: what `load` replaces. */
interface Run {
  /** [P], in the layout of `parameterLayout`. */
  readonly parameters: tf.Variable<tf.Rank.R1>;
  readonly adam: ResumableAdam;
  step: number;
  rampStart: number;
}

/** What is known at the current parameters, before the next update. */
interface Measurement {
  readonly dataLoss: tf.Scalar;
  /** ‖θ‖². */
  readonly parameterNorm: tf.Scalar;
  /** Of the data loss alone, [P]. */
  readonly gradient: tf.Tensor1D;
}

/**
 * All weights and biases are one variable, cut into layers in the forward pass: Adam, the ridge
 * and the clipping are then a few operations on one tensor instead of a few hundred.
 */
export class TfjsEngine implements TrainingEngine {
  readonly name: EngineName;
  private readonly layers: readonly LayerSlice[];

  private constructor(
    private readonly backend: TfjsBackend,
    readonly device: Reference,
    readonly problem: Problem,
    private optimisation: Optimisation,
    private readonly inputs: tf.Tensor2D,
    private readonly targets: tf.Tensor2D,
    private run: Run,
  ) {
    this.name = `tfjs-${backend}`;
    this.layers = parameterLayout(problem.dims);
  }

  /** `backend` has to be started. */
  static async open(
    backend: TfjsBackend,
    device: Reference,
    problem: Problem,
    optimisation: Optimisation,
    state: TrainingState,
  ): Promise<TfjsEngine> {
    const { inputs, targets, run } = await onBackend(backend, () => ({
      inputs: matrix(problem.inputs, problem.dims[0]),
      targets: matrix(problem.targets, problem.dims[problem.dims.length - 1]),
      run: resume(state),
    }));
    return new TfjsEngine(backend, device, problem, optimisation, inputs, targets, run);
  }

  async train(steps: number): Promise<StepRecord> {
    const losses: tf.Scalar[] = [];
    const norms: tf.Scalar[] = [];
    for (let i = 0; i < steps; i++) {
      const measured = await onBackend(this.backend, () => this.measure());
      if (this.ridgeHangsOnLoss()) {
        const [loss] = await measured.dataLoss.data();
        this.watchWarmUp(this.run.step, loss);
      }
      await onBackend(this.backend, () => this.update(measured.gradient));
      losses.push(measured.dataLoss);
      norms.push(measured.parameterNorm);
    }
    const record = await take(
      await onBackend(this.backend, () => {
        const stacked = tf.stack([...losses, ...norms]);
        tf.dispose([...losses, ...norms]);
        return stacked;
      }),
    );
    const dataLoss = record.slice(0, steps);
    if (this.optimisation.warmUpShare === 1) {
      const first = this.run.step - steps;
      dataLoss.forEach((loss, i) => {
        this.watchWarmUp(first + i, loss);
      });
    }
    return { step: this.run.step, dataLoss, parameterNorm: record.slice(steps) };
  }

  setOptimisation(optimisation: Optimisation): void {
    this.optimisation = optimisation;
  }

  async gradient(): Promise<Float32Array> {
    const { run } = this;
    const measured = await onBackend(this.backend, () => this.measure());
    // The ridge of the next update, which ends the warm-up if the loss is low enough.
    let { rampStart } = run;
    if (this.ridgeHangsOnLoss()) {
      const [loss] = await measured.dataLoss.data();
      if (warmUpEnds(this.optimisation, run.step, loss)) rampStart = run.step;
    }
    const gradient = await onBackend(this.backend, () => {
      const sum = this.withRidge(measured.gradient, rampStart);
      tf.dispose([measured.dataLoss, measured.parameterNorm, measured.gradient]);
      return sum;
    });
    return take(gradient);
  }

  async evaluate(points: Float32Array): Promise<Float32Array> {
    const [outputs] = await this.outputsOf(this.layers.slice(-1), points);
    return outputs;
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.outputsOf(this.layers, points);
  }

  async spectra(options: SpectraOptions): Promise<NetworkSpectra> {
    const activations = await this.activations(this.problem.inputs);
    const parameters = await take(await onBackend(this.backend, () => this.run.parameters.clone()));
    return networkSpectra(this.problem.dims, parameters, activations, options);
  }

  async save(): Promise<TrainingState> {
    const { parameters, adam, step, rampStart } = this.run;
    const copies = await onBackend(this.backend, () =>
      [parameters, adam.firstMoment, adam.secondMoment].map((tensor) => tensor.clone()),
    );
    const [values, firstMoment, secondMoment] = await Promise.all(copies.map(take));
    return { step, rampStart, parameters: values, firstMoment, secondMoment };
  }

  async load(state: TrainingState): Promise<void> {
    const run = await onBackend(this.backend, () => resume(state));
    this.disposeRun();
    this.run = run;
  }

  dispose(): void {
    this.disposeRun();
    tf.dispose([this.inputs, this.targets]);
  }

  private disposeRun(): void {
    this.run.parameters.dispose();
    this.run.adam.dispose();
  }

  private measure(): Measurement {
    const { parameters } = this.run;
    const { value, grads } = tf.variableGrads(() => {
      const outputs = forward(parameters, this.layers, this.inputs);
      return dataLoss(this.problem.loss, outputs[outputs.length - 1], this.targets);
    }, [parameters]);
    return {
      dataLoss: value,
      parameterNorm: tf.sum(tf.square(parameters)),
      gradient: grads[parameters.name] as tf.Tensor1D,
    };
  }

  private update(gradient: tf.Tensor1D): void {
    const { clipNorm } = this.optimisation;
    const clipped = clipNorm > 0 ? clipToNorm(gradient, clipNorm) : gradient;
    const { adam, step } = this.run;
    adam.update(this.withRidge(clipped), learningRateAt(this.optimisation, step), step);
    gradient.dispose();
    this.run.step++;
  }

  /** Adds 2cθ, the gradient of c·‖θ‖². */
  private withRidge(gradient: tf.Tensor1D, rampStart = this.run.rampStart): tf.Tensor1D {
    const { parameters, step } = this.run;
    const coefficient = ridgeAt(this.optimisation, step, rampStart);
    return tf.add(gradient, tf.mul(parameters, 2 * coefficient));
  }

  /** Whether the next update needs the loss on the host first. Without a warm-up it never does, and the record tells afterwards when it would have ended. */
  private ridgeHangsOnLoss(): boolean {
    const { step, rampStart } = this.run;
    const { warmUpShare } = this.optimisation;
    return rampStart === warmingUp && warmUpShare !== 1 && step % warmUpCheckInterval === 0;
  }

  private watchWarmUp(step: number, loss: number): void {
    if (this.run.rampStart !== warmingUp || !warmUpEnds(this.optimisation, step, loss)) return;
    this.run.rampStart = step;
  }

  /** Outputs of some of the layers at `points` [M, inputs], a chunk of points at a time. */
  private async outputsOf(
    wanted: readonly LayerSlice[],
    points: Float32Array,
  ): Promise<Float32Array[]> {
    const { dims } = this.problem;
    const rows = points.length / dims[0];
    if (rows === 0) return wanted.map(() => new Float32Array());
    const chunk = Math.max(1, Math.floor(floatsPerChunk / Math.max(...dims)));
    const skipped = this.layers.length - wanted.length;
    const outputs = await onBackend(this.backend, () => {
      const chunks: tf.Tensor2D[][] = [];
      for (let row = 0; row < rows; row += chunk) {
        const inputs = matrix(points.subarray(row * dims[0], (row + chunk) * dims[0]), dims[0]);
        const all = () => forward(this.run.parameters, this.layers, inputs).slice(skipped);
        chunks.push(tf.tidy(all));
      }
      return wanted.map((_, layer) => tf.concat(chunks.map((parts) => parts[layer])));
    });
    return Promise.all(outputs.map(take));
  }
}

function resume({ step, rampStart, parameters, firstMoment, secondMoment }: TrainingState): Run {
  const variable = tf.variable(tf.tensor1d(parameters.slice()));
  const adam = new ResumableAdam(variable, firstMoment, secondMoment);
  return { parameters: variable, adam, step, rampStart };
}

/** A copy of row-major values as [rows, columns]; tfjs keeps the array it is given. */
function matrix(values: Float32Array, columns: number): tf.Tensor2D {
  return tf.tensor2d(values.slice(), [values.length / columns, columns]);
}

/** The gradient, shortened to `clipNorm` if its Euclidean norm is larger. */
function clipToNorm(gradient: tf.Tensor1D, clipNorm: number): tf.Tensor1D {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(clipNorm, tf.maximum(norm, clipNorm)));
}
