import * as tf from '@tensorflow/tfjs';
import { adam } from '../problem.ts';

interface Moment {
  originalName: string;
  variable: tf.Variable;
}

/**
 * What tfjs's Adam keeps between updates. Private there, but its own `setWeights` will not do:
 * it awaits half-way, when another backend may have become current, and takes β₂^(t+1) by the
 * GPU's `pow`, whose error is not small against 1 − β₂. The tests of resumed runs and of the
 * golden trajectories guard these names.
 */
interface AdamInternals {
  learningRate: number;
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
}

/** `tf.train.adam` for one parameter tensor, continued from any step and with a rate that may change at each. */
export class ResumableAdam {
  private readonly optimizer: tf.AdamOptimizer;
  private readonly internals: AdamInternals;

  /** To be called inside `onBackend`. @param step updates done so far */
  constructor(
    private readonly parameters: tf.Variable,
    step: number,
    firstMoment: Float32Array,
    secondMoment: Float32Array,
  ) {
    this.optimizer = tf.train.adam(0, adam.beta1, adam.beta2, adam.epsilon);
    this.internals = this.optimizer as unknown as AdamInternals;
    this.internals.accBeta1.assign(tf.scalar(adam.beta1 ** (step + 1)));
    this.internals.accBeta2.assign(tf.scalar(adam.beta2 ** (step + 1)));
    this.internals.accumulatedFirstMoment = [moment('first', firstMoment)];
    this.internals.accumulatedSecondMoment = [moment('second', secondMoment)];
  }

  get firstMoment(): tf.Tensor {
    return this.internals.accumulatedFirstMoment[0].variable;
  }

  get secondMoment(): tf.Tensor {
    return this.internals.accumulatedSecondMoment[0].variable;
  }

  update(gradient: tf.Tensor, learningRate: number): void {
    this.internals.learningRate = learningRate;
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
