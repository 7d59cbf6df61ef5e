import * as tf from '@tensorflow/tfjs';
import { adam } from '../problem.ts';

interface Moment {
  originalName: string;
  variable: tf.Variable;
}

/**
 * What tfjs's Adam keeps between updates; private there, guarded here by the tests of resumed
 * runs and golden trajectories. Its own `setWeights` will not do: it awaits half-way, when
 * another backend may have become current.
 */
interface AdamInternals {
  learningRate: number;
  epsilon: number;
  /** β₁^t and β₂^t. */
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
}

/**
 * `tf.train.adam` for one parameter tensor, continued from any step and with a rate that may
 * change at each.
 *
 * The bias correction is moved from the moments to the rate and ε, as Kingma & Ba (2015, end of
 * §2) propose. tfjs would take 1 − β₂^t in float32, which is wrong by up to 3e-5 in the first
 * steps; this way it is done on the host, and a resumed run is bit for bit the uninterrupted one.
 */
export class ResumableAdam {
  private readonly optimizer: tf.AdamOptimizer;
  private readonly internals: AdamInternals;

  /** To be called inside `onBackend`. */
  constructor(
    private readonly parameters: tf.Variable,
    firstMoment: Float32Array,
    secondMoment: Float32Array,
  ) {
    this.optimizer = tf.train.adam(0, adam.beta1, adam.beta2, adam.epsilon);
    this.internals = this.optimizer as unknown as AdamInternals;
    this.internals.accBeta1.assign(tf.scalar(0));
    this.internals.accBeta2.assign(tf.scalar(0));
    this.internals.accumulatedFirstMoment = [moment('first', firstMoment)];
    this.internals.accumulatedSecondMoment = [moment('second', secondMoment)];
  }

  get firstMoment(): tf.Tensor {
    return this.internals.accumulatedFirstMoment[0].variable;
  }

  get secondMoment(): tf.Tensor {
    return this.internals.accumulatedSecondMoment[0].variable;
  }

  /** @param step updates done so far */
  update(gradient: tf.Tensor, learningRate: number, step: number): void {
    const correction1 = 1 - adam.beta1 ** (step + 1);
    const correction2 = Math.sqrt(1 - adam.beta2 ** (step + 1));
    this.internals.learningRate = (learningRate * correction2) / correction1;
    this.internals.epsilon = adam.epsilon * correction2;
    this.optimizer.applyGradients([{ name: this.parameters.name, tensor: gradient }]);
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}

function moment(originalName: string, values: Float32Array): Moment {
  // tfjs keeps the array it is given, so it gets one of its own.
  return { originalName, variable: tf.variable(tf.tensor1d(values.slice()), false) };
}
